import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { mayChangeSeries } from '../policy.ts'
import { findProgramme } from '../programmes.ts'
import { recordSeries } from './series.sql.ts'

export interface OpenSeries {
  readonly programme: string
  readonly year: number
  readonly title: string
  readonly aliases: readonly string[]
  readonly planned: number | null
}

/** 开设活动系列: events of one kind in a year, with the number planned where somebody planned one. */
export async function openSeries(
  setting: ActionSetting,
  input: OpenSeries,
  source: object = { kind: 'clerk', note: '登记系列' },
): Promise<{ id: number; version: number }> {
  const { division } = setting.clerk
  requireMay(mayChangeSeries(setting.clerk, { division }))
  if (!findProgramme(input.programme)) throw new Fault('activities.programme-unknown')
  const id = await recordSeries(setting, { ...input, planned: input.planned ?? undefined, division, source })
  if (id === undefined) throw new Fault('activities.series-exists')
  await recordTrail(setting, {
    verb: 'activities.open-series',
    subject: { kind: 'activity-series', id },
    division,
    after: { programme: input.programme, year: input.year, title: input.title, planned: input.planned },
  })
  return { id, version: 1 }
}
