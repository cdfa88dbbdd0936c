import type {
  Board,
  ClosedFigure,
  ClosingLine,
  IndicatorReading,
  IndicatorRowLine,
  ProgrammeLine,
} from '@dongzhou/contract/plan'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import type { LedgerPage } from '../kit/ledger-types.ts'

/** 计划进度 of a year. */
export function useBoard(year: number): UseQueryResult<Board> {
  return useQuery(orpc.plan.getBoard.queryOptions({ input: { year } }))
}

/** 专项与指标: changes only with a release. */
export function usePlanProgrammes(): UseQueryResult<readonly ProgrammeLine[]> {
  return useQuery({ ...orpc.plan.listProgrammes.queryOptions(), staleTime: Number.POSITIVE_INFINITY })
}

export interface IndicatorAsk {
  readonly code: string
  readonly from: string
  readonly to: string
}

/** 指标数值 over a span. */
export function useIndicator(input: IndicatorAsk): UseQueryResult<IndicatorReading> {
  return useQuery(orpc.plan.getIndicator.queryOptions({ input }))
}

/** The rows behind a figure, a page of them. */
export function useIndicatorRows(
  input: IndicatorAsk & { readonly page: number; readonly size: number },
  isAsked: boolean,
): UseQueryResult<LedgerPage<IndicatorRowLine>> {
  return useQuery({
    ...orpc.plan.listIndicatorRows.queryOptions({ input }),
    placeholderData: keepPreviousData,
    enabled: isAsked,
  })
}

/** 期末定数, a page of them. */
export function useClosings(input: {
  readonly page: number
  readonly size: number
  readonly year?: number
}): UseQueryResult<LedgerPage<ClosingLine>> {
  return useQuery({ ...orpc.plan.listClosings.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** 一次定数 with every figure that was frozen, and how far each has moved since. */
export function useClosing(id: number): UseQueryResult<ClosingLine & { readonly closed: readonly ClosedFigure[] }> {
  return useQuery(orpc.plan.getClosing.queryOptions({ input: { id } }))
}
