import type { Beside, KindBeside, MergeLine, PairLine } from '@dongzhou/contract/linkage'
import type { JobLine } from '@dongzhou/contract/platform'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { api, orpc, queries } from '../api.ts'
import { isOpen } from '../kit/job-progress.tsx'
import type { LedgerPage } from '../kit/ledger-types.ts'
import type { LedgerAsk } from '../kit/search-params.ts'
import { bandsOf, pairStateOf } from './pair-ask.ts'

/** 疑似重复: the queue as the address asks for it. */
export function usePairs(ask: LedgerAsk): UseQueryResult<LedgerPage<PairLine>> {
  const input = { page: ask.page, size: ask.size, state: pairStateOf(ask), bands: [...bandsOf(ask)] }
  return useQuery({ ...orpc.linkage.listPairs.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** One pair with the facts of both. */
export function usePair(id: number): UseQueryResult<PairLine & { readonly kinds: readonly KindBeside[] }> {
  return useQuery(orpc.linkage.getPair.queryOptions({ input: { id } }))
}

/** Any two people side by side. */
export function useBeside(firstId: number, secondId: number): UseQueryResult<Beside> {
  return useQuery(orpc.linkage.compareTwo.queryOptions({ input: { firstId, secondId } }))
}

/** 合并记录. */
export function useMerges(ask: LedgerAsk): UseQueryResult<LedgerPage<MergeLine>> {
  const input = { page: ask.page, size: ask.size }
  return useQuery({ ...orpc.linkage.listMerges.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** What an un-merge would do. */
export function useUnmergePlan(mergeId: number) {
  return useQuery(orpc.linkage.planUnmerge.queryOptions({ input: { mergeId } }))
}

/** The scan under way, asked until it ends; with its end the queue is asked anew. */
export function useScan(jobId: string | undefined): UseQueryResult<JobLine> {
  const options = orpc.jobs.get.queryOptions({ input: { id: jobId ?? '' } })
  return useQuery({
    queryKey: options.queryKey,
    queryFn: async ({ signal }) => {
      const job = await api.jobs.get({ id: jobId ?? '' }, { signal })
      if (!isOpen(job)) void queries.invalidateQueries({ queryKey: orpc.linkage.listPairs.key() })
      return job
    },
    enabled: jobId !== undefined,
    refetchInterval: (query) => (query.state.data && !isOpen(query.state.data) ? false : 1_000),
  })
}
