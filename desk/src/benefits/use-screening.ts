import type { FindingLine, ScreeningOverview } from '@dongzhou/contract/benefits'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { api, orpc, queries } from '../api.ts'
import type { LedgerPage } from '../kit/ledger-types.ts'
import type { LedgerAsk } from '../kit/search-params.ts'
import { findingsAsk } from './screening-ask.ts'

/** While a screening runs, its end is asked for this often. */
const RUNNING_MS = 2_000

/** 待遇筛查概况; when a screening has ended, everything that rests on it is asked anew. */
export function useScreening(division: string | undefined): UseQueryResult<ScreeningOverview> {
  const input = division === undefined ? {} : { division }
  const { queryKey } = orpc.benefits.getScreening.queryOptions({ input })
  return useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const before = queries.getQueryData(queryKey)
      const now = await api.benefits.getScreening(input, { signal })
      const hasEnded = before !== undefined && before.jobId !== null && now.jobId === null
      if (hasEnded) void queries.invalidateQueries({ queryKey: orpc.benefits.listFindings.key() })
      return now
    },
    placeholderData: keepPreviousData,
    refetchInterval: (query) => (query.state.data?.jobId == null ? false : RUNNING_MS),
  })
}

/** 待遇线索, a page of them. */
export function useFindings(ask: LedgerAsk): UseQueryResult<LedgerPage<FindingLine>> {
  const input = { page: ask.page, size: ask.size, ...findingsAsk(ask.filters) }
  return useQuery({ ...orpc.benefits.listFindings.queryOptions({ input }), placeholderData: keepPreviousData })
}
