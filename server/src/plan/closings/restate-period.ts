import { bureauDivision } from '../../platform/bureau-division.ts'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { takeSnapshot } from '../figures.sql.ts'
import { mayClosePeriod } from '../policy.ts'
import { requireLive } from './close-period.ts'
import { findClosing, listFrozen, recordFrozen } from './closings.sql.ts'
import { driftBetween } from './drift.ts'

export interface RestatePeriod {
  readonly closingId: number
  readonly indicator: string
  readonly revision: number
  readonly reason: string
}

/** 更正定数: a new value beside the frozen one, with the reason; the old one stays citable as what was said at its time. */
export async function restatePeriod(
  setting: ActionSetting,
  input: RestatePeriod,
): Promise<{ revision: number; value: number }> {
  requireMay(mayClosePeriod(setting.clerk, setting.bureau))
  const closing = await findClosing(setting, input.closingId)
  if (!closing) throw new Fault('plan.closing-not-found')
  const indicator = requireLive(input.indicator)
  const last = (await listFrozen(setting, closing.id)).find((frozen) => frozen.indicator === indicator.code)
  if (!last) throw new Fault('plan.closing-not-found')
  if (last.revision !== input.revision) throw new Fault('platform.changed-meanwhile', { version: last.revision })
  const snapshot = await takeSnapshot(setting, { indicator, range: closing })
  if (!driftBetween(last, snapshot).isDrifted) throw new Fault('plan.nothing-to-restate')
  const revision = last.revision + 1
  const frozen = { closing, indicator: indicator.code, revision, snapshot, reason: input.reason }
  if (!(await recordFrozen(setting, frozen))) throw new Fault('platform.changed-meanwhile')
  await recordTrail(setting, {
    verb: 'plan.restate-period',
    subject: { kind: 'period-closing', id: closing.id },
    division: bureauDivision(setting.bureau),
    before: { indicator: indicator.code, revision: last.revision, value: last.value, rows: last.rows },
    after: { revision, value: snapshot.value, rows: snapshot.rows, reason: input.reason },
  })
  return { revision, value: snapshot.value }
}
