import type { LayoutView, ReturnView, RunFileView } from '@dongzhou/contract/payments-money'
import type {
  ChangeView,
  FindingView,
  PostedLineView,
  RunLine,
  RunView,
  StepView,
  TransferView,
} from '@dongzhou/contract/payments-views'
import type { JobLine } from '@dongzhou/contract/platform'
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, orpc } from '../api.ts'
import { isOpen } from '../kit/job-progress.tsx'
import type { LedgerPage } from '../kit/ledger-types.ts'
import type { LedgerAsk } from '../kit/search-params.ts'
import { type Action, useAction } from '../kit/use-action.ts'
import { changesAsk, findingsAsk, linesAsk, runsAsk, transfersAsk } from './run-asks.ts'

/** A run that is being computed changes by itself: it is asked again until it rests. */
const AT_WORK_MS = 1_500

/** 发放批次, a page of them. */
export function useRuns(ask: LedgerAsk): UseQueryResult<LedgerPage<RunLine>> {
  const input = { page: ask.page, size: ask.size, ...runsAsk(ask.filters) }
  return useQuery({
    ...orpc.payments.listRuns.queryOptions({ input }),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => (query.state.data?.items.some(isAtWork) ? AT_WORK_MS * 2 : false),
  })
}

/** The newest run of the ordinary kind: what the next one is modelled on. */
export function useLastRun(): UseQueryResult<RunLine | null> {
  return useQuery({
    ...orpc.payments.listRuns.queryOptions({ input: { page: 1, size: 1, kind: 'regular' } }),
    select: ({ items }: LedgerPage<RunLine>) => items[0] ?? null,
  })
}

/** 发放批次 with everything whoever signs must see; asked again while it is computed. */
export function useRun(id: number): UseQueryResult<RunView> {
  return useQuery({
    ...orpc.payments.getRun.queryOptions({ input: { id } }),
    refetchInterval: (query) => (query.state.data && isAtWork(query.state.data) ? AT_WORK_MS : false),
  })
}

function isAtWork({ jobId }: Pick<RunLine, 'jobId'>): boolean {
  return jobId !== null
}

/** 后台任务, asked until it ends; then what it changed is asked anew. */
export function useRunJob(id: string | undefined): UseQueryResult<JobLine> {
  const queries = useQueryClient()
  return useQuery({
    queryKey: orpc.jobs.get.queryKey({ input: { id: id ?? '' } }),
    queryFn: async ({ signal }) => {
      const job = await api.jobs.get({ id: id ?? '' }, { signal })
      if (!isOpen(job)) void queries.invalidateQueries({ queryKey: orpc.payments.key() })
      return job
    },
    enabled: id !== undefined,
    refetchInterval: (query) => (query.state.data && !isOpen(query.state.data) ? false : AT_WORK_MS / 2),
  })
}

/** 锁定前核查: the people that the checks found. */
export function useRunFindings(runId: number, ask: LedgerAsk): UseQueryResult<LedgerPage<FindingView>> {
  const input = { runId, page: ask.page, size: ask.size, ...findingsAsk(ask.filters) }
  return useQuery({ ...orpc.payments.listRunFindings.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** 人员增减与金额变动 against the run before. */
export function useChanges(runId: number, ask: LedgerAsk): UseQueryResult<LedgerPage<ChangeView>> {
  const input = { runId, page: ask.page, size: ask.size, ...changesAsk(ask.filters) }
  return useQuery({ ...orpc.payments.listChanges.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** 发放名册 of a run: one row a person. */
export function useTransfers(runId: number, ask: LedgerAsk): UseQueryResult<LedgerPage<TransferView>> {
  const input = { runId, page: ask.page, size: ask.size, isOutstanding: false, ...transfersAsk(ask.filters) }
  return useQuery({ ...orpc.payments.listTransfers.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** 个人发放记录: what was listed for one person, the latest month first. */
export function usePersonTransfers(personId: number, ask: LedgerAsk): UseQueryResult<LedgerPage<TransferView>> {
  const input = { personId, page: ask.page, size: ask.size, isOutstanding: false, ...transfersAsk(ask.filters) }
  return useQuery({ ...orpc.payments.listTransfers.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** 退汇与暂缓 that nobody has taken up yet; of one run, or of all. */
export function useOutstanding(runId: number | undefined, ask: LedgerAsk): UseQueryResult<LedgerPage<TransferView>> {
  const of = runId === undefined ? {} : { runId }
  const input = { ...of, page: ask.page, size: ask.size, isOutstanding: true, ...transfersAsk(ask.filters) }
  return useQuery({ ...orpc.payments.listTransfers.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** How many of a run are in a state, or get anything at all: of those held the totals know the money only. */
export function useCountIn(runId: number, state?: TransferView['state']): number | undefined {
  const of = state === undefined ? {} : { state }
  const input = { runId, ...of, isOutstanding: false, page: 1, size: 1 }
  return useQuery(orpc.payments.listTransfers.queryOptions({ input })).data?.total
}

/** Who is paid and who is held: fewer than stand on the list, for some only give back. */
export function usePaidAndHeld(runId: number): { readonly paid: number; readonly held: number } {
  const held = useCountIn(runId, 'held') ?? 0
  return { paid: (useCountIn(runId) ?? 0) - held, held }
}

/** 发放明细 of a run. */
export function useLines(runId: number, ask: LedgerAsk): UseQueryResult<LedgerPage<PostedLineView>> {
  const input = { runId, page: ask.page, size: ask.size, ...linesAsk(ask.filters) }
  return useQuery({ ...orpc.payments.listLines.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** What one person gets in a run, line by line. */
export function useLinesOf(runId: number, personId: number): UseQueryResult<LedgerPage<PostedLineView>> {
  return useQuery(orpc.payments.listLines.queryOptions({ input: { runId, personId, page: 1, size: 200 } }))
}

/** 文件格式. They change only with a release. */
export function useLayouts(): UseQueryResult<readonly LayoutView[]> {
  return useQuery({ ...orpc.payments.listLayouts.queryOptions(), staleTime: Number.POSITIVE_INFINITY })
}

/** 已导出的文件 of a run. */
export function useRunFiles(runId: number): UseQueryResult<LedgerPage<RunFileView>> {
  return useQuery(orpc.payments.listRunFiles.queryOptions({ input: { runId, page: 1, size: 50 } }))
}

/** 回盘记录 of a run. */
export function useReturns(runId: number): UseQueryResult<LedgerPage<ReturnView>> {
  return useQuery(orpc.payments.listReturns.queryOptions({ input: { runId, page: 1, size: 20 } }))
}

const calls = {
  lock: api.payments.lockRun,
  check: api.payments.checkRun,
  approve: api.payments.approveRun,
  release: api.payments.releaseRun,
  close: api.payments.closeRun,
} as const satisfies Partial<{ readonly [S in StepView['step']]: unknown }>

/** One step of a run by its button; when it is refused the run is asked anew, and a second attempt is made under it as it stands then. */
export function useRunStep(
  run: Pick<RunView, 'id' | 'version'>,
  step: keyof typeof calls,
  onDone: () => void,
): Action<{ readonly note: string }> {
  const queries = useQueryClient()
  return useAction(
    (input: { readonly actionId: string; readonly note: string }) =>
      calls[step]({ ...input, id: run.id, version: run.version }).catch((error: unknown) => {
        // Whatever stood against it (a signature given meanwhile, an account changed) is on the run as it is now.
        void queries.invalidateQueries({ queryKey: orpc.payments.key() })
        throw error
      }),
    onDone,
  )
}
