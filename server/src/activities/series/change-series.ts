import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { mayChangeSeries } from '../policy.ts'
import { changeSeriesRow, findSeriesForUpdate, listSeriesOfYears } from './series.sql.ts'

export interface ChangeSeries {
  readonly id: number
  readonly version: number
  readonly title: string
  readonly aliases: readonly string[]
  readonly planned: number | null
}

/** 修改活动系列: another title, the names ledgers use for it, or another number planned. */
export async function changeSeries(
  setting: ActionSetting,
  input: ChangeSeries,
): Promise<{ id: number; version: number }> {
  const series = await findSeriesForUpdate(setting, input.id)
  if (!series) throw new Fault('activities.series-not-found')
  requireMay(mayChangeSeries(setting.clerk, series))
  if (series.version !== input.version) throw new Fault('platform.changed-meanwhile', { version: series.version })
  const others = (await listSeriesOfYears(setting, [series.year], 'all')).filter(({ id }) => id !== series.id)
  if (others.some(({ title }) => title === input.title)) throw new Fault('activities.series-exists')
  const version = await changeSeriesRow(setting, input, { ...input, planned: input.planned ?? undefined })
  if (version === undefined) throw new Fault('platform.changed-meanwhile')
  await recordTrail(setting, {
    verb: 'activities.change-series',
    subject: { kind: 'activity-series', id: series.id },
    division: series.division,
    before: { title: series.title, aliases: series.aliases, planned: series.planned ?? null },
    after: { title: input.title, aliases: input.aliases, planned: input.planned },
  })
  return { id: series.id, version }
}
