import type { IndicatorLine, IndicatorRowLine, ProgrammeLine } from '@dongzhou/contract/plan'
import type { JobLine } from '@dongzhou/contract/platform'
import type { ReportComparison, ReportFile, ReportLine, ReportState } from '@dongzhou/contract/reports'
import type { DivisionCode } from '@dongzhou/terms/division'
import type { FigureReading } from '@dongzhou/terms/document'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import { isOpen } from '../kit/job-progress.tsx'
import type { LedgerPage } from '../kit/ledger-types.ts'

export interface ReportsAsk {
  readonly page: number
  readonly size: number
  readonly text: string
  readonly year?: number | undefined
  readonly state?: ReportState | undefined
}

/** 报告, a page of them. */
export function useReports(input: ReportsAsk): UseQueryResult<LedgerPage<ReportLine>> {
  return useQuery({ ...orpc.reports.listReports.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** One report, bound at its cut-off. */
export function useReport(id: number): UseQueryResult<ReportFile> {
  return useQuery(orpc.reports.getReport.queryOptions({ input: { id } }))
}

/** 对比: the report at another cut-off beside itself. */
export function useComparison(id: number, otherCutOff: string | undefined): UseQueryResult<ReportComparison> {
  return useQuery({
    ...orpc.reports.compareReport.queryOptions({ input: { id, otherCutOff: otherCutOff ?? '' } }),
    enabled: otherCutOff !== undefined,
  })
}

/** 专项与指标: changes only with a release. */
export function useProgrammes(): UseQueryResult<readonly ProgrammeLine[]> {
  return useQuery({ ...orpc.plan.listProgrammes.queryOptions(), staleTime: Number.POSITIVE_INFINITY })
}

export interface PreviewAsk {
  readonly id: number
  readonly indicator: string
  readonly from: string
  readonly to: string
}

export interface Preview {
  readonly reading: FigureReading
  readonly unit: IndicatorLine['unit']
  readonly name: string
  readonly query: string
}

/** 试取数字: how an indicator reads before it stands in the text. */
export function usePreview(input: PreviewAsk | undefined): UseQueryResult<Preview> {
  return useQuery({
    ...orpc.reports.previewFigure.queryOptions({ input: input ?? { id: 1, indicator: '', from: '', to: '' } }),
    enabled: input !== undefined,
  })
}

export interface RowsAsk {
  readonly code: string
  readonly from: string
  readonly to: string
  readonly page: number
  /** The report's own: its figures count this division, whoever looks. */
  readonly division: DivisionCode
}

/** How many records the inspector shows at once. */
export const ROWS_SHOWN = 20

/** The records behind a figure, a page of them. An earlier page stands in only for the same figure. */
export function useFigureRows(asked: RowsAsk): UseQueryResult<LedgerPage<IndicatorRowLine>> {
  return useQuery(orpc.plan.listIndicatorRows.queryOptions({ input: { ...asked, size: ROWS_SHOWN } }))
}

/** 导出 under way, asked until it ends. */
export function useExportJob(id: string | undefined): UseQueryResult<JobLine> {
  return useQuery({
    ...orpc.jobs.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
    refetchInterval: (query) => (query.state.data && !isOpen(query.state.data) ? false : 700),
  })
}
