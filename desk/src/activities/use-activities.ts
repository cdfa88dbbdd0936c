import type { EventFile, EventLine, SeriesLine } from '@dongzhou/contract/activities'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import type { LedgerPage } from '../kit/ledger-types.ts'
import type { LedgerAsk } from '../kit/search-params.ts'
import { eventsAsk } from './event-ask.ts'

/** 活动台账, a page of it. */
export function useEvents(ask: LedgerAsk): UseQueryResult<LedgerPage<EventLine>> {
  const input = { page: ask.page, size: ask.size, ...eventsAsk(ask.filters) }
  return useQuery({ ...orpc.activities.listEvents.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** 一场活动. */
export function useEvent(id: number): UseQueryResult<EventFile> {
  return useQuery(orpc.activities.getEvent.queryOptions({ input: { id } }))
}

export interface SeriesAsk {
  readonly page: number
  readonly size: number
  readonly programme?: string
  readonly year?: number
  readonly text: string
}

/** 活动系列, a page of it. */
export function useSeriesList(input: SeriesAsk): UseQueryResult<LedgerPage<SeriesLine>> {
  return useQuery({ ...orpc.activities.listSeries.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** 一个系列; asked only once one is chosen. */
export function useSeries(id: number | undefined): UseQueryResult<SeriesLine> {
  return useQuery({ ...orpc.activities.getSeries.queryOptions({ input: { id: id ?? 0 } }), enabled: id !== undefined })
}

/** 专项名录: changes only with a release. */
export function useProgrammes(): UseQueryResult<readonly { readonly code: string; readonly name: string }[]> {
  return useQuery({ ...orpc.activities.listProgrammes.queryOptions(), staleTime: Number.POSITIVE_INFINITY })
}
