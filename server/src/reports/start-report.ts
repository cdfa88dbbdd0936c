import type { Day } from '@dongzhou/terms/day'
import { type DivisionCode, levelOf } from '@dongzhou/terms/division'
import { Fault, requireMay } from '../platform/fault.ts'
import type { ActionSetting, Setting } from '../platform/setting.ts'
import { recordTrail } from '../platform/trail.sql.ts'
import { divisionNames } from '../registry/index.ts'
import { mayWriteReport } from './policy.ts'
import { type Report, recordReport } from './reports.sql.ts'
import { requireInHalf } from './require-in-half.ts'
import { halfYearReport } from './templates/half-year.ts'

export interface StartReport {
  readonly template: Report['template']
  readonly year: number
  readonly half: Report['half']
  readonly cutOff: Day
  readonly title?: string | undefined
  readonly division?: DivisionCode | undefined
}

/** 起草报告: the template's text with its figures bound up to the cut-off. */
export async function startReport(
  setting: ActionSetting,
  input: StartReport,
): Promise<{ id: number; version: number }> {
  const { template, year, half, cutOff, title } = input
  const division = input.division ?? setting.clerk.division
  requireMay(mayWriteReport(setting.clerk, { division }))
  requireInHalf(input, cutOff)
  const draft = halfYearReport({ year, half, bureau: await issuerOf(setting, division), cutOff })
  const document = title === undefined ? draft : { ...draft, title }
  const id = await recordReport(setting, { division, template, year, half, cutOff, document })
  await recordTrail(setting, {
    verb: 'reports.start-report',
    subject: { kind: 'report', id },
    division,
    after: { title: document.title, template, year, half, cutOff },
  })
  return { id, version: 1 }
}

/** 发文机关: the bureau for the county, the service station of a town or village for its own. */
async function issuerOf(setting: Setting, division: DivisionCode): Promise<string> {
  if (levelOf(division) === 'county') return setting.bureau.name
  const names = await divisionNames(setting, [division])
  const name = names.get(division)
  if (name === undefined) throw new Fault('registry.division-unknown')
  return `${name}退役军人服务站`
}
