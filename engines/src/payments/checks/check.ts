import type { Benefit } from '@dongzhou/terms/benefit'
import type { Day } from '@dongzhou/terms/day'
import { type RunCheck, runChecks } from '@dongzhou/terms/payment'

/** 收款人 (recipient) of a run, as far as the checks look at one. Numbers are blind indexes, except the account itself. */
export interface Recipient {
  readonly person: number
  readonly name: string
  readonly amount: number
  readonly benefits: readonly Benefit[]
  readonly isAlive: boolean
  readonly identity: string | undefined
  readonly account: string | undefined
  readonly accountIndex: string | undefined
  readonly holder: string | undefined
  /** Names of the payees on file: somebody else may hold the account for them. */
  readonly payees: readonly string[]
  readonly accountChangedOn: Day | undefined
  readonly confirmedOn: Day | undefined
  /** When somebody was first paid: whoever is new need not have been confirmed before. */
  readonly drawsSince: Day | undefined
}

/** What the checks stand on besides the recipients. */
export interface CheckGround {
  readonly today: Day
  readonly accountDays: number
  /** 年度确认: whoever was not confirmed since this day is overdue; undefined while the time for it runs. */
  readonly confirmedSince: Day | undefined
  /** From death lists: by person, the day and who said so. */
  readonly deaths: ReadonlyMap<number, { readonly on: Day | undefined; readonly source: string }>
  readonly excluded: readonly { readonly one: Benefit; readonly other: Benefit; readonly document: string }[]
}

/** 核查发现 (finding): whom it is about, what is wrong. */
export interface Finding {
  readonly check: RunCheck
  readonly person: number
  readonly say: string
}

/** `blocks`: nothing is locked while one stands. `holds`: this person's money is kept back. `warns`: for the eyes of whoever signs. */
export type CheckEffect = 'blocks' | 'holds' | 'warns'

export interface NamedCheck {
  readonly code: RunCheck
  readonly effect: CheckEffect
  /** Whether somebody other than the maker may decide to pay in spite of it. */
  readonly mayBePaid: boolean
  /** What it looks for, in a sentence. */
  readonly say: string
  readonly whatToDo: string
  /** Compares recipients with each other: asked of a part of a list, it would miss whoever stands in another part. */
  readonly compares?: true
  find(recipients: readonly Recipient[], ground: CheckGround): readonly Finding[]
}

/** Its name on screens and papers. */
export function checkName(check: Pick<NamedCheck, 'code'>): string {
  return runChecks[check.code]
}

/** Findings about single recipients: a sentence where something is wrong with one. */
export function eachOf(
  code: RunCheck,
  recipients: readonly Recipient[],
  sentence: (one: Recipient) => string | undefined,
): readonly Finding[] {
  return recipients.flatMap((one) => {
    const say = sentence(one)
    return say === undefined ? [] : [{ check: code, person: one.person, say }]
  })
}

/** Findings about recipients who share what only one may have. */
export function sharers(
  code: RunCheck,
  recipients: readonly Recipient[],
  keyOf: (one: Recipient) => string | undefined,
  sentence: (others: number) => string,
): readonly Finding[] {
  const groups = Map.groupBy(recipients, (one) => keyOf(one) ?? '')
  groups.delete('')
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => group.map(({ person }) => ({ check: code, person, say: sentence(group.length - 1) })))
}
