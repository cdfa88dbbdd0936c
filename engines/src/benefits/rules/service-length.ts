import type { Month } from '@dongzhou/terms/month'
import type { RateKind } from '@dongzhou/terms/rate'
import type { Answer } from '../answer.ts'
import { field } from '../facts.ts'
import type { RateBook, Shelf } from '../rate-book.ts'
import type { Subject } from '../subject.ts'
import { type Served, servedBetween } from './served.ts'

const YEAR = 12
const HALF = 6

/** 服现役年限: from enlistment to discharge in months, counted the way the county's document says, or as the decision says. */
export class ServiceLength {
  private readonly ways: Shelf
  private readonly parts: Shelf

  constructor(book: RateBook, key: 'pay' | 'local') {
    this.ways = book.shelf('discharge-years', key)
    this.parts = book.shelf('part-month')
  }

  /** In months that count; by the choices in force in the month of the discharge. Undefined when something is missing, which is said. */
  of(subject: Subject, answer: Answer, discharged: Month): number | undefined {
    const decided = subject.awardFact('awardYears')
    if (decided !== undefined) return decided * YEAR
    const served = servedBetween(subject.fact(field.enlisted) ?? 0, subject.fact(field.discharged) ?? 0)
    const way = this.ways.fixed(discharged)?.choice
    if (served === undefined) answer.lacks('service')
    if (way === undefined) answer.lacks('discharge-years')
    if (served === undefined || way === undefined) return undefined
    if (way !== 'month') return upTo(served, way === 'half-year' ? HALF : YEAR)
    return this.byMonth(served, answer, discharged)
  }

  private byMonth({ months, hasRest }: Served, answer: Answer, discharged: Month): number | undefined {
    if (!hasRest) return months
    const choice = this.parts.fixed(discharged)?.choice
    if (choice === undefined) answer.lacks('part-month' satisfies RateKind)
    return choice === undefined ? undefined : months + (choice === 'up' ? 1 : 0)
  }
}

function upTo({ months, hasRest }: Served, step: number): number {
  const over = months % step
  return over > 0 || hasRest ? months - over + step : months
}
