import { Fault } from '../platform/fault.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { recordTrail } from '../platform/trail.sql.ts'
import { loadReportForChange, type Seen } from './load-report.ts'
import { changeReport } from './reports.sql.ts'

/** 重新打开报告: a draft again, counted anew. The values it had when finished stay on record. */
export async function reopenReport(
  setting: ActionSetting,
  input: Seen & { readonly reason: string },
): Promise<{ id: number; version: number }> {
  const report = await loadReportForChange(setting, input, 'finished')
  const version = await changeReport(setting, report, { state: 'draft' })
  if (version === undefined) throw new Fault('platform.nothing-changed')
  await recordTrail(setting, {
    verb: 'reports.reopen-report',
    subject: { kind: 'report', id: report.id },
    division: report.division,
    before: { state: 'finished', finishedVersion: report.finishedVersion },
    after: { state: 'draft', version },
    purpose: input.reason,
  })
  return { id: report.id, version }
}
