import type { RateDraft } from '@dongzhou/contract/benefits-rates'
import { complaintsAboutRates, type RateComplaint } from '@dongzhou/engines/benefits'
import type { Rate } from '@dongzhou/terms/rate'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { Setting } from '../../platform/setting.ts'
import { mayWriteRates } from '../policy.ts'
import { rateOfDraft } from './draft.ts'
import { houseRulesOf } from './house-rules-of.ts'
import { isStanding, type KeptRate } from './rate.ts'
import { findRates, listCountingRates, listWaitingRates } from './rates.sql.ts'

/** 核对待录标准: what speaks against some drafts, while somebody is still typing. Changes nothing. */
export async function checkRates(
  setting: Setting,
  { drafts }: { readonly drafts: readonly RateDraft[] },
): Promise<readonly RateComplaint[]> {
  requireMay(mayWriteRates(setting.clerk, setting.bureau))
  const replaced = await replacedBy(setting, drafts)
  return complaintsBeside(
    setting,
    drafts.map(rateOfDraft),
    replaced.map(({ id }) => id),
  )
}

/**
 * 合理性检查 beside what stands today, without the rows that the proposed ones take the place of, and beside what waits for the same
 * day: a table is often entered, or confirmed, in parts.
 */
export async function complaintsBeside(
  setting: Setting,
  proposed: readonly Rate[],
  replaced: readonly number[],
): Promise<readonly RateComplaint[]> {
  if (proposed.length === 0) return []
  const gone = new Set(replaced)
  const counting = await listCountingRates(setting)
  const waiting = await listWaitingRates(setting)
  const known = [
    ...counting.filter(({ id }) => !gone.has(id)).map(({ rate }) => rate),
    ...waiting.map(({ rate }) => rate).filter((rate) => isCompanion(rate, proposed)),
  ]
  const { limits } = await houseRulesOf(setting, setting.today)
  return complaintsAboutRates({ proposed, known, limits: { ...limits, today: setting.today } })
}

function isCompanion(rate: Rate, proposed: readonly Rate[]): boolean {
  const ofTable = proposed.filter(
    ({ kind, jurisdiction, validFrom }) =>
      kind === rate.kind && jurisdiction === rate.jurisdiction && validFrom === rate.validFrom,
  )
  return ofTable.length > 0 && ofTable.every(({ key }) => key !== rate.key)
}

/** Throws what stops a proposal: a refused row, or one that is held and nobody says why. */
export function requirePlausible(complaints: readonly RateComplaint[], hasReason: (row: number) => boolean): void {
  const refused = complaints.filter(({ weight }) => weight === 'refused')
  if (refused.length > 0) throw new Fault('benefits.rate-implausible', { complaints: refused })
  const held = complaints.filter(({ weight, row }) => weight === 'held' && !hasReason(row))
  if (held.length > 0) throw new Fault('benefits.rate-needs-reason', { complaints: held })
}

/** The rows that some drafts correct; each must still stand, and be of the same standard. */
export async function replacedBy(setting: Setting, drafts: readonly RateDraft[]): Promise<readonly KeptRate[]> {
  const named = drafts.flatMap(({ supersedes }) => supersedes ?? [])
  const found = new Map((await findRates(setting, named)).map((row) => [row.id, row]))
  for (const { supersedes, kind, key, jurisdiction } of drafts) {
    if (supersedes === undefined) continue
    const old = found.get(supersedes)
    if (!old || !isStanding(old)) throw new Fault('benefits.rate-not-standing', { id: supersedes })
    const { rate } = old
    if (rate.kind !== kind || rate.key !== key || rate.jurisdiction !== jurisdiction)
      throw new Fault('benefits.rate-corrects-another', { id: supersedes })
  }
  return [...found.values()]
}
