import type { Board } from '@dongzhou/contract/plan'
import { useBoard } from '../plan/use-plan.ts'
import { useMe } from '../session/use-session.ts'
import { boardToShow } from './lateness.ts'

interface HomeBoard {
  readonly data: { readonly board: Board; readonly thisYear: number } | undefined
  readonly error: unknown
  readonly isPending: boolean
  refetch(): unknown
}

/** The board of the first page: this year's, or last year's while nobody has set a target for this one. */
export function useHomeBoard(): HomeBoard {
  const thisYear = Number(useMe().today.slice(0, 4))
  const current = useBoard(thisYear)
  const before = useBoard(thisYear - 1)
  const board = before.isPending ? undefined : boardToShow(current.data, before.data)
  return {
    data: board && { board, thisYear },
    error: current.error,
    isPending: current.isPending || before.isPending,
    refetch: current.refetch,
  }
}
