import type { ChangeLine, Spending } from '@dongzhou/contract/benefits'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import type { LedgerPage } from '../kit/ledger-types.ts'
import type { LedgerAsk } from '../kit/search-params.ts'
import { changesAsk } from './forecast-ask.ts'

/** 待遇变动, a page of them. */
export function useChanges(ask: LedgerAsk): UseQueryResult<LedgerPage<ChangeLine>> {
  const input = { page: ask.page, size: ask.size, ...changesAsk(ask.filters) }
  return useQuery({ ...orpc.benefits.listChanges.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** 资金安排与支出 of a year, of the whole scope or a part of it. */
export function useSpending(year: number, division: string | undefined): UseQueryResult<Spending> {
  const input = division === undefined ? { year } : { year, division }
  return useQuery(orpc.benefits.getSpending.queryOptions({ input }))
}
