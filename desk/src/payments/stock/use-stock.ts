import type { StockItemView, StockMoveView, StockUseLine } from '@dongzhou/contract/payments-stock'
import { type StockMove, stockMoves } from '@dongzhou/terms/payment'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { orpc } from '../../api.ts'
import type { LedgerPage } from '../../kit/ledger-types.ts'
import type { LedgerAsk } from '../../kit/search-params.ts'
import { codeIn, idIn } from '../run-asks.ts'

/** 慰问物资, a page of the items with what is left of each. */
export function useStockItems(ask: LedgerAsk): UseQueryResult<LedgerPage<StockItemView>> {
  const { text } = ask.filters
  const input = { page: ask.page, size: ask.size, text: text?.[0]?.trim().slice(0, 40) ?? '' }
  return useQuery({ ...orpc.payments.listStockItems.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** 出入库记录, the latest first. */
export function useStockMoves(ask: LedgerAsk): UseQueryResult<LedgerPage<StockMoveView>> {
  const { item, move: moves, campaign, person, onFrom, onTo } = ask.filters
  const itemId = idIn(item?.[0])
  const personId = idIn(person?.[0])
  const move = codeIn<StockMove>(stockMoves, moves?.[0])
  const input = {
    page: ask.page,
    size: ask.size,
    ...(itemId === undefined ? {} : { itemId }),
    ...(personId === undefined ? {} : { personId }),
    ...(move === undefined ? {} : { move }),
    ...(campaign?.[0] === undefined ? {} : { campaign: campaign[0].slice(0, 60) }),
    ...(isDay(onFrom?.[0]) ? { from: onFrom?.[0] } : {}),
    ...(isDay(onTo?.[0]) ? { to: onTo?.[0] } : {}),
  }
  return useQuery({ ...orpc.payments.listStockMoves.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** 经费使用 by budget line and campaign. */
export function useStockUse(ask: LedgerAsk): UseQueryResult<LedgerPage<StockUseLine>> {
  const { campaign, budgetLine } = ask.filters
  const input = {
    page: ask.page,
    size: ask.size,
    ...(campaign?.[0] === undefined ? {} : { campaign: campaign[0].slice(0, 60) }),
    ...(budgetLine?.[0] === undefined ? {} : { budgetLine: budgetLine[0].slice(0, 60) }),
  }
  return useQuery({ ...orpc.payments.listStockUse.queryOptions({ input }), placeholderData: keepPreviousData })
}

function isDay(text: string | undefined): boolean {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text)
}
