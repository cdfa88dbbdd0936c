import { confirmedSince, type HouseRules } from '@dongzhou/engines/benefits'
import {
  type CheckGround,
  type Finding,
  findingsOf,
  heldBy,
  namedChecks,
  type Recipient,
} from '@dongzhou/engines/payments'
import type { Benefit } from '@dongzhou/terms/benefit'
import type { Day } from '@dongzhou/terms/day'
import { type Month, monthSpan } from '@dongzhou/terms/month'
import type { Due } from '../../benefits/index.ts'
import { dayInChina } from '../../platform/clock.ts'
import type { Setting } from '../../platform/setting.ts'
import { mergedFilesOf, type RecipientOnFile } from '../../registry/index.ts'
import { listConfirmations, listDeathsOf, listPassed } from './ground.sql.ts'

/** Whoever is to be paid, for how much and for what; since when they draw. */
export interface Payee {
  readonly person: number
  readonly amount: number
  readonly benefits: readonly Benefit[]
  readonly since: Month | undefined
}

export interface Checked {
  readonly findings: readonly Finding[]
  readonly held: ReadonlyMap<number, Finding>
}

/** Which checks: those that look at each recipient alone, those that compare them with each other, or, left out, both. */
type Which = 'each' | 'compared' | undefined

/** 锁定前核查 over everybody who is to be paid, and whose money is kept back for it. */
export async function checkRecipients(
  setting: Setting,
  runId: number,
  payees: readonly Payee[],
  on: {
    readonly people: ReadonlyMap<number, RecipientOnFile>
    readonly excluded: Due['excluded']
    readonly house: HouseRules
    readonly which?: Which
  },
): Promise<Checked> {
  const ids = payees.map(({ person }) => person)
  const merged = await mergedFilesOf(setting.tx, ids)
  const confirmed = await listConfirmations(setting.tx, ids, merged)
  const ground: CheckGround = {
    today: setting.today,
    accountDays: on.house.accountDays,
    confirmedSince: confirmedSince(setting.today, on.house),
    deaths: await listDeathsOf(setting.tx, ids, merged),
    excluded: on.excluded,
  }
  const recipients = payees.flatMap((payee) => {
    const onFile = on.people.get(payee.person)
    return onFile === undefined ? [] : [recipientOf(payee, onFile, confirmed.get(payee.person))]
  })
  const findings = findingsOf(recipients, ground, checksOf(on.which))
  const passed = await listPassed(setting.tx, runId)
  return { findings, held: heldBy(findings, ({ check, person }) => passed.has(`${check} ${person}`)) }
}

function checksOf(which: Which) {
  if (which === undefined) return namedChecks
  return namedChecks.filter(({ compares }) => (compares === true) === (which === 'compared'))
}

function recipientOf(
  { person, amount, benefits, since }: Payee,
  onFile: RecipientOnFile,
  confirmedOn: Day | undefined,
): Recipient {
  const { name, isAlive, identityIndex, account, payees } = onFile
  return {
    ...{ person, name, amount, benefits, isAlive, payees, confirmedOn },
    identity: identityIndex,
    account: account?.account,
    accountIndex: account?.index,
    holder: account?.holder,
    accountChangedOn: account?.isChange ? dayInChina(account.recordedAt) : undefined,
    drawsSince: since === undefined ? undefined : monthSpan(since).from,
  }
}
