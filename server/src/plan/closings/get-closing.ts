import { Fault } from '../../platform/fault.ts'
import type { Setting } from '../../platform/setting.ts'
import { takeSnapshot } from '../figures.sql.ts'
import type { Indicator } from '../indicator.ts'
import { findIndicator } from '../registry.ts'
import { type Closing, type Frozen, findClosing, listFrozen } from './closings.sql.ts'
import { type Drift, driftBetween } from './drift.ts'

export interface FigureOfClosing {
  readonly indicator: Indicator
  readonly current: Frozen
  readonly earlier: readonly Frozen[]
  readonly now: { readonly value: number; readonly rows: number }
  readonly drift: Drift
}

/** 定数明细: the frozen values of a closing, older ones beside them, and what the records say today. */
export async function getClosing(
  setting: Setting,
  id: number,
): Promise<{ readonly closing: Closing; readonly figures: readonly FigureOfClosing[] }> {
  const closing = await findClosing(setting, id)
  if (!closing) throw new Fault('plan.closing-not-found')
  const figures: FigureOfClosing[] = []
  for (const [code, revisions] of Map.groupBy(await listFrozen(setting, id), ({ indicator }) => indicator)) {
    const indicator = findIndicator(code)
    const [current, ...earlier] = revisions
    if (indicator?.state !== 'live' || !current) continue
    // One statement an indicator: the ids of the rows are compared, not only their number.
    const { value, rows, rowIds } = await takeSnapshot(setting, { indicator, range: closing })
    figures.push({ indicator, current, earlier, now: { value, rows }, drift: driftBetween(current, { value, rowIds }) })
  }
  return { closing, figures }
}
