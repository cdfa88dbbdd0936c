import type { KindBeside } from '@dongzhou/contract/linkage'
import { dueByMonth, type Months, personFactsOf, type Question } from '@dongzhou/engines/benefits'
import { contradict } from '@dongzhou/engines/linkage'
import { singleThingOf, spanOf } from '@dongzhou/terms/agreement'
import { type Month, monthOf } from '@dongzhou/terms/month'
import { payableRulebook } from '../benefits/index.ts'
import type { Setting } from '../platform/setting.ts'
import type { PersonFact } from '../registry/index.ts'

/** What each way of settling two files' decisions on one benefit would cost, by the thing that is chosen. */
export type Uncovered = ReadonlyMap<string, KindBeside['uncovered']>

type Award = Extract<PersonFact, { readonly kind: 'award' }>

/**
 * 失去依据的月份 (uncovered months): how many months up to this one pay on one of the two files, and would pay nothing on the merged one, if
 * nobody chose between the decisions on a benefit and for each that may be chosen. What was paid for them would be asked back.
 */
export async function uncoveredMonths(
  setting: Setting,
  mine: readonly PersonFact[],
  theirs: readonly PersonFact[],
): Promise<Uncovered> {
  const things = [...awardsByThing(mine)].flatMap(([thing, own]) => {
    const others = awardsByThing(theirs).get(thing)
    return others === undefined ? [] : [{ thing, awards: [...own, ...others] }]
  })
  if (things.length === 0) return new Map()
  const rulebook = await payableRulebook(setting)
  const now = monthOf(setting.today)
  return new Map(
    things.map(({ thing, awards }) => {
      const questions = awards.slice(0, 1).map(({ value }) => rulebook.questionOf(value.benefit))
      const months = monthsOf(awards, now)
      const paid = (facts: readonly PersonFact[]) => paidMonths(facts, questions, months)
      const before = [...new Set([...paid(mine), ...paid(theirs)])]
      const merged = [...mine, ...theirs]
      const ways = waysOf(awards).map(({ factId, out }) => {
        const after = paid(merged.filter((fact) => !out.includes(fact)))
        return { factId, months: before.filter((month) => !after.has(month)).length }
      })
      return [thing, ways.filter((way) => way.months > 0)]
    }),
  )
}

interface Way {
  /** null: nobody chooses. */
  readonly factId: number | null
  /** What is taken out. */
  readonly out: readonly PersonFact[]
}

function waysOf(awards: readonly Award[]): readonly Way[] {
  const chosen = awards.map((award) => ({ factId: award.id, out: awards.filter((other) => contradict(award, other)) }))
  return [{ factId: null, out: [] }, ...chosen.filter(({ out }) => out.length > 0)]
}

function awardsByThing(facts: readonly PersonFact[]): ReadonlyMap<string, readonly Award[]> {
  const running = facts.flatMap((fact) => {
    const thing = fact.kind === 'award' ? singleThingOf(fact) : undefined
    return fact.kind === 'award' && thing !== undefined ? [{ thing, fact }] : []
  })
  return new Map(
    [...Map.groupBy(running, ({ thing }) => thing)].map(([thing, of]) => [thing, of.map(({ fact }) => fact)]),
  )
}

function paidMonths(facts: readonly PersonFact[], questions: readonly Question[], months: Months): ReadonlySet<Month> {
  const due = dueByMonth(personFactsOf(facts), questions, months).values()
  return new Set([...due].filter(({ amount }) => amount > 0).map(({ month }) => month))
}

function monthsOf(awards: readonly Award[], now: Month): Months {
  const begun = awards.flatMap((award) => spanOf(award).validFrom ?? []).map(monthOf)
  return { from: Math.min(now, ...begun) as Month, to: (now + 1) as Month }
}
