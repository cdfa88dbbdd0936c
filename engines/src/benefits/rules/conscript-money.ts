import type { Rate, RateKind } from '@dongzhou/terms/rate'
import type { Answer, Part } from '../answer.ts'
import { field } from '../facts.ts'
import { rounded } from '../money.ts'
import type { RateBook, Shelf } from '../rate-book.ts'
import type { Subject } from '../subject.ts'
import { localIndexOfYearBefore } from './base-index.ts'
import { type Exact, exact, inTermsOfBase } from './exact.ts'

/** 年优待金的一项: so much a year, or once with the first instalment. */
export interface YearPart {
  readonly part: Part
  readonly rate: Rate
  readonly amount: number
  readonly isOnce: boolean
}

/** 基数可用的指标: which index a county may state its base by. */
const INDEX_KINDS = ['urban-disposable-income', 'average-wage', 'minimum-wage'] as const satisfies readonly RateKind[]

/** 优待金年标准: the base, and what the county adds for the region and for students, in fen a year. */
export class ConscriptMoney {
  private readonly base: Shelf
  private readonly indices: ReadonlyMap<RateKind, Shelf>
  private readonly rounding: Shelf
  private readonly regions: readonly Shelf[]
  private readonly students: readonly Shelf[]

  constructor(book: RateBook) {
    this.base = book.shelf('conscript-allowance')
    this.indices = new Map(INDEX_KINDS.map((kind) => [kind, book.shelf(kind)]))
    this.rounding = book.shelf('region-rounding')
    this.regions = book.shelvesOf('conscript-region')
    this.students = book.shelvesOf('conscript-student')
  }

  /** The parts in the subject's month, the base first; undefined when something is missing. */
  of(subject: Subject, answer: Answer): readonly YearPart[] | undefined {
    const base = this.baseOf(subject, answer)
    const added = [
      this.increment({ subject, answer }, field.region, this.regions, 'region'),
      this.increment({ subject, answer }, field.student, this.students, 'student'),
    ].filter((increment) => increment !== undefined)
    if (base === undefined || !answer.isOpen) return undefined
    const isFirst = this.roundsFirst(subject, answer, added)
    return isFirst === undefined ? undefined : withIncrements(base, added, isFirst)
  }

  private baseOf(subject: Subject, answer: Answer): Base | undefined {
    const rate = this.base.inForce(subject)
    if (rate === undefined) {
      answer.lacks('conscript-allowance')
      return undefined
    }
    if (rate.unit === 'fen-a-month') return { rate, amount: exact(rate.value * 12, 1) }
    if (rate.unit !== 'percent-of-base') return { rate, amount: exact(rate.value, 1) }
    const kind = rate.base ?? 'urban-disposable-income'
    const shelf = this.indices.get(kind)
    // The published bases are of the district or the county.
    const index = shelf && localIndexOfYearBefore(shelf, subject)
    if (index === undefined) answer.lacks(kind)
    return index && { rate, amount: exact(index.value * rate.value, 10_000) }
  }

  // An increment without a row is not nothing: a county that adds nothing says so with a row of 0 and its document.
  private increment(asked: Asked, of: number, shelves: readonly Shelf[], part: Part): Increment | undefined {
    const code = asked.subject.fact(of)
    if (code === undefined) return undefined
    const rate = shelves[code]?.inForce(asked.subject)
    if (rate === undefined) asked.answer.lacks(part === 'region' ? 'conscript-region' : 'conscript-student')
    return rate && { rate, part }
  }

  private roundsFirst(subject: Subject, answer: Answer, added: readonly Increment[]): boolean | undefined {
    if (!added.some(({ rate }) => inTermsOfBase(rate) !== undefined)) return true
    const choice = this.rounding.inForce(subject)?.choice
    if (choice === undefined) answer.lacks('region-rounding')
    return choice === undefined ? undefined : choice === 'first'
  }
}

interface Asked {
  readonly subject: Subject
  readonly answer: Answer
}

interface Base {
  readonly rate: Rate
  readonly amount: Exact
}

interface Increment {
  readonly rate: Rate
  readonly part: Part
}

// 14,804 x 3 = 44,412 when the base is rounded first; 14,803.2 x 3 rounded last is 44,410. What an increment adds last is the difference it
// makes to the rounded sum, so that the parts always make the whole.
function withIncrements(base: Base, added: readonly Increment[], roundsFirst: boolean): readonly YearPart[] {
  const standard = rounded(base.amount.over, base.amount.under, base.rate.rounding)
  const parts: YearPart[] = [{ part: 'standard', rate: base.rate, amount: standard, isOnce: false }]
  let share = 10_000
  let sum = standard
  for (const { rate, part } of added) {
    const of = inTermsOfBase(rate)
    if (of === undefined) parts.push({ part, rate, amount: rate.value, isOnce: rate.unit === 'fen' })
    else if (roundsFirst)
      parts.push({ part, rate, amount: rounded(standard * of, 10_000, rate.rounding), isOnce: false })
    else {
      share += of
      const all = exact(base.amount.over * share, base.amount.under * 10_000)
      const next = rounded(all.over, all.under, base.rate.rounding)
      parts.push({ part, rate, amount: next - sum, isOnce: false })
      sum = next
    }
  }
  return parts
}
