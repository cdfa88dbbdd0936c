import type { Day } from '@dongzhou/terms/day'
import { Fault } from '../platform/fault.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { recordTrail } from '../platform/trail.sql.ts'
import { loadReportForChange, type Seen } from './load-report.ts'
import { moveCutOff } from './move-cut-off.ts'
import { changeReport } from './reports.sql.ts'
import { requireInHalf } from './require-in-half.ts'

/** 调整截止日期: the same text, counted to another day of its half-year. */
export async function changeCutOff(
  setting: ActionSetting,
  input: Seen & { readonly cutOff: Day },
): Promise<{ id: number; version: number }> {
  const report = await loadReportForChange(setting, input, 'draft')
  requireInHalf(report, input.cutOff)
  const document = moveCutOff(report.document, report.cutOff, input.cutOff)
  const version = await changeReport(setting, report, { document, cutOff: input.cutOff })
  if (version === undefined) throw new Fault('platform.nothing-changed')
  await recordTrail(setting, {
    verb: 'reports.change-cut-off',
    subject: { kind: 'report', id: report.id },
    division: report.division,
    before: { cutOff: report.cutOff },
    after: { cutOff: input.cutOff },
  })
  return { id: report.id, version }
}
