import type { Rate } from '@dongzhou/terms/rate'
import type { Answer } from '../answer.ts'
import { meritClasses } from '../facts.ts'
import { rounded } from '../money.ts'
import type { RateBook, Shelf } from '../rate-book.ts'
import type { Subject } from '../subject.ts'
import type { ConscriptService, Instalment } from './conscript-instalments.ts'
import { inTermsOfBase } from './exact.ts'
import { servedBetween } from './served.ts'

const YEAR = 12

interface Earned {
  /** Months of service completed when it was earned. */
  readonly after: number
  readonly rate: Rate
  readonly amount: number
}

/**
 * 立功增发: a share of the year's money for the service year in which a merit was earned, paid with the next instalment of that year. Of
 * several in one service year the highest alone counts: a higher one later in the year adds the difference. A sum of money an award
 * (优秀士兵每次100元) is paid for each.
 */
export class ConscriptMerit {
  private readonly rates: readonly Shelf[]

  constructor(book: RateBook) {
    this.rates = book.shelvesOf('conscript-merit')
  }

  /** Adds what an instalment brings for merits; `base` is the year's money without increments. */
  pays(
    { subject, answer }: { readonly subject: Subject; readonly answer: Answer },
    service: ConscriptService,
    { from, to }: Instalment,
    base: number,
  ): void {
    const earned = this.earned({ subject, answer }, service, { from: from - (from % YEAR), to }, base)
    for (const { after, rate, amount } of earned)
      if (rate.unit === 'fen' && from <= after) answer.pays(amount, 'merit', rate)
    const shares = earned.filter(({ rate }) => rate.unit !== 'fen')
    const best = highest(shares)
    const before = highest(shares.filter(({ after }) => after < from))
    const more = (best?.amount ?? 0) - (before?.amount ?? 0)
    if (best && more > 0) answer.pays(more, 'merit', best.rate)
  }

  private earned(
    { subject, answer }: { readonly subject: Subject; readonly answer: Answer },
    service: ConscriptService,
    within: { readonly from: number; readonly to: number },
    base: number,
  ): readonly Earned[] {
    const found: Earned[] = []
    for (const merit of subject.merits()) {
      if (!mayLieIn(service, merit.on)) continue
      const after = servedBetween(service.approved, merit.on)?.months
      if (after === undefined) answer.lacks('merit')
      if (after === undefined || after < within.from || after >= within.to) continue
      const rate = this.rates[meritClasses.indexOf(merit.class)]?.inForce(subject)
      if (rate === undefined) answer.lacks('conscript-merit')
      else found.push({ after, rate, amount: amountOf(rate, base) })
    }
    return found
  }
}

// A merit known to its year alone is asked for when the year touches the service; one known to the day may lie before it or after it.
function mayLieIn({ approved, left }: ConscriptService, on: number): boolean {
  if (on === 0) return true
  if (on % 100 !== 0) return on >= approved && (left === undefined || on <= left)
  return yearOf(on) >= yearOf(approved) && (left === undefined || yearOf(on) <= yearOf(left))
}

function yearOf(date: number): number {
  return Math.trunc(date / 10_000)
}

function amountOf(rate: Rate, base: number): number {
  const share = inTermsOfBase(rate)
  return share === undefined ? rate.value : rounded(base * share, 10_000, rate.rounding)
}

function highest(earned: readonly Earned[]): Earned | undefined {
  return earned.reduce<Earned | undefined>((best, one) => (best && best.amount >= one.amount ? best : one), undefined)
}
