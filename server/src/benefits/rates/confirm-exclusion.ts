import { bureauDivision } from '../../platform/bureau-division.ts'
import { Fault } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { findExclusionForUpdate, type KeptExclusion, listCountingExclusions } from './exclusions.sql.ts'
import { isSameCell } from './propose-exclusion.ts'
import { isProposed } from './rate.ts'
import { requireMayConfirm } from './require-may-confirm.ts'
import { markConfirmed, markSuperseded } from './signing.sql.ts'

/** 复核兼得关系: a second person has seen the document; from now on the cell counts, or no longer counts. */
export async function confirmExclusion(
  setting: ActionSetting,
  input: { readonly id: number; readonly version: number },
): Promise<{ id: number; version: number }> {
  requireMayConfirm(setting, [])
  const row = await findExclusionForUpdate(setting, input.id)
  if (!row) throw new Fault('benefits.exclusion-not-found')
  if (!isProposed(row)) throw new Fault('benefits.exclusion-not-proposed')
  if (row.version !== input.version) throw new Fault('platform.changed-meanwhile', { version: row.version })
  requireMayConfirm(setting, [row])
  const gone = await goneWith(setting, row)
  const superseded = await markSuperseded(
    setting,
    'rate_exclusion',
    gone.map((id) => ({ id, by: row.id })),
  )
  if (superseded !== gone.length) throw new Fault('platform.changed-meanwhile')
  const ids = await markConfirmed(setting, 'rate_exclusion', [row.id])
  if (ids.length !== 1) throw new Fault('platform.changed-meanwhile')
  await recordTrail(setting, {
    verb: 'benefits.confirm-exclusion',
    subject: { kind: 'rate-exclusion', id: row.id },
    division: bureauDivision(setting.bureau),
    after: { benefit: row.benefit, other: row.other, way: row.way, isVoid: row.isVoid, superseded: gone },
  })
  return { id: row.id, version: row.version + 1 }
}

/** What stops counting: the cell that is voided, or the sample that the county's own document takes the place of. */
async function goneWith(setting: ActionSetting, row: KeptExclusion): Promise<readonly number[]> {
  if (row.supersedes !== undefined) return [row.supersedes]
  const standing = await listCountingExclusions(setting)
  return standing.filter((other) => other.state === 'sample' && isSameCell(other, row)).map(({ id }) => id)
}
