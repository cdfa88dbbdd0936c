import type { Month } from '@dongzhou/terms/month'
import { columnsOf } from './columns.ts'
import { explain, type Months, segmentsOf, type Verdict } from './evaluate.ts'
import type { Award, PersonFacts, Stretch } from './facts.ts'
import type { Question } from './question.ts'
import { Subject } from './subject.ts'

/** A person for tests, one stretch long; say only what matters. */
export function aPerson(facts: Omit<Stretch, 'from'>, ...awards: readonly Award[]): PersonFacts {
  return { stretches: [{ from: 0 as Month, ...facts }], awards, merits: [] }
}

/** What a question answers for the first award of a person in a month, in full. */
export function verdictOn(question: Question, person: PersonFacts, month: Month): Verdict {
  return explain(question, person, { award: person.awards.length > 0 ? 0 : -1, ask: 'decides' }, month)
}

/** The refusals of a verdict, or what it lacks, or the amount: as short as a table of cases wants it. */
export function shortly(verdict: Verdict): number | readonly string[] {
  switch (verdict.kind) {
    case 'entitled':
      return verdict.amount
    case 'refused':
      return verdict.reasons.map(({ refusal }) => refusal)
    case 'unknown':
      return verdict.missing.map((what) => `? ${what}`)
  }
}

/** Month by month what the segments say, and what one answers who is asked each month alone: the two are equal or a rule is wrong. */
export function twoReadings(
  question: Question,
  person: PersonFacts,
  months: Months,
): { readonly inSegments: readonly string[]; readonly eachAlone: readonly string[] } {
  const subject = new Subject(columnsOf([person]))
  const about = { person: 0, award: person.awards.length > 0 ? 0 : -1, ask: 'decides' } as const
  const inSegments: string[] = []
  for (const { from, to, outcome, amount } of segmentsOf(question, subject, about, months))
    for (let at = from; at < to; at = (at + 1) as Month) inSegments.push(`${at} ${outcome} ${amount}`)
  const eachAlone: string[] = []
  for (let at = months.from; at < months.to; at = (at + 1) as Month) {
    const verdict = verdictOn(question, person, at)
    eachAlone.push(`${at} ${verdict.kind} ${verdict.kind === 'entitled' ? verdict.amount : 0}`)
  }
  return { inSegments, eachAlone }
}
