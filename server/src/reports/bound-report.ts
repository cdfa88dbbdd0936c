import { bindFigures } from '@dongzhou/engines/reports'
import type { ReportDocument } from '@dongzhou/terms/document'
import type { Setting } from '../platform/setting.ts'
import { readFiguresOf } from './read-figures.ts'
import { listReportFigures } from './report-figures.sql.ts'
import type { Report } from './reports.sql.ts'

/** A report with its values: a draft says what the records say now, a finished one what they said when it was finished. */
export interface BoundReport {
  readonly document: ReportDocument
  /** Set in a finished report: the same text as the records answer now. */
  readonly now: ReportDocument | undefined
}

export async function boundReport(setting: Setting, report: Report): Promise<BoundReport> {
  const now = bindFigures(report.document, await readFiguresOf(setting, report.division, report.document))
  if (report.state === 'draft') return { document: now, now: undefined }
  return { document: await storedReport(setting, report), now }
}

/** 定稿: a finished report with its stored values only; the records are not asked. */
export async function storedReport(setting: Setting, report: Report): Promise<ReportDocument> {
  return bindFigures(report.document, await listReportFigures(setting, report))
}
