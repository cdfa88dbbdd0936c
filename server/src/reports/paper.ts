import { type FigureAppendixRow, figureAppendix } from '@dongzhou/engines/reports'
import type { ReportDocument } from '@dongzhou/terms/document'
import { requireMay } from '../platform/fault.ts'
import type { Setting } from '../platform/setting.ts'
import { boundReport, storedReport } from './bound-report.ts'
import { loadReport } from './load-report.ts'
import { mayExportReport } from './policy.ts'
import { wordsOfIndicators } from './read-figures.ts'
import type { Report } from './reports.sql.ts'

/** What goes to paper: the document with its values, and the table of its figures. */
export interface Paper {
  readonly report: Report
  readonly document: ReportDocument
  readonly rows: readonly FigureAppendixRow[]
}

/** Reads it for somebody who may take it away: a draft as the records are now, a finished report as it was stored. */
export async function readPaper(setting: Setting, id: number): Promise<Paper> {
  const report = await loadReport(setting, id)
  requireMay(mayExportReport(setting.clerk, report))
  const document =
    report.state === 'finished' ? await storedReport(setting, report) : (await boundReport(setting, report)).document
  return { report, document, rows: figureAppendix(document, wordsOfIndicators(document)) }
}

/** `<title>-<cut-off>.docx`, without the characters that file systems refuse, and short enough for all of them. */
export function fileNameOf({ title, cutOff }: Pick<Report, 'title' | 'cutOff'>): string {
  return `${title.replace(/[\\/:*?"<>|\s]+/g, '').slice(0, 60)}-${cutOff}.docx`
}
