import { useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import { useMay } from '../session/use-session.ts'
import { waitingBenefit, waitingPayment } from './money-waiting.ts'
import type { Since } from './waiting.ts'

/** A queue of the first page or of the bell: what is in it, and whether it answered. */
export interface Queue {
  readonly items: readonly Since[]
  readonly error: unknown
  readonly isPending: boolean
  refetch(): unknown
}

const askedEvery = 120_000

/** 待办 of benefits and payments, as each room answers for whoever asks: the first page and the bell show the same. */
export function useMoneyWaiting(): readonly Queue[] {
  const mayPayments = useMay('payments.read')
  const mayBenefits = useMay('benefits.read')
  const payments = useQuery({
    ...orpc.payments.listWaiting.queryOptions(),
    enabled: mayPayments,
    refetchInterval: askedEvery,
  })
  const benefits = useQuery({
    ...orpc.benefits.listWaiting.queryOptions(),
    enabled: mayBenefits,
    refetchInterval: askedEvery,
  })
  return [
    { ...asked(payments, mayPayments), items: (payments.data?.items ?? []).map(waitingPayment) },
    { ...asked(benefits, mayBenefits), items: (benefits.data?.items ?? []).map(waitingBenefit) },
  ]
}

interface Asked {
  readonly error: unknown
  readonly isPending: boolean
  refetch(): unknown
}

/** A question that was not asked is not pending. */
export function asked(query: Asked, isAsked: boolean): Asked {
  return { error: query.error, isPending: isAsked && query.isPending, refetch: () => isAsked && query.refetch() }
}
