import { useQueries, useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import { useMay } from '../session/use-session.ts'
import { asked, type Queue, useMoneyWaiting } from './use-money-waiting.ts'
import { endedJob, mayWait, oldestFirst, openPairs, type Since, waitingBatch } from './waiting.ts'
import { waitingWords } from './words.ts'
import type { WorkItem } from './work-line.tsx'

interface Waiting {
  readonly data: { readonly items: readonly WorkItem[]; readonly isPartial: boolean } | undefined
  readonly error: unknown
  readonly isPending: boolean
  refetch(): unknown
}

/** 等我办: every queue that the person's authorities open, in one list. */
export function useWaiting(): Waiting {
  const batches = useWaitingBatches()
  const pairs = useOpenPairs()
  const accounts = useAccountsWithoutRole()
  const money = useMoneyWaiting()
  const jobs = useQuery(orpc.jobs.listMine.queryOptions({ input: { page: 1, size: 20 } }))
  const all = [...money, batches, pairs, accounts, { ...jobs, items: endedOf(jobs.data?.items ?? []) }]
  const isPending = all.some((one) => one.isPending)
  return {
    // One queue that does not answer must not hide the others; nor may its silence pass for 没有.
    data: isPending
      ? undefined
      : {
          items: oldestFirst(all.flatMap((one) => one.items)),
          isPartial: all.some((one) => one.error !== null),
        },
    error: null,
    isPending,
    refetch: () => all.map((one) => one.refetch()),
  }
}

function endedOf(jobs: Parameters<typeof endedJob>[0][] | readonly Parameters<typeof endedJob>[0][]): readonly Since[] {
  return jobs.flatMap((job) => endedJob(job, Date.now()) ?? [])
}

const batchesShown = 20

function useWaitingBatches(): Queue {
  const mayRead = useMay('intake.read')
  const query = useQuery({
    ...orpc.intake.listBatches.queryOptions({ input: { page: 1, size: 50 } }),
    enabled: mayRead,
  })
  const waiting = (query.data?.items ?? []).filter(mayWait).slice(0, batchesShown)
  // How many rows wait to be decided stands in the batch, not in the list.
  const whole = useQueries({
    queries: waiting.map((batch) => orpc.intake.getBatch.queryOptions({ input: { id: batch.id } })),
  })
  return {
    ...asked(query, mayRead),
    error: query.error ?? whole.find(({ error }) => error !== null)?.error ?? null,
    items: waiting.flatMap((batch, at) => waitingBatch(batch, whole[at]?.data) ?? []),
  }
}

function useOpenPairs(): Queue {
  const mayDecide = useMay('linkage.decide')
  const query = useQuery({
    ...orpc.linkage.listPairs.queryOptions({ input: { page: 1, size: 1, state: 'open' } }),
    enabled: mayDecide,
  })
  const [oldest] = query.data?.items ?? []
  const item = openPairs(query.data?.total ?? 0, query.data?.more ?? false)
  return { ...asked(query, mayDecide), items: oldest ? [{ since: oldest.foundAt, item }] : [] }
}

function useAccountsWithoutRole(): Queue {
  const mayGrant = useMay('accounts.grant')
  const query = useQuery({
    ...orpc.access.listAccounts.queryOptions({ input: { page: 1, size: 200 } }),
    enabled: mayGrant,
  })
  const bare = (query.data?.items ?? []).filter(({ role, isActive }) => role === null && isActive)
  const [first] = bare
  const item: WorkItem = {
    key: 'accounts',
    title: waitingWords.accounts(bare.length, query.data?.items.length === query.data?.total),
    note: waitingWords.accountsNote,
    opensAt: '/access/accounts',
  }
  return { ...asked(query, mayGrant), items: first ? [{ since: first.createdAt, item }] : [] }
}
