import type { DeathListView, DeathNoticeView, UnconfirmedLine } from '@dongzhou/contract/payments-deaths'
import { type DeathNoticeState, deathNoticeStates } from '@dongzhou/terms/payment'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { orpc } from '../../api.ts'
import type { LedgerPage } from '../../kit/ledger-types.ts'
import type { LedgerAsk } from '../../kit/search-params.ts'
import { codeIn, idIn } from '../run-asks.ts'

/** 死亡名单 as they came, the latest first. */
export function useDeathLists(page: number, size: number): UseQueryResult<LedgerPage<DeathListView>> {
  return useQuery({
    ...orpc.payments.listDeathLists.queryOptions({ input: { page, size } }),
    placeholderData: keepPreviousData,
  })
}

/** Rows of death lists that matter, what nobody has placed first. */
export function useDeathNotices(ask: LedgerAsk): UseQueryResult<LedgerPage<DeathNoticeView>> {
  const { list, state: states } = ask.filters
  const listId = idIn(list?.[0])
  const state = codeIn<DeathNoticeState>(deathNoticeStates, states?.[0])
  const input = {
    page: ask.page,
    size: ask.size,
    ...(listId === undefined ? {} : { listId }),
    ...(state === undefined ? {} : { state }),
  }
  return useQuery({ ...orpc.payments.listDeathNotices.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** 年度确认逾期人员. */
export function useUnconfirmed(ask: LedgerAsk, year: number): UseQueryResult<LedgerPage<UnconfirmedLine>> {
  const { division } = ask.filters
  const code = division?.[0]
  const input = {
    page: ask.page,
    size: ask.size,
    year,
    ...(code === undefined || !/^\d{12}$/.test(code) ? {} : { division: code }),
  }
  return useQuery({ ...orpc.payments.listUnconfirmed.queryOptions({ input }), placeholderData: keepPreviousData })
}
