import type { ExclusionLine, RateLine } from '@dongzhou/contract/benefits-rates'
import { exclusionWays } from '@dongzhou/engines/benefits'
import { benefits } from '@dongzhou/terms/benefit'
import { jurisdictions, rateKinds } from '@dongzhou/terms/rate'
import { rateKeyName, rateValueText } from '@dongzhou/terms/rate-words'
import { type SignerNames, signerNames } from '../../access/index.ts'
import type { Setting } from '../../platform/setting.ts'
import { mayConfirmRates, mayWriteRates } from '../policy.ts'
import type { KeptExclusion } from './exclusions.sql.ts'
import { isProposed, isStanding, type KeptRate, type Signed } from './rate.ts'

/** What a line needs to know beside its row: who may do what, and what people are called. */
export interface Lookers {
  readonly setting: Setting
  readonly names: SignerNames
}

/** The names of everybody who signed one of the rows. */
export async function lookersFor(setting: Setting, rows: readonly Signed[]): Promise<Lookers> {
  const ids = rows.flatMap(({ accountId, confirmedAccountId }) => [accountId ?? [], confirmedAccountId ?? []].flat())
  const logins = rows.flatMap(({ recordedBy, confirmedBy, withdrawnBy }) =>
    [recordedBy, confirmedBy ?? [], withdrawnBy ?? []].flat(),
  )
  return { setting, names: await signerNames(setting, { ids, logins }) }
}

export function presentRate(row: KeptRate, lookers: Lookers): RateLine {
  const { rate } = row
  return {
    ...presentSigned(row, lookers),
    kind: rate.kind,
    kindName: rateKinds[rate.kind].name,
    key: rate.key,
    keyName: rateKeyName(rate.kind, rate.key),
    jurisdiction: rate.jurisdiction,
    jurisdictionName: jurisdictions[rate.jurisdiction],
    value: rate.value,
    valueText: rateValueText(rate),
    choice: rate.choice ?? null,
    unit: rate.unit,
    base: rate.base ?? null,
    baseName: rate.base === undefined ? null : rateKinds[rate.base].name,
    rounding: rate.rounding,
    validFrom: rate.validFrom,
    validTo: rate.validTo ?? null,
    announcedOn: rate.announcedOn ?? null,
    document: rate.document,
    source: rate.source,
    state: rate.state,
    isLate: rate.announcedOn !== undefined && rate.announcedOn > rate.validFrom,
    may: { ...mayOf(row, lookers), correct: isStanding(row) && mayWrite(lookers) },
  }
}

export function presentExclusion(row: KeptExclusion, lookers: Lookers): ExclusionLine {
  const { withdrawnBy: _, ...signed } = presentSigned(row, lookers)
  return {
    ...signed,
    benefit: row.benefit,
    benefitName: benefits[row.benefit],
    other: row.other,
    otherName: benefits[row.other],
    way: row.way,
    wayName: exclusionWays[row.way],
    validFrom: row.validFrom ?? null,
    validTo: row.validTo ?? null,
    document: row.document,
    source: row.source,
    state: row.state,
    may: mayOf(row, lookers),
  }
}

function presentSigned(row: Signed, { names }: Lookers) {
  const nameOf = (actor: string, accountId: number | undefined) =>
    actor === 'system' ? '系统' : (names.byAccount.get(accountId ?? 0) ?? names.byLogin.get(actor) ?? actor)
  return {
    id: row.id,
    version: row.version,
    isVoid: row.isVoid,
    supersedes: row.supersedes ?? null,
    reason: row.reason,
    recordedAt: row.recordedAt.toISOString(),
    recordedBy: nameOf(row.recordedBy, row.accountId),
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    confirmedBy: row.confirmedBy === undefined ? null : nameOf(row.confirmedBy, row.confirmedAccountId),
    supersededAt: row.supersededAt?.toISOString() ?? null,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    withdrawnBy: row.withdrawnBy === undefined ? null : nameOf(row.withdrawnBy, undefined),
    withdrawnBecause: row.withdrawnBecause,
  }
}

function mayOf(row: Signed, lookers: Lookers): { readonly confirm: boolean; readonly withdraw: boolean } {
  const { clerk, bureau } = lookers.setting
  const proposer = { actor: row.recordedBy, accountId: row.accountId }
  return {
    confirm: isProposed(row) && mayConfirmRates(clerk, bureau, [proposer]) === 'yes',
    withdraw: (isProposed(row) || isStanding(row)) && mayWrite(lookers),
  }
}

function mayWrite({ setting: { clerk, bureau } }: Lookers): boolean {
  return mayWriteRates(clerk, bureau) === 'yes'
}
