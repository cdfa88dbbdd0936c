import { bureauDivision } from '../../platform/bureau-division.ts'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { mayWriteRates } from '../policy.ts'
import { isProposed, isStanding, type KeptRate } from './rate.ts'
import { findRatesForUpdate } from './rates.sql.ts'
import { recordProposals } from './record-rates.sql.ts'
import { markWithdrawn } from './signing.sql.ts'

export interface Withdraw {
  readonly id: number
  readonly version: number
  readonly reason: string
}

export interface Withdrawn {
  readonly id: number
  readonly version: number
  readonly awaitsConfirmation: boolean
}

/** 撤回或作废: what is only proposed is dropped; what counts is put forward to be voided, and a second person confirms that. */
export async function withdrawRate(setting: ActionSetting, input: Withdraw): Promise<Withdrawn> {
  requireMay(mayWriteRates(setting.clerk, setting.bureau))
  const [row] = await findRatesForUpdate(setting, [input.id])
  if (!row) throw new Fault('benefits.rate-not-found')
  if (row.version !== input.version) throw new Fault('platform.changed-meanwhile', { version: row.version })
  if (isProposed(row)) return dropProposal(setting, row, input.reason)
  if (!isStanding(row)) throw new Fault('benefits.rate-not-standing')
  return proposeVoiding(setting, row, input.reason)
}

async function dropProposal(setting: ActionSetting, { id, rate }: KeptRate, reason: string): Promise<Withdrawn> {
  const version = await markWithdrawn(setting, 'rate', { id, reason })
  if (version === undefined) throw new Fault('platform.changed-meanwhile')
  await recordTrail(setting, {
    verb: 'benefits.withdraw-rate',
    subject: { kind: 'rate', id },
    division: bureauDivision(setting.bureau),
    before: rate,
    after: { reason },
  })
  return { id, version, awaitsConfirmation: false }
}

async function proposeVoiding(
  setting: ActionSetting,
  { id: supersedes, rate }: KeptRate,
  reason: string,
): Promise<Withdrawn> {
  const [id] = await recordProposals(setting, [{ rate, supersedes, isVoid: true, reason }])
  if (id === undefined) throw new Error('a proposal was not written')
  await recordTrail(setting, {
    verb: 'benefits.withdraw-rate',
    subject: { kind: 'rate', id },
    division: bureauDivision(setting.bureau),
    after: { voids: supersedes, reason },
  })
  return { id, version: 1, awaitsConfirmation: true }
}
