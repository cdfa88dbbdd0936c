import type { Month } from '@dongzhou/terms/month'
import type { Rate, Rounding } from '@dongzhou/terms/rate'
import type { Answer, Part } from './answer.ts'
import type { RateBook, Shelf } from './rate-book.ts'
import type { Subject } from './subject.ts'

/** 取整: a fraction of fen to whole units of a rounding. Amounts are exact as numerator over denominator until here. */
export function rounded(numerator: number, denominator: number, { mode, unit }: Rounding): number {
  const step = denominator * unit
  if (step === 1) return numerator
  const whole = Math.floor(numerator / step)
  const rest = numerator - whole * step
  if (rest === 0) return whole * unit
  if (mode === 'up') return (whole + 1) * unit
  if (mode === 'down') return whole * unit
  return (rest * 2 >= step ? whole + 1 : whole) * unit
}

const TO_FEN: Rounding = { mode: 'half-up', unit: 1 }

/** 折算到月: what a yearly amount is in a month, by the county's choice; a rate by the month is paid as it stands. */
export class Monthly {
  private readonly choice: Shelf

  constructor(book: RateBook) {
    this.choice = book.shelf('month-rounding')
  }

  /** Adds an amount graded by a rate, times a whole number (service years), for the subject's month. */
  pays(subject: Subject, answer: Answer, { rate, part, times = 1 }: { rate: Rate; part: Part; times?: number }): void {
    const amount = this.amountOf(subject, rate, times)
    if (amount === undefined) answer.lacks('month-rounding')
    else answer.pays(amount, part, rate)
  }

  private amountOf(subject: Subject, rate: Rate, times: number): number | undefined {
    if (rate.unit === 'fen-a-month' || rate.unit === 'fen-a-month-a-service-year')
      return rounded(rate.value * times, 1, rate.rounding)
    return this.partOfYear(subject, rate.value * times)
  }

  private partOfYear(subject: Subject, yearly: number): number | undefined {
    const choice = this.choice.inForce(subject)?.choice
    if (choice === undefined) return undefined
    if (choice === 'each') return rounded(yearly, 12, TO_FEN)
    const { each, december } = settledInDecember(yearly)
    return isDecember(subject) ? december : each
  }
}

/** 每月舍去零头，12月补足: what a yearly amount is in eleven months of a year, and in December. */
export function settledInDecember(yearly: number): { readonly each: number; readonly december: number } {
  const each = Math.floor(yearly / 12)
  return { each, december: yearly - each * 11 }
}

/** Is the subject's month a December? December differs from the eleven months before it, and January from December. */
export function isDecember(subject: Subject): boolean {
  const { month } = subject
  const is = isDecemberMonth(month)
  subject.hasCome((is ? month + 1 : month - (month % 12) + 11) as Month)
  return is
}

/** Is a month that stands still a December? */
export function isDecemberMonth(month: number): boolean {
  return month % 12 === 11
}
