import type { RecoveryLine, RecoveryView } from '@dongzhou/contract/payments-money'
import { type RecoveryState, recoveryStates } from '@dongzhou/terms/payment'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { orpc } from '../../api.ts'
import type { LedgerPage } from '../../kit/ledger-types.ts'
import type { LedgerAsk } from '../../kit/search-params.ts'
import { codeIn, idIn } from '../run-asks.ts'

/** 追回台账, a page of it, what is owed most first. */
export function useRecoveries(ask: LedgerAsk): UseQueryResult<LedgerPage<RecoveryLine>> {
  const { state: states, division, text, person } = ask.filters
  const state = codeIn<RecoveryState>(recoveryStates, states?.[0])
  const personId = idIn(person?.[0])
  const code = division?.[0]
  const input = {
    page: ask.page,
    size: ask.size,
    ...(state === undefined ? {} : { state }),
    ...(personId === undefined ? {} : { personId }),
    ...(code === undefined || !/^\d{12}$/.test(code) ? {} : { division: code }),
    ...(text?.[0] === undefined ? {} : { text: text[0].trim().slice(0, 40) }),
  }
  return useQuery({ ...orpc.payments.listRecoveries.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** 一笔追回款. */
export function useRecovery(id: number): UseQueryResult<RecoveryView> {
  return useQuery(orpc.payments.getRecovery.queryOptions({ input: { id } }))
}
