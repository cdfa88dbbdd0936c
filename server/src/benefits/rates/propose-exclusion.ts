import type { Exclusion } from '@dongzhou/engines/benefits'
import { bureauDivision } from '../../platform/bureau-division.ts'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { mayWriteRates } from '../policy.ts'
import { listCountingExclusions, recordExclusionProposal } from './exclusions.sql.ts'

export interface ProposeExclusion extends Exclusion {
  readonly source: string
  readonly reason: string
}

/** 录入兼得关系: one cell of the matrix with the document that says so; it waits for a second person. */
export async function proposeExclusion(setting: ActionSetting, input: ProposeExclusion): Promise<{ id: number }> {
  requireMay(mayWriteRates(setting.clerk, setting.bureau))
  const { benefit, other, way, validFrom, validTo, document, source, reason } = input
  if (benefit === other) throw new Fault('benefits.exclusion-of-itself')
  if (validFrom !== undefined && validTo !== undefined && validTo <= validFrom)
    throw new Fault('benefits.exclusion-runs-backwards')
  const standing = await listCountingExclusions(setting)
  // A sample gives way to the county's own document; a confirmed cell is voided first.
  if (standing.some((row) => row.state === 'confirmed' && isSameCell(row, input)))
    throw new Fault('benefits.exclusion-exists')
  const row = { benefit, other, way, validFrom, validTo, document, source, reason }
  const id = await recordExclusionProposal(setting, row)
  await recordTrail(setting, {
    verb: 'benefits.propose-exclusion',
    subject: { kind: 'rate-exclusion', id },
    division: bureauDivision(setting.bureau),
    after: row,
  })
  return { id }
}

/** 同一格: the same two benefits from the same day. */
export function isSameCell(one: Exclusion, other: Exclusion): boolean {
  return one.benefit === other.benefit && one.other === other.other && one.validFrom === other.validFrom
}
