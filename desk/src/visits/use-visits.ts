import type { PairingFile, PairingLine, SchemeLine, VisitLine } from '@dongzhou/contract/visits'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import type { LedgerPage } from '../kit/ledger-types.ts'
import type { LedgerAsk } from '../kit/search-params.ts'
import { pairingsAsk } from './pairings-ask.ts'

/** 结对方案, a page of them. */
export function useSchemes(input: {
  readonly page: number
  readonly size: number
  readonly year?: number
}): UseQueryResult<LedgerPage<SchemeLine>> {
  return useQuery({ ...orpc.visits.listSchemes.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** 结对名单, a page of it. */
export function usePairings(ask: LedgerAsk): UseQueryResult<LedgerPage<PairingLine>> {
  const input = { page: ask.page, size: ask.size, ...pairingsAsk(ask.filters) }
  return useQuery({ ...orpc.visits.listPairings.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** 一对结对. */
export function usePairing(id: number): UseQueryResult<PairingFile> {
  return useQuery(orpc.visits.getPairing.queryOptions({ input: { id } }))
}

/** The visits of a pairing, the latest first. */
export function useVisitsOf(pairingId: number, size: number): UseQueryResult<LedgerPage<VisitLine>> {
  return useQuery({
    ...orpc.visits.listVisits.queryOptions({ input: { page: 1, size, pairingId } }),
    placeholderData: keepPreviousData,
  })
}
