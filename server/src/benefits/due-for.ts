import { columnsOf, type Months, type Part, partsAt, Subject, segmentsOfAll } from '@dongzhou/engines/benefits'
import type { Benefit } from '@dongzhou/terms/benefit'
import type { DivisionCode } from '@dongzhou/terms/division'
import type { Month } from '@dongzhou/terms/month'
import type { Setting } from '../platform/setting.ts'
import { withinDivision } from '../platform/within-division.ts'
import { openRulebook } from './entitlement/open-rulebook.ts'
import { awardFactOf, type Beneficiary, listBeneficiaries, listBeneficiariesOf } from './entitlement/people.ts'
import type { Rulebook } from './entitlement/rulebook.ts'

/** 应发 of one award over months in which nothing changes. */
export interface DueLine {
  readonly personId: number
  readonly division: DivisionCode
  readonly benefit: Benefit
  readonly awardFactId: number
  readonly from: Month
  /** Exclusive. */
  readonly to: Month
  /** `unknown`: something is not on file, and no line may be posted in either direction. */
  readonly outcome: 'entitled' | 'unknown'
  /** Due in each of the months, in whole fen. */
  readonly amount: number
  readonly ruleVersion: number
  readonly parts: readonly { readonly part: Part; readonly amount: number; readonly rateId: number | undefined }[]
}

export interface DueAsk {
  /** All benefits, when left out. */
  readonly benefits?: readonly Benefit[] | undefined
  readonly months: Months
  readonly division?: DivisionCode | undefined
  /** Some people instead of a page of everybody who has or had an award. */
  readonly personIds?: readonly number[] | undefined
  /** Facts and rates as they were known on a day (to its end, in China) or at an instant; now, when left out. */
  readonly asKnownOn?: string | undefined
  /** The last person of the page before; 0 at the start. */
  readonly after?: number | undefined
  /** The last person that any page may hold: the end of a portion. */
  readonly through?: number | undefined
  readonly size?: number | undefined
  /** Opened once for all pages of a run. Left out, it is opened for this page. */
  readonly rulebook?: Rulebook | undefined
}

export interface DuePage {
  readonly lines: readonly DueLine[]
  readonly people: number
  /** Where the next page begins; undefined after the last one. */
  readonly after: number | undefined
  /** What was known of facts and rates: this instant. */
  readonly knownOn: string
}

const PEOPLE_AT_ONCE = 2000

/**
 * 应发清单 (due): what the rules say is owed to whom under which award, exclusions applied, refused months left out. In the caller's scope,
 * in the order of people, benefits, awards and months. Samples count in a demo bureau only.
 */
export async function dueFor(setting: Setting, ask: DueAsk): Promise<DuePage> {
  return withinDivision(setting, ask.division ?? setting.clerk.division, (inside) => duePage(inside, ask))
}

/** The book that amounts for payment are worked out by. */
export function payableRulebook(setting: Setting, asKnownOn?: string): Promise<Rulebook> {
  return openRulebook(setting, { asKnownOn, samples: 'payable' })
}

async function duePage(setting: Setting, ask: DueAsk): Promise<DuePage> {
  const rulebook = ask.rulebook ?? (await payableRulebook(setting, ask.asKnownOn))
  const size = ask.size ?? PEOPLE_AT_ONCE
  const people =
    ask.personIds === undefined
      ? await listBeneficiaries(
          setting,
          { after: ask.after ?? 0, through: ask.through, size, holding: 'award' },
          ask.asKnownOn,
        )
      : await listBeneficiariesOf(setting, ask.personIds, ask.asKnownOn)
  const isLast = ask.personIds !== undefined || people.length < size
  return {
    lines: dueLines(people, rulebook, ask),
    people: people.length,
    after: isLast ? undefined : people.at(-1)?.id,
    knownOn: ask.asKnownOn ?? setting.now.toISOString(),
  }
}

/** 应发 of some people already loaded. */
export function dueLines(
  people: readonly Beneficiary[],
  rulebook: Rulebook,
  { benefits, months }: Pick<DueAsk, 'benefits' | 'months'>,
): readonly DueLine[] {
  const asked = benefits && new Set(benefits)
  const questions = rulebook.questions.filter(({ rule }) => asked === undefined || asked.has(rule.benefit))
  const columns = columnsOf(people.map(({ facts }) => facts))
  const subject = new Subject(columns)
  const table = segmentsOfAll({ questions, columns, months, ask: 'decides', withoutRefused: true })
  return table.segments().flatMap((segment): readonly DueLine[] => {
    const person = people[segment.person]
    if (!person || segment.outcome === 'refused') return []
    const question = rulebook.questionOf(segment.benefit)
    const award = segment.award - (columns.awardStart[segment.person] ?? 0)
    const parts = segment.outcome === 'entitled' ? partsAt(question, subject, segment, segment.from) : []
    return [
      {
        personId: person.id,
        division: person.division,
        benefit: segment.benefit,
        awardFactId: requireFact(person, award),
        from: segment.from,
        to: segment.to,
        outcome: segment.outcome,
        amount: segment.amount,
        ruleVersion: question.rule.version,
        parts: parts.map(({ part, amount, from }) => ({ part, amount, rateId: from && rulebook.idOf(from) })),
      },
    ]
  })
}

function requireFact({ kept, facts }: Beneficiary, award: number): number {
  const fact = awardFactOf(kept, facts, award)
  if (!fact) throw new Error('an award without its fact')
  return fact.id
}
