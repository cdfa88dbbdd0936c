import { type Month, monthOf } from '@dongzhou/terms/month'
import { type Answer, FullAnswer } from '../answer.ts'
import { deathCauses, field } from '../facts.ts'
import { type Article, laws } from '../laws.ts'
import { isDecember, isDecemberMonth } from '../money.ts'
import type { RateBook, Shelf } from '../rate-book.ts'
import type { BoundRule, Rule } from '../rule.ts'
import type { Subject } from '../subject.ts'
import { monthOfDeath } from './death.ts'
import { disabilityPension } from './disability-pension.ts'
import { type DrawnAmounts, DrawnAtDeath } from './drawn-at-death.ts'
import { nuclearTestSubsidy } from './nuclear-test-subsidy.ts'
import { isDueIn, refuseRepeated } from './once.ts'
import { survivorPension } from './survivor-pension.ts'
import { warParticipantSubsidy } from './war-participant-subsidy.ts'

const law = {
  survivorBefore: { law: 'entitlement-regulation-2019', article: '第十九条' },
  disabledBefore: { law: 'entitlement-regulation-2019', article: '第二十八条' },
  survivor: { law: 'entitlement-regulation-2024', article: '第二十二条' },
  disabled: { law: 'entitlement-regulation-2024', article: '第三十二条' },
  nuclear: { law: 'entitlement-regulation-2024', article: '第六十一条' },
  war: { law: 'entitlement-regulation-2024', article: '第六十二条' },
  martyrs: { law: 'martyrs-regulation-2024', article: '第二十三条' },
} as const satisfies Record<string, Article>

/** 去世后继续发放: some months more of what the deceased drew, as funeral money, by what it was. */
export const continuedPay: Rule = {
  benefit: 'continued-pay',
  version: 2,
  whom: [],
  cadence: 'monthly',
  law: Object.values(law),
  text: [
    '享受定期抚恤金的烈士遗属、因公牺牲军人遗属、病故军人遗属去世的，继续发放若干个月其原享受的定期抚恤金，作为丧葬补助。',
    '退役的残疾军人因病去世的，继续发放若干个月其原享受的残疾抚恤金；旧伤复发死亡的发给一次性抚恤金，意外去世的条例没有规定。',
    '2024年10月1日起，享受定期生活补助的参战、参试退役人员去世的，继续发放若干个月其原享受的补助。',
    '月数以标准库所载条款为准；按去世当月其应得的标准，自停发月份起按月发放或一次发放，由本地选定；按月舍去零头、12月补足的，照此计算。',
  ],
  afterDeath: true,
  bind: (book) => new BoundContinuedPay(book),
}

// In the order of the keys of `continued-months`.
const continuing = [
  { rule: survivorPension, asksIllness: false, since: undefined },
  { rule: disabilityPension, asksIllness: true, since: undefined },
  { rule: warParticipantSubsidy, asksIllness: false, since: monthOf(laws[law.war.law].from) },
  { rule: nuclearTestSubsidy, asksIllness: false, since: monthOf(laws[law.nuclear.law].from) },
] as const

interface Stream {
  readonly drawn: DrawnAtDeath
  readonly months: Shelf
  readonly asksIllness: boolean
  /** The month of the law that first named it, where an older one did not. */
  readonly since: Month | undefined
}

class BoundContinuedPay implements BoundRule {
  private readonly streams: readonly Stream[]
  private readonly way: Shelf
  private readonly stop: Shelf

  constructor(book: RateBook) {
    const months = book.shelvesOf('continued-months')
    this.streams = continuing.flatMap(({ rule, ...rest }, at) => {
      const shelf = months[at]
      return shelf === undefined ? [] : [{ drawn: new DrawnAtDeath(rule, book), months: shelf, ...rest }]
    })
    this.way = book.shelf('continued-way')
    this.stop = book.shelf('stop-month')
  }

  qualify(subject: Subject, answer: Answer): void {
    const died = monthOfDeath(subject, answer)
    if (died === undefined) return
    const against = new FullAnswer()
    const covered = this.streams.filter((stream) => covers(subject, against, stream, died))
    if (covered.length > 0) return
    for (const what of against.missing) answer.lacks(what)
    for (const { refusal, article } of against.refusals) answer.refuse(refusal, article)
    if (against.isOpen) answer.refuse('not-drawing', law.survivor)
  }

