import type { OrganisationLine } from '@dongzhou/contract/registry'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import type { LedgerPage } from '../kit/ledger-types.ts'
import type { LedgerAsk } from '../kit/search-params.ts'

/** A page of 单位. */
export function useOrganisations(ask: LedgerAsk): UseQueryResult<LedgerPage<OrganisationLine>> {
  const { text, kind } = ask.filters
  const wanted = kind?.[0]
  const input = {
    page: ask.page,
    size: ask.size,
    text: (text?.[0] ?? '').slice(0, 40),
    ...(wanted === undefined ? {} : { kind: wanted.slice(0, 20) }),
  }
  return useQuery({ ...orpc.registry.listOrganisations.queryOptions({ input }), placeholderData: keepPreviousData })
}
