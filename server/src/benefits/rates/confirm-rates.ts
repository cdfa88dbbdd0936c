import { bureauDivision } from '../../platform/bureau-division.ts'
import { Fault } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrails } from '../../platform/trail.sql.ts'
import { complaintsBeside, requirePlausible } from './check-rates.ts'
import { isProposed, isStanding, type KeptRate } from './rate.ts'
import { findRatesForUpdate, listCountingRates } from './rates.sql.ts'
import { requireMayConfirm } from './require-may-confirm.ts'
import { markConfirmed, markSuperseded } from './signing.sql.ts'

export interface ConfirmRates {
  readonly rates: readonly { readonly id: number; readonly version: number }[]
}

/**
 * 复核标准: a second person has seen the document. From now on the rows count, and what they take the place of does not: the rows they
 * correct or void, and the samples of the same day.
 */
export async function confirmRates(setting: ActionSetting, input: ConfirmRates): Promise<{ ids: readonly number[] }> {
  requireMayConfirm(setting, [])
  const rows = await lockProposed(setting, input)
  requireMayConfirm(setting, rows)
  const pairs = await supersededBy(setting, rows)
  await requireStillPlausible(setting, rows, pairs)
  const superseded = await markSuperseded(setting, 'rate', pairs)
  if (superseded !== pairs.length) throw new Fault('benefits.rate-not-standing')
  const ids = await markConfirmed(
    setting,
    'rate',
    rows.map(({ id }) => id),
  )
  if (ids.length !== rows.length) throw new Fault('platform.changed-meanwhile')
  await recordTrails(
    setting,
    rows.map(({ id, isVoid, rate }) => ({
      verb: 'benefits.confirm-rates',
      subject: { kind: 'rate', id },
      division: bureauDivision(setting.bureau),
      after: { ...rate, isVoid, superseded: pairs.filter(({ by }) => by === id).map((pair) => pair.id) },
    })),
  )
  return { ids: rows.map(({ id }) => id) }
}

async function lockProposed(setting: ActionSetting, { rates }: ConfirmRates): Promise<readonly KeptRate[]> {
  const versions = new Map(rates.map(({ id, version }) => [id, version]))
  const rows = await findRatesForUpdate(setting, [...versions.keys()])
  if (rows.length !== versions.size) throw new Fault('benefits.rate-not-found')
  for (const row of rows) {
    if (!isProposed(row)) throw new Fault('benefits.rate-not-proposed', { id: row.id })
    if (row.version !== versions.get(row.id))
      throw new Fault('platform.changed-meanwhile', { id: row.id, version: row.version })
  }
  return rows
}

interface Pair {
  readonly id: number
  readonly by: number
}

/** Which standing rows stop counting, each by which of the confirmed ones. */
async function supersededBy(setting: ActionSetting, rows: readonly KeptRate[]): Promise<readonly Pair[]> {
  const counting = await listCountingRates(setting)
  const named = rows.flatMap(({ id, supersedes }) => (supersedes === undefined ? [] : [{ id: supersedes, by: id }]))
  const targets = await findRatesForUpdate(
    setting,
    named.map(({ id }) => id),
  )
  if (targets.some((target) => !isStanding(target)) || targets.length !== new Set(named.map(({ id }) => id)).size)
    throw new Fault('benefits.rate-not-standing')
  const isNamed = new Set(named.map(({ id }) => id))
  const samples = rows.flatMap(({ id, isVoid, rate }) =>
    isVoid
      ? []
      : counting
          .filter((old) => old.rate.state === 'sample' && !isNamed.has(old.id) && slotOf(old) === slotOf({ rate }))
          .map((old) => ({ id: old.id, by: id })),
  )
  return [...named, ...samples]
}

function slotOf({ rate }: Pick<KeptRate, 'rate'>): string {
  return [rate.kind, rate.key, rate.jurisdiction, rate.validFrom].join(' ')
}

// Since the row was proposed, others may have come to stand beside it: the checks are asked once more, of all chosen rows together.
async function requireStillPlausible(
  setting: ActionSetting,
  rows: readonly KeptRate[],
  pairs: readonly Pair[],
): Promise<void> {
  const asked = rows.filter(({ isVoid }) => !isVoid)
  const complaints = await complaintsBeside(
    setting,
    asked.map(({ rate }) => rate),
    pairs.map(({ id }) => id),
  )
  requirePlausible(complaints, (row) => (asked[row]?.reason ?? '') !== '')
}
