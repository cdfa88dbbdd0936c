import type { Benefit } from '@dongzhou/terms/benefit'
import type { Month } from '@dongzhou/terms/month'
import { BulkAnswer, type Lacking } from './answer.ts'
import { questionsByCode } from './bulk.ts'
import { benefitCode, benefitOfCode, type Columns, columnsOf, NOT_KNOWN } from './columns.ts'
import { explain, type Reason } from './evaluate.ts'
import { field, type PersonFacts } from './facts.ts'
import type { Question } from './question.ts'
import { Subject } from './subject.ts'

/**
 * 筛查结果 (findings). `claims`: qualifies and has no award (政策找人); `stops`: draws and no longer qualifies; `unclear`: something is
 * missing to say either.
 */
export const findings = ['claims', 'stops', 'unclear'] as const

export type FindingKind = (typeof findings)[number]

/** One bit a benefit, for each person: bit `benefitCode(benefit)` of `claims[person]`. Two predicates a rule, and what is unclear. */
export type Screening = { readonly [K in FindingKind]: Uint32Array }

/** What screening asks: all questions, about one month. */
export interface ScreeningOrder {
  readonly questions: readonly Question[]
  readonly columns: Columns
  readonly month: Month
}

/** 夜间筛查: everybody of the columns in one pass. */
export function screenAll({ questions, columns, month }: ScreeningOrder): Screening {
  const screening = {
    claims: new Uint32Array(columns.people),
    stops: new Uint32Array(columns.people),
    unclear: new Uint32Array(columns.people),
  }
  const screener = new Screener(questions, columns, month)
  for (let person = 0; person < columns.people; person += 1) {
    screener.look(person)
    screening.claims[person] = screener.claims
    screening.stops[person] = screener.stops
    screening.unclear[person] = screener.unclear
  }
  return screening
}

/** What screening found of one person in one benefit, with the reasons. */
export interface Finding {
  readonly kind: FindingKind
  readonly benefit: Benefit
  /** Why somebody who draws no longer qualifies. */
  readonly reasons: readonly Reason[]
  /** What has to be found out first. */
  readonly missing: readonly Lacking[]
}

/** 一人筛查: the findings of one person, after each change of a fact. */
export function screenOne(questions: readonly Question[], facts: PersonFacts, month: Month): readonly Finding[] {
  const columns = columnsOf([facts])
  const screener = new Screener(questions, columns, month)
  screener.look(0)
  return findings.flatMap((kind) =>
    benefitsIn(screener[kind]).map((benefit) => {
      const question = questions.find(({ rule }) => rule.benefit === benefit)
      const award = screener.awardOf(benefit)
      const verdict = question && explain(question, facts, { award, ask: 'qualifies' }, month)
      return {
        kind,
        benefit,
        reasons: verdict?.kind === 'refused' ? verdict.reasons : [],
        missing: verdict?.kind === 'unknown' ? verdict.missing : [],
      }
    }),
  )
}

/** What a change made of the findings of one person: what came, and what went. */
export interface ScreeningChange {
  readonly kind: FindingKind
  readonly benefit: Benefit
  readonly event: 'came' | 'went'
}

/** 变动: the difference of two screenings for one person of each. */
export function screeningChanges(
  before: Screening,
  after: Screening,
  person: { readonly before: number; readonly after: number },
): readonly ScreeningChange[] {
  return findings.flatMap((kind) => {
    const [old, now] = [before[kind][person.before] ?? 0, after[kind][person.after] ?? 0]
    return [
      ...benefitsIn(now & ~old).map((benefit) => ({ kind, benefit, event: 'came' as const })),
      ...benefitsIn(old & ~now).map((benefit) => ({ kind, benefit, event: 'went' as const })),
    ]
  })
}

/** The benefits whose bits are set. */
export function benefitsIn(mask: number): readonly Benefit[] {
  const found: Benefit[] = []
  for (let rest = mask >>> 0; rest !== 0; rest &= rest - 1) found.push(benefitOfCode(31 - Math.clz32(rest & -rest)))
  return found
}

/** Looks at one person after another; what it found stands in three masks until the next look. */
class Screener {
  claims = 0
  stops = 0
  unclear = 0
  private readonly month: Month
  private readonly subject: Subject
  private readonly answer = new BulkAnswer()
  /** The question of each benefit, by its code. */
  private readonly questionOf: readonly (Question | undefined)[]
  /** Which benefits are for somebody of these identities, a bit a code. */
  private readonly bitsOf = new Map<number, number>()
  /** The running award of each benefit of the person looked at, and which benefits have one. */
  private readonly running = new Int32Array(32).fill(-1)
  private drawing = 0

  constructor(questions: readonly Question[], columns: Columns, month: Month) {
    this.month = month
    this.subject = new Subject(columns)
    this.questionOf = questionsByCode(questions)
  }

  look(person: number): void {
    this.claims = 0
    this.stops = 0
    this.unclear = 0
    const { subject, month } = this
    subject.stand(person, -1, month, (month + 1) as Month)
    this.findRunning(person)
    const asked = this.bitsFor(subject.fact(field.identities) ?? 0) | this.drawing
    for (let rest = asked; rest !== 0; rest &= rest - 1) this.ask(31 - Math.clz32(rest & -rest))
  }

  private ask(code: number): void {
    const { subject, answer } = this
    const question = this.questionOf[code]
    const award = this.running[code] ?? -1
    // Somebody paid once was paid: nothing more to claim, nothing to stop.
    if (question === undefined || (award >= 0 && question.rule.cadence === 'once')) return
    subject.award = award
    answer.clear()
    question.qualifies(subject, answer)
    this.note(1 << code, award >= 0)
  }

  // Most people are asked about a benefit or two: the rest is for other identities, and they do not draw it.
  private bitsFor(identities: number): number {
    const known = this.bitsOf.get(identities)
    if (known !== undefined) return known
    const bits = this.questionOf.reduce(
      (all, one, code) => (one?.isFor(identities) === true ? all | (1 << code) : all),
      0,
    )
    this.bitsOf.set(identities, bits)
    return bits
  }

  /** The running award of the person last looked at, -1 for none. */
  awardOf(benefit: Benefit): number {
    return this.running[benefitCode(benefit)] ?? -1
  }

  // An award counts from its decision to its end, whether or not the first month has come; what is paid once stays awarded for good.
  private findRunning(person: number): void {
    const { awardStart, awardBenefit, awardTo } = this.subject.columns
    this.clearRunning()
    const end = awardStart[person + 1] ?? 0
    for (let row = awardStart[person] ?? 0; row < end; row += 1) {
      const code = awardBenefit[row] ?? 0
      const question = this.questionOf[code]
      if (question === undefined || this.running[code] !== -1) continue
      const to = awardTo[row] ?? NOT_KNOWN
      if (to !== NOT_KNOWN && this.month >= to && question.rule.cadence !== 'once') continue
      this.running[code] = row
      this.drawing |= 1 << code
    }
  }

  private clearRunning(): void {
    for (let rest = this.drawing; rest !== 0; rest &= rest - 1) this.running[31 - Math.clz32(rest & -rest)] = -1
    this.drawing = 0
  }

  private note(bit: number, isDrawing: boolean): void {
    if (this.answer.refusals > 0) {
      if (isDrawing) this.stops |= bit
    } else if (this.answer.missing > 0) this.unclear |= bit
    else if (!isDrawing) this.claims |= bit
  }
}
