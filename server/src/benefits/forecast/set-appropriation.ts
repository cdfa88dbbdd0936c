import type { Benefit } from '@dongzhou/terms/benefit'
import type { Day } from '@dongzhou/terms/day'
import { bureauDivision } from '../../platform/bureau-division.ts'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { mayAnswerForCounty } from '../policy.ts'
import { listAppropriations, recordAppropriation } from './appropriations.sql.ts'

export interface SetAppropriation {
  readonly year: number
  readonly benefit?: Benefit | undefined
  readonly version: number
  readonly amount: number | null
  readonly document: string
  readonly decidedOn: Day
  readonly reason: string
}

/** 登记资金安排: what was set aside for a year, in all or for one benefit; what was said before stays readable. */
export async function setAppropriation(setting: ActionSetting, input: SetAppropriation): Promise<{ version: number }> {
  requireMay(mayAnswerForCounty(setting.clerk, setting.bureau))
  if (input.decidedOn > setting.today) throw new Fault('benefits.decided-in-future')
  const before = (await listAppropriations(setting, input.year)).find(({ benefit }) => benefit === input.benefit)
  const seen = before?.version ?? 0
  if (seen !== input.version) throw new Fault('platform.changed-meanwhile', { version: seen })
  const version = input.version + 1
  if (!(await recordAppropriation(setting, { ...input, benefit: input.benefit, version })))
    throw new Fault('platform.changed-meanwhile')
  await recordTrail(setting, {
    verb: 'benefits.set-appropriation',
    subject: { kind: 'benefit-appropriation', id: `${input.year}/${input.benefit ?? 'all'}` },
    division: bureauDivision(setting.bureau),
    before: { amount: before?.amount ?? null, document: before?.document ?? '' },
    after: { amount: input.amount, document: input.document, decidedOn: input.decidedOn },
    purpose: input.reason,
  })
  return { version }
}
