import type { FindingLine, RecipientLine } from '@dongzhou/contract/benefits'
import type { Timeline, Trial } from '@dongzhou/contract/benefits-views'
import type { Benefit } from '@dongzhou/terms/benefit'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import type { LedgerPage } from '../kit/ledger-types.ts'
import type { LedgerAsk } from '../kit/search-params.ts'
import { type RecipientsAsk, recipientsAsk } from './recipients-ask.ts'

/** 待遇时间线 of a person; with a day, from the file as it was known at its end. */
export function useTimeline(personId: number, asKnownOn?: string): UseQueryResult<Timeline> {
  const input = asKnownOn === undefined ? { personId } : { personId, asKnownOn }
  return useQuery(orpc.benefits.getTimeline.queryOptions({ input }))
}

interface TrialAsk {
  readonly personId: number
  readonly benefit: Benefit
  /** `2025-03`. */
  readonly month: string
  readonly asKnownOn?: string | undefined
}

/** 待遇试算: one benefit of one person in one month, with everything behind it. */
export function useTrial({ asKnownOn, ...asked }: TrialAsk): UseQueryResult<Trial> {
  const input = asKnownOn === undefined ? asked : { ...asked, asKnownOn }
  // Walking from month to month, the month before stands until the next has come.
  return useQuery({ ...orpc.benefits.tryRule.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** The application a person could bring for a benefit, as the last screening left it; null where there is none. */
export function useApplication(personId: number, benefit: Benefit): UseQueryResult<FindingLine | null> {
  return useQuery({
    ...orpc.benefits.listFindings.queryOptions({
      input: { page: 1, size: 20, personId, benefit, standing: 'all' },
    }),
    select: ({ items }: LedgerPage<FindingLine>) => items.find(({ draft }) => draft !== null) ?? null,
  })
}

/** The benefits a person could apply for, as the last screening left it. */
export function useApplications(personId: number): ReadonlySet<Benefit> {
  const findings = useQuery(
    orpc.benefits.listFindings.queryOptions({ input: { page: 1, size: 50, personId, standing: 'all' } }),
  )
  return new Set((findings.data?.items ?? []).flatMap(({ draft }) => draft?.benefit ?? []))
}

/** 在享人员, a page of them. */
export function useRecipients(ask: LedgerAsk): UseQueryResult<LedgerPage<RecipientLine>> {
  const asked: RecipientsAsk = recipientsAsk(ask.filters)
  const input = { page: ask.page, size: ask.size, ...asked }
  return useQuery({ ...orpc.benefits.listRecipients.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** Does the rate book hold rows that are samples, so that amounts may stand on them? */
export function useHasSamples(): boolean {
  const samples = useQuery({
    ...orpc.benefits.listRates.queryOptions({ input: { page: 1, size: 1, state: 'sample' } }),
    staleTime: 10 * 60_000,
  })
  return (samples.data?.total ?? 0) > 0
}
