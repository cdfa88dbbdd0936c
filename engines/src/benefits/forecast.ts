import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import { type Fen, fen } from '@dongzhou/terms/fen'
import type { Month } from '@dongzhou/terms/month'
import type { Lacking } from './answer.ts'
import { monthOfDate } from './calendar.ts'
import { columnsOf } from './columns.ts'
import { explain, type Months, type Segment, segmentsOf, type Verdict } from './evaluate.ts'
import type { PersonFacts } from './facts.ts'
import type { Question } from './question.ts'
import type { Refusal } from './refusals.ts'
import { Subject } from './subject.ts'

/** 变动原因 of a change that is to come. */
export const changeWords = {
  'comes-of-age': '达到规定年龄',
  'grows-up': '年满十八周岁',
  begins: '到起发月份',
  ends: '期限届满',
  'half-year': '优待金批次到期',
  due: '一次性待遇到期',
  death: '去世停发',
  suspension: '中止或恢复',
  rate: '标准调整',
  rounding: '年末补足零头',
  'not-known': '不能判定',
  known: '所缺内容补齐',
  facts: '情况变化',
} as const satisfies Record<string, string>

export type ChangeReason = keyof typeof changeWords

/** What a question answers in a month, without its reasons. */
export interface State {
  readonly outcome: Segment['outcome']
  readonly amount: Fen
}

/** 待遇变动 (change of entitlement) that is to come if nothing else happens. `award`: its place among the person's, -1 for none. */
export interface Change {
  readonly benefit: Benefit
  readonly award: number
  readonly month: Month
  readonly before: State
  readonly after: State
  readonly reason: ChangeReason
  /** What the rule lacks from then on: a rate that nobody has published or entered, or something not on file. */
  readonly lacking: readonly Lacking[]
}

/**
 * 预测: what changes for a person within the months, from what is known today. Under an award it is what is paid; without one it is
 * whether the person comes to qualify or ceases to. What is paid by half-years or once is told for the month it is due in, not again
 * for the month after.
 */
export function changesOf(questions: readonly Question[], facts: PersonFacts, months: Months): readonly Change[] {
  const subject = new Subject(columnsOf([facts]))
  return questions
    .flatMap((question) =>
      awardsAsked(question, facts).flatMap((award) => {
        const ask = award < 0 ? 'qualifies' : 'decides'
        const segments = segmentsOf(question, subject, { person: 0, award, ask }, months)
        return changesIn({ question, facts, award, ask }, segments)
      }),
    )
    .toSorted((one, other) => one.month - other.month || ORDER.indexOf(one.benefit) - ORDER.indexOf(other.benefit))
}

const ORDER = Object.keys(benefits)

function awardsAsked({ rule }: Question, { awards }: PersonFacts): readonly number[] {
  const own = awards.flatMap(({ benefit }, at) => (benefit === rule.benefit ? [at] : []))
  return own.length === 0 ? [-1] : own
}

interface Line {
  readonly question: Question
  readonly facts: PersonFacts
  readonly award: number
  readonly ask: 'decides' | 'qualifies'
}

function changesIn(line: Line, segments: readonly Segment[]): readonly Change[] {
  const isPaidInParts = line.question.rule.cadence !== 'monthly' && line.award >= 0
  return segments.flatMap((segment, at) => {
    const before = segments[at - 1]
    if (before === undefined || (before.outcome === segment.outcome && before.amount === segment.amount)) return []
    if (isPaidInParts && segment.outcome !== 'entitled') return []
    return [
      {
        benefit: line.question.rule.benefit,
        award: line.award,
        month: segment.from,
        before: stateOf(before),
        after: stateOf(segment),
        ...reasonOf(line, segment.from),
      },
    ]
  })
}

function stateOf({ outcome, amount }: Segment): State {
  return { outcome, amount: fen(amount) }
}

function reasonOf({ question, facts, award, ask }: Line, month: Month): Pick<Change, 'reason' | 'lacking'> {
  const before = explain(question, facts, { award, ask }, (month - 1) as Month)
  const after = explain(question, facts, { award, ask }, month)
  const lacking = after.kind === 'unknown' ? after.missing : []
  const [had, has] = [refusalsIn(before), refusalsIn(after)]
  for (const [refusal, reason] of refusalReasons) if (had.has(refusal) !== has.has(refusal)) return { reason, lacking }
  if (after.kind === 'unknown') return { reason: 'not-known', lacking }
  return { reason: before.kind === 'unknown' ? 'known' : reasonOfAmount(before, after, month), lacking }
}

function reasonOfAmount(before: Verdict, after: Verdict, month: Month): ChangeReason {
  if (before.kind !== 'entitled' || after.kind !== 'entitled') return 'facts'
  const rates = new Set(before.payments.map(({ from }) => from))
  if (after.payments.length !== before.payments.length) return 'facts'
  if (after.payments.some(({ from }) => !rates.has(from))) return 'rate'
  // The same rates, and another amount at the turn of the year: December carries what the months before cut off.
  return month % 12 === 11 || month % 12 === 0 ? 'rounding' : 'facts'
}

function refusalsIn(verdict: Verdict): ReadonlySet<Refusal> {
  return new Set(verdict.kind === 'refused' ? verdict.reasons.map(({ refusal }) => refusal) : [])
}

// Which reason, coming or going, says what happened; the first that does is the answer.
const refusalReasons: readonly (readonly [Refusal, ChangeReason])[] = [
  ['died', 'death'],
  ['suspended', 'suspension'],
  ['too-young', 'comes-of-age'],
  ['of-age', 'grows-up'],
  ['award-ended', 'ends'],
  ['continuation-over', 'ends'],
  ['conscript-years-over', 'ends'],
  ['conscript-not-due', 'half-year'],
  ['merit-not-now', 'due'],
  ['not-due-now', 'due'],
  ['not-started', 'begins'],
]

/** 满龄 (birthday): somebody completes so many years in a month of the window. */
export interface Birthday {
  readonly age: number
  readonly month: Month
}

/** Which of the given ages a person reaches within the months; nothing for somebody dead, or whose month of birth is not known. */
export function birthdaysOf({ stretches }: PersonFacts, ages: readonly number[], months: Months): readonly Birthday[] {
  const now = stretches.findLast(({ from }) => from <= months.from) ?? stretches[0]
  if (now?.born === undefined || now.died !== undefined) return []
  const born = monthOfDate(now.born)
  if (born === undefined) return []
  return ages
    .map((age) => ({ age, month: (born + age * 12) as Month }))
    .filter(({ month }) => months.from <= month && month < months.to)
}
