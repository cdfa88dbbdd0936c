import type { RatePreview } from '@dongzhou/contract/benefits'
import type { RateComplaintView, RateDetail, RateLine } from '@dongzhou/contract/benefits-rates'
import type { RateKind } from '@dongzhou/terms/rate'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { api, orpc } from '../api.ts'
import type { LedgerPage } from '../kit/ledger-types.ts'
import type { LedgerAsk } from '../kit/search-params.ts'
import { type RatesAsk, ratesAsk } from './rate-ask.ts'

/** A row as it goes to the server. */
export type RateDraftSent = Parameters<typeof api.benefits.checkRates>[0]['drafts'][number]

/** 标准库, a page of its rows. */
export function useRates(ask: LedgerAsk): UseQueryResult<LedgerPage<RateLine>> {
  const input = { page: ask.page, size: ask.size, ...ratesAsk(ask.filters) }
  return useQuery({ ...orpc.benefits.listRates.queryOptions({ input }), placeholderData: keepPreviousData })
}

const most = 200

/** Every row that fits: a book has some hundreds of them, and a table of one kind needs them all. */
export function useAllRates(asked: RatesAsk): UseQueryResult<readonly RateLine[]> {
  return useQuery({
    queryKey: [...orpc.benefits.listRates.key(), 'all', asked],
    queryFn: () => listAll(asked),
    placeholderData: keepPreviousData,
  })
}

async function listAll(asked: RatesAsk): Promise<readonly RateLine[]> {
  const found: RateLine[] = []
  for (let page = 1; ; page += 1) {
    // One page after the other: how many there are is only known from the first.
    const { items } = await api.benefits.listRates({ page, size: most, ...asked })
    found.push(...items)
    if (items.length < most) return found
  }
}

/** One standard with everything that ever stood for it, corrected and dropped rows included. */
export function useKindRates(kind: RateKind): UseQueryResult<readonly RateLine[]> {
  return useAllRates({ kind, withPast: true })
}

/** 标准明细: a row, its history, and what speaks against it while it waits. */
export function useRate(id: number | undefined): UseQueryResult<RateDetail> {
  return useQuery({ ...orpc.benefits.getRate.queryOptions({ input: { id: id ?? 0 } }), enabled: id !== undefined })
}

/** How many rows wait for a second person. */
export function useWaitingCount(): number {
  const input = { page: 1, size: 1, state: 'proposed' as const }
  return useQuery(orpc.benefits.listRates.queryOptions({ input })).data?.total ?? 0
}

/** 核对待录标准 while somebody types; undefined drafts are not asked about. */
export function useRateCheck(
  drafts: readonly RateDraftSent[] | undefined,
): UseQueryResult<readonly RateComplaintView[]> {
  return useQuery({
    ...orpc.benefits.checkRates.queryOptions({ input: { drafts: [...(drafts ?? [])] } }),
    enabled: drafts !== undefined && drafts.length > 0,
    staleTime: 60_000,
  })
}

/** What is to be compared with the book as it stands. */
export interface EffectAsk {
  readonly rateIds?: readonly number[]
  readonly drafts?: readonly RateDraftSent[]
}

/** 标准变动影响: whom rows would touch, and by how much, a page of people. */
export function useEffectOf({ rateIds = [], drafts = [] }: EffectAsk, page: number): UseQueryResult<RatePreview> {
  const input = { page, size: 20, rateIds: [...rateIds], drafts: [...drafts] }
  return useQuery({ ...orpc.benefits.previewRates.queryOptions({ input }), placeholderData: keepPreviousData })
}
