import type { KeptFact } from '@dongzhou/terms/fact'
import { fen } from '@dongzhou/terms/fen'
import { type Month, monthCode } from '@dongzhou/terms/month'
import type { Rate } from '@dongzhou/terms/rate'
import { factsAsKnownOn } from '@dongzhou/terms/standing'
import { type DueMonth, dueByMonth } from './due-months.ts'
import type { Months } from './evaluate.ts'
import { personFactsOf } from './person-facts.ts'
import { Question } from './question.ts'
import { RateBook } from './rate-book.ts'
import { ruleList, ruleOf } from './rule-list.ts'
import { type PostedLine, type Settlement, settle } from './settlement.ts'

/** Long before anything in a story happens. */
export const learntBefore = '2023-06-01T00:00:00.000Z'

/** A bureau that pays month by month, keeps its ledger, and settles when something is learnt. */
export class Bureau {
  readonly person: string
  facts: readonly KeptFact[]
  readonly rates: { readonly rate: Rate; readonly at: string }[]
  posted: readonly PostedLine[] = []
  merged: readonly string[] = []
  private readonly runs = new Map<Month, string>()

  constructor(person: string, facts: readonly KeptFact[], rates: readonly Rate[]) {
    this.person = person
    this.facts = facts
    this.rates = rates.map((rate) => ({ rate, at: learntBefore }))
  }

  questionsOn(knownOn: string): readonly Question[] {
    const book = new RateBook(this.rates.filter(({ at }) => at <= knownOn).map(({ rate }) => rate))
    return ruleList.map((rule) => new Question(rule, book, []))
  }

  /** What is due by what was known at an instant. */
  dueOn(knownOn: string, months: Months): ReadonlyMap<string, DueMonth> {
    return dueByMonth(personFactsOf(factsAsKnownOn(this.facts, knownOn)), this.questionsOn(knownOn), months)
  }

  /** Pays the months from `from` up to `to`, each on its fifth day with what is known then. */
  pays(from: Month, to: Month): void {
    for (let at = from; at < to; at = (at + 1) as Month) this.paysOn(`${monthCode(at)}-05T00:00:00.000Z`, at)
  }

  paysOn(knownOn: string, at: Month): void {
    for (const { benefit, month, amount, isUnknown } of this.dueOn(knownOn, {
      from: at,
      to: (at + 1) as Month,
    }).values())
      if (!isUnknown) this.post([{ benefit, month, amount: fen(amount) }], knownOn)
    this.runs.set(at, knownOn)
  }

  post(lines: readonly Pick<PostedLine, 'benefit' | 'month' | 'amount'>[], knownOn: string): void {
    const versionOf = (benefit: PostedLine['benefit']) => ruleOf(benefit)?.version ?? 0
    this.posted = [
      ...this.posted,
      ...lines.map(({ benefit, month, amount }) => {
        const basis = { knownOn, version: versionOf(benefit) }
        return { benefit, month, amount, person: this.person, basis }
      }),
    ]
  }

  settlesOn(knownOn: string, months: Months): Settlement {
    return settle({
      person: this.person,
      facts: this.facts,
      posted: this.posted,
      merged: this.merged,
      months,
      questions: this.questionsOn(knownOn),
      questionsOn: (instant) => this.questionsOn(instant),
      ranOn: (of) => this.runs.get(of),
    })
  }
}
