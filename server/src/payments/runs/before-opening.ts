import type { AmountSpan } from '@dongzhou/engines/payments'
import type { Benefit } from '@dongzhou/terms/benefit'
import { day } from '@dongzhou/terms/day'
import { type Month, monthOf, monthSpan } from '@dongzhou/terms/month'
import type { Due, DueSource, Portion } from '../../benefits/index.ts'
import type { Setting } from '../../platform/setting.ts'
import { listAwardedSince } from '../../registry/index.ts'
import type { DraftOrder } from './work-out.ts'

/** 起始月以后核定 (late award): whose money for months before the opening nobody can have paid by hand. */
export interface LateAward {
  readonly person: number
  readonly benefit: Benefit
  readonly from: Month
}

/** Whoever was first awarded a benefit in or after its opening month, with effect from before. */
export async function lateAwardsOf(
  { tx }: Setting,
  openings: ReadonlyMap<Benefit, Month>,
): Promise<readonly LateAward[]> {
  const asked = [...openings].map(([benefit, month]) => ({ benefit, since: monthSpan(month).from }))
  const found = await listAwardedSince(tx, asked)
  return found.map(({ person, benefit, from }) => ({ person, benefit, from: monthOf(from ?? EARLIEST) }))
}

// An award without a beginning: the rule says when its money starts, and no rule here is older.
const EARLIEST = day('2000-01-01')

/** Since when a benefit of a person is settled here, where that is before its opening. */
export type Earlier = ReadonlyMap<string, Month>

export function earlierOf(
  { late, openings }: Pick<DraftOrder, 'late' | 'openings'>,
  { after, through }: Portion,
  posted: readonly AmountSpan[],
): Earlier {
  const inPortion = late.filter(({ person }) => after < person && person <= through)
  // What was posted of those months stays in this book, whatever is made of the award since.
  const before = posted.filter(({ benefit, from }) => from < (openings.get(benefit) ?? from))
  const earlier = new Map<string, Month>()
  for (const { person, benefit, from } of [...inPortion, ...before]) {
    const key = keyOf(person, benefit)
    earlier.set(key, Math.min(earlier.get(key) ?? from, from) as Month)
  }
  return earlier
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
