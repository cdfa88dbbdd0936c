import { bureauDivision } from '../../platform/bureau-division.ts'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { mayWriteRates } from '../policy.ts'
import { findExclusionForUpdate, recordExclusionProposal } from './exclusions.sql.ts'
import { isProposed, isStanding } from './rate.ts'
import { markWithdrawn } from './signing.sql.ts'
import type { Withdraw, Withdrawn } from './withdraw-rate.ts'

/** 撤回或作废: a proposed cell is dropped; one that counts is put forward to be voided, and a second person confirms that. */
export async function withdrawExclusion(setting: ActionSetting, input: Withdraw): Promise<Withdrawn> {
  requireMay(mayWriteRates(setting.clerk, setting.bureau))
  const row = await findExclusionForUpdate(setting, input.id)
  if (!row) throw new Fault('benefits.exclusion-not-found')
  if (row.version !== input.version) throw new Fault('platform.changed-meanwhile', { version: row.version })
  if (isProposed(row)) {
    const version = await markWithdrawn(setting, 'rate_exclusion', { id: row.id, reason: input.reason })
    if (version === undefined) throw new Fault('platform.changed-meanwhile')
    await leaveTrail(setting, row.id, { reason: input.reason })
    return { id: row.id, version, awaitsConfirmation: false }
  }
  if (!isStanding(row)) throw new Fault('benefits.exclusion-not-proposed')
  const { benefit, other, way, validFrom, validTo, document, source } = row
  const cell = { benefit, other, way, validFrom, validTo, document, source }
  const proposal = { ...cell, reason: input.reason, supersedes: row.id, isVoid: true }
  const id = await recordExclusionProposal(setting, proposal)
  await leaveTrail(setting, id, { voids: row.id, reason: input.reason })
  return { id, version: 1, awaitsConfirmation: true }
}

async function leaveTrail(setting: ActionSetting, id: number, after: object): Promise<void> {
  await recordTrail(setting, {
    verb: 'benefits.withdraw-exclusion',
    subject: { kind: 'rate-exclusion', id },
    division: bureauDivision(setting.bureau),
    after,
  })
}
