import { type Day, day } from '@dongzhou/terms/day'
import { bureauDivision } from '../../platform/bureau-division.ts'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { maySetTarget } from '../policy.ts'
import { findIndicator } from '../registry.ts'
import { listTargets, recordTarget } from './targets.sql.ts'

export interface SetTarget {
  readonly year: number
  readonly indicator: string
  readonly version: number
  readonly target: number | null
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly reason: string
  readonly document: string
  readonly decidedOn: Day
}

/** 调整目标: what the bureau decided to reach instead, from the day of the decision on; what was said before stays readable. */
export async function setTarget(setting: ActionSetting, input: SetTarget): Promise<{ version: number }> {
  requireMay(maySetTarget(setting.clerk, setting.bureau))
  const indicator = findIndicator(input.indicator)
  if (!indicator) throw new Fault('plan.indicator-unknown')
  if (indicator.state === 'live' && indicator.counts === 'plan') throw new Fault('plan.target-has-no-measure')
  if (input.decidedOn > setting.today) throw new Fault('plan.decided-in-future')
  const before = (await listTargets(setting, input.year, setting.today)).get(indicator.code)
  if ((before?.version ?? 0) !== input.version)
    throw new Fault('platform.changed-meanwhile', { version: before?.version ?? 0 })
  const version = input.version + 1
  const window = windowOf(input, before)
  const change = { ...input, ...window, indicator: indicator.code, version, value: input.target ?? undefined }
  if (!(await recordTarget(setting, change))) throw new Fault('platform.changed-meanwhile')
  await recordTrail(setting, {
    verb: 'plan.set-target',
    subject: { kind: 'plan-target', id: `${input.year}/${indicator.code}` },
    division: bureauDivision(setting.bureau),
    before: { target: before?.value ?? null, document: before?.document ?? '' },
    after: { target: input.target, document: input.document, reason: input.reason, decidedOn: input.decidedOn },
  })
  return { version }
}

function windowOf(
  { year, from, to }: SetTarget,
  before: { readonly from: Day; readonly to: Day } | undefined,
): { readonly from: Day; readonly to: Day } {
  const [first, last] = [day(`${year}-01-01`), day(`${year}-12-31`)]
  const window = { from: from ?? before?.from ?? first, to: to ?? before?.to ?? last }
  if (window.from > window.to || window.from < first || window.to > last)
    throw new Fault('plan.target-window-outside-year')
  return window
}
