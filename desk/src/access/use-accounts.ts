import type { AccountLine } from '@dongzhou/contract/access'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import type { LedgerPage } from '../kit/ledger-types.ts'
import type { LedgerAsk } from '../kit/search-params.ts'

/** A page of 账号. */
export function useAccounts(ask: LedgerAsk): UseQueryResult<LedgerPage<AccountLine>> {
  const { text } = ask.filters
  const input = { page: ask.page, size: ask.size, text: (text?.[0] ?? '').slice(0, 50) }
  return useQuery({ ...orpc.access.listAccounts.queryOptions({ input }), placeholderData: keepPreviousData })
}
