import { halfYearSpan } from '@dongzhou/terms/half-year'
import { bureauDivision } from '../../platform/bureau-division.ts'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { takeSnapshot } from '../figures.sql.ts'
import { getIndicator } from '../figures-for.ts'
import type { LiveIndicator } from '../indicator.ts'
import { mayClosePeriod } from '../policy.ts'
import { type Half, listClosedIndicators, recordClosing, recordFrozen } from './closings.sql.ts'

export interface ClosePeriod {
  readonly year: number
  readonly half: Half
  readonly indicators: readonly string[]
  readonly note: string
}

/** 期末定数: freezes the values of a half-year that is over, each with the rows it stands on, so that they may be cited. */
export async function closePeriod(
  setting: ActionSetting,
  input: ClosePeriod,
): Promise<{ id: number; figures: number }> {
  requireMay(mayClosePeriod(setting.clerk, setting.bureau))
  const indicators = [...new Set(input.indicators)].map(requireLive)
  const range = halfYearSpan(input)
  if (range.to >= setting.today) throw new Fault('plan.period-not-over')
  const codes = indicators.map(({ code }) => code)
  const closed = await listClosedIndicators(setting, input, codes)
  if (closed.length > 0) throw new Fault('plan.period-closed', { indicators: closed })
  const id = await recordClosing(setting, { ...input, ...range })
  for (const indicator of indicators) {
    // One statement an indicator: each has a relation of its own, and a bureau closes some dozens, twice a year.
    const snapshot = await takeSnapshot(setting, { indicator, range })
    const frozen = { closing: { ...input, id }, indicator: indicator.code, revision: 1, snapshot, reason: '' }
    if (!(await recordFrozen(setting, frozen))) throw new Fault('plan.period-closed')
  }
  await recordTrail(setting, {
    verb: 'plan.close-period',
    subject: { kind: 'period-closing', id },
    division: bureauDivision(setting.bureau),
    after: { year: input.year, half: input.half, indicators: codes, note: input.note },
  })
  return { id, figures: indicators.length }
}

export function requireLive(code: string): LiveIndicator {
  const indicator = getIndicator(code)
  if (indicator.state === 'room-not-built') throw new Fault('plan.room-not-built')
  return indicator
}
