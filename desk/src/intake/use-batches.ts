import type { BatchLine, BatchView, LedgerView } from '@dongzhou/contract/intake'
import type { JobLine } from '@dongzhou/contract/platform'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import { isOpen } from '../kit/job-progress.tsx'
import type { LedgerPage } from '../kit/ledger-types.ts'

/** A batch at work changes by itself: it is asked again until it rests. */
const AT_WORK_MS = 1_500

/** 导入批次, newest first. */
export function useBatches(page: number, size: number): UseQueryResult<LedgerPage<BatchLine>> {
  return useQuery({
    ...orpc.intake.listBatches.queryOptions({ input: { page, size } }),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => (query.state.data?.items.some(isAtWork) ? AT_WORK_MS * 2 : false),
  })
}

/** 导入批次: asked again while the server works on it. */
export function useBatch(id: string): UseQueryResult<BatchView> {
  return useQuery({
    ...orpc.intake.getBatch.queryOptions({ input: { id } }),
    refetchInterval: (query) => (query.state.data && isAtWork(query.state.data) ? AT_WORK_MS : false),
  })
}

/** 台账种类: what can be read. It changes only with a release. */
export function useLedgers(): UseQueryResult<readonly LedgerView[]> {
  return useQuery({ ...orpc.intake.listLedgers.queryOptions(), staleTime: Number.POSITIVE_INFINITY })
}

/** 后台任务 of a batch or an export, asked until it ends. */
export function useJob(id: string | undefined): UseQueryResult<JobLine> {
  return useQuery({
    ...orpc.jobs.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
    refetchInterval: (query) => (query.state.data && !isOpen(query.state.data) ? false : AT_WORK_MS / 2),
  })
}

/** Is the server working on it now? */
export function isAtWork(batch: Pick<BatchLine, 'state'>): boolean {
  return batch.state === 'reading' || batch.state === 'accepting' || batch.state === 'withdrawing'
}
