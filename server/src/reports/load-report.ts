import { Fault, requireMay } from '../platform/fault.ts'
import type { Setting } from '../platform/setting.ts'
import { mayReadReport, mayWriteReport } from './policy.ts'
import { findReport, findReportForUpdate, type Report } from './reports.sql.ts'

export interface Seen {
  readonly id: number
  readonly version: number
}

/** The report, inside the scope and readable; otherwise the fault that says why not. */
export async function loadReport(setting: Setting, id: number): Promise<Report> {
  const report = await findReport(setting, id)
  if (!report) throw new Fault('reports.report-not-found')
  requireMay(mayReadReport(setting.clerk, report))
  return report
}

/** The report an action is about: locked, writable, in the state the action is for, and still as the clerk saw it. */
export async function loadReportForChange(setting: Setting, seen: Seen, state: Report['state']): Promise<Report> {
  const report = await findReportInState(setting, seen.id, state)
  if (report.version !== seen.version) throw new Fault('platform.changed-meanwhile', changedBy(report))
  return report
}

/** The same without the version: the caller compares the texts before it complains. */
export async function findReportInState(setting: Setting, id: number, state: Report['state']): Promise<Report> {
  const report = await findReportForUpdate(setting, id)
  if (!report) throw new Fault('reports.report-not-found')
  requireMay(mayWriteReport(setting.clerk, report))
  if (report.state !== state) throw new Fault(state === 'draft' ? 'reports.finished' : 'reports.not-finished')
  return report
}

export function changedBy(report: Report): {
  readonly version: number
  readonly changedBy: string
  readonly changedAt: string
} {
  return { version: report.version, changedBy: report.changedBy, changedAt: report.changedAt.toISOString() }
}