  hasBegun(subject: Subject, answer: Answer): boolean | undefined {
    const start = this.start(subject, answer)
    return start === undefined ? undefined : subject.hasCome(start)
  }

  pay(subject: Subject, answer: Answer): void {
    refuseRepeated(subject, answer)
    const died = monthOfDeath(subject, answer)
    const from = subject.awardFact('awardFrom') ?? this.start(subject, answer)
    const way = died === undefined ? undefined : this.way.fixed(died)?.choice
    if (way === undefined) answer.lacks('continued-way')
    if (died === undefined || from === undefined || way === undefined) return
    const due = this.coveredStreams(subject, answer, died)
    const isOnce = way === 'once'
    const running = due.filter((stream) => this.runsNow(subject, answer, stream, { died, from, isOnce }))
    if (running.length === 0 && answer.isOpen) answer.refuse(isOnce ? 'not-due-now' : 'continuation-over')
  }

  /** The first month the living was no longer paid for, whenever the county approved. */
  private start(subject: Subject, answer: Answer): Month | undefined {
    const died = monthOfDeath(subject, answer)
    const choice = died === undefined ? undefined : this.stop.fixed(died)?.choice
    if (died === undefined) return undefined
    if (choice === undefined) answer.lacks('stop-month')
    return (choice === 'same' ? died : died + 1) as Month
  }

  // One that does not run on takes nothing from one that does; one of which that is not known leaves the whole unknown.
  private coveredStreams(subject: Subject, answer: Answer, died: Month): readonly Stream[] {
    const against = new FullAnswer()
    const covered = this.streams.filter((stream) => covers(subject, against, stream, died))
    for (const what of against.missing) answer.lacks(what)
    return covered
  }

  /** Adds what one benefit still brings in the subject's month; false where it brings nothing any more. */
  private runsNow(
    subject: Subject,
    answer: Answer,
    { drawn, months }: Stream,
    { died, from, isOnce }: { readonly died: Month; readonly from: number; readonly isOnce: boolean },
  ): boolean {
    const rate = months.fixed(died)
    if (rate === undefined) {
      answer.lacks('continued-months')
      return true
    }
    const isNow = isOnce
      ? isDueIn(subject, from as Month)
      : subject.hasCome(from as Month) && !subject.hasCome((from + rate.value) as Month)
    if (!isNow) return false
    const amounts = drawn.amounts(subject, answer, died)
    if (amounts !== undefined)
      answer.pays(isOnce ? sumOf(amounts, from, rate.value) : inMonth(subject, amounts), 'continued', rate)
    return true
  }
}

// The fen that the months cut off come back in December, as they would have to the living: the amount of the month of the death would pay
// a December's twelve times, or never.
function inMonth(subject: Subject, { each, december }: DrawnAmounts): number {
  return each !== december && isDecember(subject) ? december : each
}

function sumOf({ each, december }: DrawnAmounts, from: number, months: number): number {
  const run = Array.from({ length: months }, (_, at) => from + at)
  return run.reduce((sum, month) => sum + (isDecemberMonth(month) ? december : each), 0)
}

// Whoever drew nothing of a kind says nothing about it: only what was drawn is covered, refused or unknown.
function covers(subject: Subject, answer: Answer, { drawn, asksIllness, since }: Stream, died: Month): boolean {
  if (!drawn.isDrawn(subject, answer, died)) return false
  if (since !== undefined && died < since) {
    answer.refuse('law-not-yet', law.war)
    return false
  }
  if (!asksIllness) return true
  const cause = deathCauses[subject.fact(field.deathCause) ?? -1]
  if (cause === undefined) answer.lacks('death-cause')
  else if (cause !== 'illness') answer.refuse('cause-not-covered', died < newLaw ? law.disabledBefore : law.disabled)
  return cause === 'illness'
}

const newLaw = monthOf(laws['entitlement-regulation-2024'].from)
