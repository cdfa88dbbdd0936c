import type { Adjustment } from '@dongzhou/engines/benefits'
import {
  type Change,
  changeSheet,
  type DueSpan,
  differencesOf,
  type Evidence,
  lineKindOf,
  type MonthDifference,
  type PersonInRun,
  type Recovery,
  type Share,
  shareOf,
} from '@dongzhou/engines/payments'
import type { Benefit } from '@dongzhou/terms/benefit'
import type { Month } from '@dongzhou/terms/month'
import type { LineKind } from '@dongzhou/terms/payment'
import type { RecipientOnFile } from '../../registry/index.ts'
import { causeText } from './cause-text.ts'
import type { BeforeRow, BeforeTransfer } from './compared.sql.ts'
import type { PostedSpan } from './ground.sql.ts'

/** 明细 as a draft makes it. */
export interface DraftLine {
  readonly person: number
  readonly benefit: Benefit
  readonly month: Month
  readonly kind: LineKind
  readonly amount: number
  readonly cause: string
}

/** What the lines of one person come to. */
export interface DraftShare extends Share {
  readonly person: number
}

export interface Spans {
  readonly due: readonly DueSpan[]
  readonly posted: readonly PostedSpan[]
}

/** The months in which due and posted differ, of people of this list: whoever left the division is settled where they are now. */
export function settleMonths(
  { due, posted }: Spans,
  people: ReadonlyMap<number, RecipientOnFile>,
  { firstOf, month }: { readonly firstOf: (benefit: Benefit, person: number) => Month; readonly month: Month },
): readonly MonthDifference[] {
  const here = ({ person }: { readonly person: number }) => people.has(person)
  return differencesOf(due.filter(here), posted.filter(here), { firstOf, month })
}

/** 明细: one line for each difference, with why. */
export function linesOf(
  differences: readonly MonthDifference[],
  month: Month,
  settled: ReadonlyMap<number, readonly Adjustment[]>,
): readonly DraftLine[] {
  return differences.map((difference) => {
    const { person, benefit, month: of, due, posted } = difference
    const kind = lineKindOf(difference, month)
    const adjustment = settled.get(person)?.find((one) => one.benefit === benefit && one.month === of)
    return { person, benefit, month: of, kind, amount: due - posted, cause: causeText(kind, adjustment?.causes ?? []) }
  })
}

/** 每人合计. */
export function sharesOf(
  lines: readonly DraftLine[],
  recoveries: ReadonlyMap<number, readonly Recovery[]>,
  month: Month,
): readonly DraftShare[] {
  return [...Map.groupBy(lines, ({ person }) => person)].map(([person, own]) => ({
    person,
    ...shareOf(own, recoveries.get(person) ?? [], month),
  }))
}

type Sum = Pick<BeforeRow, 'person' | 'benefit' | 'amount'>

export interface Compared {
  readonly before: readonly Sum[]
  readonly transfers: readonly BeforeTransfer[]
  /** What other runs have paid of this month to people of this list. */
  readonly earlierThisMonth: readonly Sum[]
}

/** 人员增减 against what was posted last. `evidenceFor` is asked only about those who differ. */
export async function changesOf(
  { lines, shares }: { readonly lines: readonly DraftLine[]; readonly shares: readonly DraftShare[] },
  people: ReadonlyMap<number, RecipientOnFile>,
  compared: Compared,
  evidenceFor: (ids: readonly number[]) => Promise<readonly Evidence[]>,
): Promise<readonly Change[]> {
  const before = peopleBefore(compared)
  const now = peopleNow(lines, shares, people, compared.earlierThisMonth)
  const differing = changeSheet(before, now, []).map(({ person }) => person)
  return changeSheet(before, now, await evidenceFor(differing))
}

function peopleBefore({ before, transfers }: Compared): readonly PersonInRun[] {
  const sent = Map.groupBy(transfers, ({ person }) => person)
  return [...Map.groupBy(before, ({ person }) => person)].map(([person, monthly]) => ({
    person,
    monthly,
    arrears: 0,
    recovery: 0,
    withheld: (sent.get(person) ?? []).reduce((sum, { withheld }) => sum + withheld, 0),
    account: sent.get(person)?.at(-1)?.account ?? undefined,
  }))
}

function peopleNow(
  lines: readonly DraftLine[],
  shares: readonly DraftShare[],
  people: ReadonlyMap<number, RecipientOnFile>,
  earlier: readonly Sum[],
): readonly PersonInRun[] {
  const own = Map.groupBy(lines, ({ person }) => person)
  const before = Map.groupBy(earlier, ({ person }) => person)
  return shares.map(({ person, withheld }) => {
    const mine = own.get(person) ?? []
    const sumOf = (kind: LineKind) =>
      mine.filter((line) => line.kind === kind).reduce((sum, { amount }) => sum + amount, 0)
    return {
      person,
      monthly: [...mine.filter(({ kind }) => kind === 'regular'), ...(before.get(person) ?? [])],
      arrears: sumOf('arrears'),
      recovery: sumOf('recovery'),
      withheld: withheld.reduce((sum, { amount }) => sum + amount, 0),
      account: people.get(person)?.account?.index,
    }
  })
}
