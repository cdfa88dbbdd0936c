import { Fault } from '../platform/fault.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { recordTrail } from '../platform/trail.sql.ts'
import { boundReport } from './bound-report.ts'
import { loadReportForChange, type Seen } from './load-report.ts'
import { recordReportFigures } from './report-figures.sql.ts'
import { changeReport } from './reports.sql.ts'

/** 定稿报告: from now on it says what it says today; what the records say later is shown beside it. */
export async function finishReport(setting: ActionSetting, input: Seen): Promise<{ id: number; version: number }> {
  const report = await loadReportForChange(setting, input, 'draft')
  const { document } = await boundReport(setting, report)
  const version = await changeReport(setting, report, { state: 'finished' })
  if (version === undefined) throw new Fault('platform.nothing-changed')
  await recordReportFigures(setting, report, version, document)
  await recordTrail(setting, {
    verb: 'reports.finish-report',
    subject: { kind: 'report', id: report.id },
    division: report.division,
    before: { state: 'draft' },
    after: { state: 'finished', version, cutOff: report.cutOff },
  })
  return { id: report.id, version }
}
