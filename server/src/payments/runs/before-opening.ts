import type { AmountSpan } from '@dongzhou/engines/payments'
import type { Benefit } from '@dongzhou/terms/benefit'
import { day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import { type Month, monthOf, monthSpan } from '@dongzhou/terms/month'
import type { Due, DueSource, Portion } from '../../benefits/index.ts'
import type { Setting } from '../../platform/setting.ts'
import { listAwardedSince, type RecipientOnFile } from '../../registry/index.ts'
import type { Files } from './ground.sql.ts'
import { keptIn } from './kept-in.ts'
import { bookOpening, type OpeningBook, openingMonths } from './opening-book.ts'
import { listFirstPlaces } from './openings.sql.ts'
import type { DraftOrder } from './work-out.ts'

/** 起始月以后核定 (late award): whose money for months before the opening nobody can have paid by hand. */
export interface LateAward {
  readonly person: number
  readonly benefit: Benefit
  readonly from: Month
  /** The opening month that it is late for: where the benefit began in several months, it may be late for one and not for another. */
  readonly opening: Month
}

/** Whoever was first awarded a benefit in or after an opening month of it, with effect from before. */
export async function lateAwardsOf(
  { tx }: Setting,
  book: OpeningBook,
  benefits: readonly Benefit[],
): Promise<readonly LateAward[]> {
  const asked = benefits.flatMap((benefit) =>
    [...openingMonths(book, benefit)].map((month) => ({ benefit, since: monthSpan(month).from })),
  )
  const found = await listAwardedSince(tx, asked)
  return found.map(({ person, benefit, from, since }) => ({
    ...{ person, benefit, opening: monthOf(since) },
    from: monthOf(from ?? EARLIEST),
  }))
}

// An award on file without a beginning: the rule says when its money starts. How far back it is asked is no rule but a guard against asking
// every month since a birth: nobody is awarded here, for the first time, what began longer ago.
const EARLIEST = day('2000-01-01')

/** 起始月 of a benefit of a person. */
export type OpeningOf = (benefit: Benefit, person: number) => Month

/**
 * 起始月 of each person: of where they were first paid the benefit here, for whoever paid before paid there; of whom nothing was paid, of
 * where they live. Only of benefits that began in several months is it asked where that was.
 */
export async function openingsByPerson(
  setting: Setting,
  { run, openings }: Pick<DraftOrder, 'run' | 'openings'>,
  { files, everybody }: { readonly files: Files; readonly everybody: ReadonlyMap<number, RecipientOnFile> },
): Promise<OpeningOf> {
  const several = run.benefits.filter((benefit) => openingMonths(openings, benefit).size > 1)
  const people = [...everybody.keys()]
  const found = several.length === 0 ? [] : await listFirstPlaces(setting, { benefits: several, people, files })
  const first = new Map<string, (typeof found)[number]>()
  for (const one of keptIn(files, files.merged, found)) {
    const key = keyOf(one.person, one.benefit)
    if (one.month < (first.get(key)?.month ?? Number.POSITIVE_INFINITY)) first.set(key, one)
  }
  const at = (place: DivisionCode | undefined, benefit: Benefit) =>
    place === undefined ? undefined : bookOpening(openings, place, benefit)
  return (benefit, person) =>
    at(first.get(keyOf(person, benefit))?.division, benefit) ??
    at(everybody.get(person)?.division, benefit) ??
    at(run.division, benefit) ??
    run.month
}

/** Since when a benefit of a person is settled here, where that is before its opening. */
export type Earlier = ReadonlyMap<string, Month>

export function earlierOf(late: readonly LateAward[], posted: readonly AmountSpan[], openingOf: OpeningOf): Earlier {
  const own = late.filter(({ person, benefit, opening }) => opening === openingOf(benefit, person))
  // What was posted of those months stays in this book, whatever is made of the award since.
  const before = posted.filter(({ person, benefit, from }) => from < openingOf(benefit, person))
  const earlier = new Map<string, Month>()
  for (const { person, benefit, from } of [...own, ...before]) {
    const key = keyOf(person, benefit)
    earlier.set(key, Math.min(earlier.get(key) ?? from, from) as Month)
  }
  return earlier
}

/** Late awards of a portion of people. */
export function lateIn({ after, through }: Portion, late: readonly LateAward[]): readonly LateAward[] {
  return late.filter(({ person }) => after < person && person <= through)
}

export function keyOf(person: number, benefit: Benefit): string {
  return `${person} ${benefit}`
}

/** 应发 with the months before the first that everybody is asked for, of those few whom they concern. */
export async function withEarlier(
  setting: Setting,
  source: DueSource,
  { run, from }: Pick<DraftOrder, 'run' | 'from'>,
  { due, earlier }: { readonly due: Due; readonly earlier: Earlier },
): Promise<Due> {
  const first = Math.min(from, ...earlier.values()) as Month
  if (first >= from) return due
  const people = [...new Set([...earlier.keys()].map((key) => Number(key.split(' ')[0])))]
  const { benefits, division } = run
  const before = await source.due(setting, { benefits, division, months: { from: first, to: from }, people })
  const spans = before.spans.filter(({ person, benefit }) => earlier.has(keyOf(person, benefit)))
  return { ...due, spans: [...due.spans, ...spans], rates: [...due.rates, ...before.rates] }
}
