import { type MutationKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { api, orpc } from '../api.ts'
import { newActionId } from '../kit/action-id.ts'
import { type Trouble, troubleOf } from '../kit/trouble.ts'

interface Sent {
  readonly id: string
  readonly version: number
  readonly actionId: string
}

type Input<Work> = Work extends (input: infer Given) => unknown ? Omit<Given, keyof Sent> : never

/** One kind of change to a batch. */
export interface BatchWork<Given> {
  readonly act: (given: Given) => void
  /** The last one again, as the same action: for a line that broke off. */
  readonly again: () => void
  readonly isBusy: boolean
  readonly trouble: Trouble | undefined
  /** What was given last, while it is under way or has failed. */
  readonly given: Given | undefined
  readonly clear: () => void
}

type ChangeMapping = Input<typeof api.intake.changeMapping>
export type FixCells = Input<typeof api.intake.fixCells>
type DecideMatch = Input<typeof api.intake.decideMatch>
type AcceptBatch = Input<typeof api.intake.acceptBatch>
type WithdrawBatch = Input<typeof api.intake.withdrawBatch>

/** What can be done to a batch. */
export interface AllBatchWork {
  readonly changeMapping: BatchWork<ChangeMapping>
  readonly fixCells: BatchWork<FixCells>
  readonly decideMatch: BatchWork<DecideMatch>
  readonly acceptBatch: BatchWork<AcceptBatch>
  readonly withdrawBatch: BatchWork<WithdrawBatch>
}

/** `onDone` is called as soon as the server has taken a change, before the page shows what it did. */
export function useBatchWork(batchId: string, onDone?: () => void): AllBatchWork {
  return {
    changeMapping: useOne<ChangeMapping>(batchId, api.intake.changeMapping, { onDone }),
    fixCells: useOne<FixCells>(batchId, api.intake.fixCells, { onDone, mutationKey: fixCellsKey(batchId) }),
    decideMatch: useOne<DecideMatch>(batchId, api.intake.decideMatch, { onDone }),
    acceptBatch: useOne<AcceptBatch>(batchId, api.intake.acceptBatch, { onDone }),
    withdrawBatch: useOne<WithdrawBatch>(batchId, api.intake.withdrawBatch, { onDone }),
  }
}

/** Names the corrections under way, so that the grid can show them before the server has answered. */
export function fixCellsKey(batchId: string): MutationKey {
  return ['intake', batchId, 'fix-cells']
}

interface Options {
  readonly onDone: (() => void) | undefined
  readonly mutationKey?: MutationKey
}

/**
 * A clerk corrects faster than the server answers. The changes of one batch therefore wait for each other (`scope`), and each
 * takes the version that the one before it left; otherwise a clerk's second correction would collide with the first.
 */
function useOne<Given extends object>(
  batchId: string,
  run: (input: Given & Sent) => Promise<{ readonly version: number }>,
  { onDone, mutationKey = ['intake', batchId] }: Options,
): BatchWork<Given> {
  const queries = useQueryClient()
  const key = orpc.intake.getBatch.queryKey({ input: { id: batchId } })
  const sent = useRef<Sent>(undefined)
  const work = useMutation({
    mutationKey,
    scope: { id: `intake ${batchId}` },
    mutationFn: ({ actionId, given }: { readonly actionId: string; readonly given: Given }) => {
      // The same action again is the same in every word, or the server takes it for another one under a used id.
      if (sent.current?.actionId !== actionId) {
        sent.current = { id: batchId, actionId, version: queries.getQueryData(key)?.version ?? 1 }
      }
      return run({ ...given, ...sent.current })
    },
    onSuccess: async ({ version }) => {
      queries.setQueryData(key, (batch) => batch && { ...batch, version })
      onDone?.()
      await queries.invalidateQueries({ queryKey: orpc.intake.key() })
    },
    onError: () => queries.invalidateQueries({ queryKey: orpc.intake.key() }),
  })
  return {
    act: (given) => work.mutate({ actionId: newActionId(), given }),
    again: () => work.variables && work.mutate(work.variables),
    isBusy: work.isPending,
    trouble: work.error === null ? undefined : troubleOf(work.error),
    given: work.variables?.given,
    clear: work.reset,
  }
}
