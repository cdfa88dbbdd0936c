import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { newActionId } from './action-id.ts'
import { type Trouble, troubleOf } from './trouble.ts'

/** An action of a form or a button: do it, is it under way, what went wrong. */
export interface Action<Input> {
  readonly act: (input: Input) => void
  readonly isBusy: boolean
  /** Of the last attempt; `stale` means show the conflict dialog with `details`. */
  readonly trouble: Trouble | undefined
  readonly clear: () => void
}

/**
 * One action done exactly once: its id stays the same until the server has answered, so a second click or a retry on a bad
 * line repeats nothing. After it every list and record on screen is asked anew.
 */
export function useAction<Input extends { readonly actionId: string }, Output>(
  run: (input: Input) => Promise<Output>,
  onDone?: (output: Output) => void,
): Action<Omit<Input, 'actionId'>> {
  const queries = useQueryClient()
  const id = useRef<string>(undefined)
  const work = useMutation({
    mutationFn: (input: Omit<Input, 'actionId'>) => {
      id.current ??= newActionId()
      // What was taken away is put back: the whole is the input again, which TypeScript does not follow through a type parameter.
      return run({ ...input, actionId: id.current } as Input)
    },
    onSuccess: async (output) => {
      id.current = undefined
      onDone?.(output)
      await queries.invalidateQueries()
    },
    onError: (error) => {
      // Only without an answer is it unknown whether the action was done; then, and only then, the id must stay.
      if (troubleOf(error).kind !== 'offline') id.current = undefined
    },
  })
  return {
    act: (input) => {
      if (!work.isPending) work.mutate(input)
    },
    isBusy: work.isPending,
    trouble: work.error === null ? undefined : troubleOf(work.error),
    clear: work.reset,
  }
}
