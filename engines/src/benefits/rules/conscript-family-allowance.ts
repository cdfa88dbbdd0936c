import type { Month } from '@dongzhou/terms/month'
import type { RateKind } from '@dongzhou/terms/rate'
import type { Answer } from '../answer.ts'
import { monthOfDate } from '../calendar.ts'
import { field, leavings } from '../facts.ts'
import type { Article } from '../laws.ts'
import { rounded } from '../money.ts'
import type { RateBook, Shelf } from '../rate-book.ts'
import type { BoundRule, Rule } from '../rule.ts'
import type { Subject } from '../subject.ts'
import {
  type AskChoice,
  type ConscriptService,
  fullHalfDue,
  type Instalment,
  lastInstalment,
} from './conscript-instalments.ts'
import { ConscriptMerit } from './conscript-merit.ts'
import { ConscriptMoney, type YearPart } from './conscript-money.ts'
import { isDueIn } from './once.ts'

const notice: Article = { law: 'conscript-allowance-notice-2021', article: '' }
const YEAR = 12
const NONE: readonly Instalment[] = []

/** 义务兵家庭优待金: by half-years from the day the enlistment was approved, each due in the month it is completed in. */
export const conscriptFamilyAllowance: Rule = {
  benefit: 'conscript-family-allowance',
  version: 1,
  whom: ['conscript-family'],
  cadence: 'half-yearly',
  paidWhileSuspended: 'entitlement-regulation-2024',
  law: [
    { law: 'entitlement-regulation-2019', article: '第三十三条' },
    { law: 'entitlement-regulation-2024', article: '第四十二条' },
    notice,
    { law: 'local-document', article: '' },
  ],
  text: [
    '义务兵服现役期间，由批准入伍地县级人民政府向其家庭发给优待金。',
    '自批准入伍之日起，每满半年发放一期，在满半年的当月发放；一般不超过本地规定的最长年限。',
    '服役期满退役的，不足半年按半年发放；因不适宜服役退回或提前退役的，按本地选定的办法计发；推迟离队的，超过部分按实际月数，离队当月发放。',
    '提干、考入军校、选改军士的，此后不再享受，不足半年的部分不发；除名、开除军籍或弄虚作假的，按本地办法停发或不予发放。',
    '年标准按本地基数（定额，或上一年度指标的百分比）计算；进藏进疆等增发按“增发百分之几”或“几倍”两种写法分别计算，取整次序按本地办法。',
    '服役年度内立功的，按该年度优待金的比例增发，多次立功只按最高一项，随其后最近一期发放；按次发给的定额逐次发放。',
  ],
  bases: { 'urban-disposable-income': 'local', 'average-wage': 'local', 'minimum-wage': 'local' },
  bind: (book) => new BoundConscriptFamilyAllowance(book),
}

class BoundConscriptFamilyAllowance implements BoundRule {
  private readonly years: Shelf
  private readonly choices: { readonly [K in Parameters<AskChoice>[0] | 'conscript-dismissed']: Shelf }
  private readonly money: ConscriptMoney
  private readonly merit: ConscriptMerit

  constructor(book: RateBook) {
    this.years = book.shelf('conscript-years')
    this.choices = {
      'early-leaving': book.shelf('early-leaving'),
      'part-month': book.shelf('part-month'),
      'conscript-dismissed': book.shelf('conscript-dismissed'),
    }
    this.money = new ConscriptMoney(book)
    this.merit = new ConscriptMerit(book)
  }

  qualify(subject: Subject, answer: Answer): void {
    const service = serviceOf(subject)
    const maximum = this.maximum(subject, answer)
    if (service === undefined) {
      answer.lacks('conscription')
      return
    }
    if (!subject.hasCome(service.begun)) answer.refuse('not-started', notice)
    this.hasLeft(subject, answer, service)
    const isOver = maximum !== undefined && subject.hasCome((service.begun + maximum + 1) as Month)
    if (isOver && service.leaving !== 'deferred') answer.refuse('conscript-years-over', notice)
  }

  /** The half-years run from the enlistment, however late the county approved. */
  hasBegun(subject: Subject): boolean | undefined {
    const service = serviceOf(subject)
    return service && subject.hasCome(service.begun)
  }

  pay(subject: Subject, answer: Answer): void {
    const service = serviceOf(subject)
    const maximum = this.maximum(subject, answer)
    if (service === undefined || maximum === undefined) return
    const due = this.dueNow(subject, answer, service, maximum)
    if (due.length === 0 && answer.isOpen) answer.refuse('conscript-not-due', notice)
    if (due.length === 0 || !answer.isOpen) return
    const parts = this.money.of(subject, answer)
    if (parts === undefined) return
    for (const instalment of due) {
      for (const part of parts) payPart(answer, part, instalment)
      this.merit.pays({ subject, answer }, service, instalment, parts[0]?.amount ?? 0)
    }
  }

  private maximum(subject: Subject, answer: Answer): number | undefined {
    const rate = this.years.inForce(subject)
    if (rate === undefined) answer.lacks('conscript-years')
    return rate && rate.value * YEAR
  }

  private hasLeft(subject: Subject, answer: Answer, { left, leaving }: ConscriptService): void {
    const month = left === undefined ? undefined : monthOfDate(left)
    if (leaving === 'dismissed') this.isDismissed(subject, answer, month)
    else if (month === undefined) {
      if (leaving !== undefined) answer.lacks('conscription')
    } else if (leaving === undefined) {
      if (subject.hasCome(month)) answer.lacks('conscription')
    } else if (subject.hasCome((month + 1) as Month))
      answer.refuse(endsByRank.has(leaving) ? 'conscript-ended' : 'conscript-left', notice)
  }

  private isDismissed(subject: Subject, answer: Answer, left: Month | undefined): void {
    const choice = this.ask(subject, answer, 'conscript-dismissed')
    if (choice === 'start') answer.refuse('conscript-dismissed', notice)
    else if (left === undefined) answer.lacks('conscription')
    else if (choice === 'leaving' && subject.hasCome(left)) answer.refuse('conscript-dismissed', notice)
  }

  private dueNow(subject: Subject, answer: Answer, service: ConscriptService, maximum: number): readonly Instalment[] {
    const half = fullHalfDue(subject, service, maximum)
    const due = half === undefined ? NONE : [half]
    const month = service.left === undefined ? undefined : monthOfDate(service.left)
    if (month === undefined || !isDueIn(subject, month)) return due
    const last = lastInstalment(service, maximum, (kind) => this.ask(subject, answer, kind))
    return last === undefined || last === 'unknown' ? due : [...due, last]
  }

  private ask(subject: Subject, answer: Answer, kind: keyof typeof this.choices): string | undefined {
    const choice = this.choices[kind].inForce(subject)?.choice
    if (choice === undefined) answer.lacks(kind satisfies RateKind)
    return choice
  }
}

const endsByRank: ReadonlySet<string> = new Set(['promoted', 'academy', 'sergeant'])

// The fact gives its days exactly, so a date that is not known to the day is a fact that is not known.
function serviceOf(subject: Subject): ConscriptService | undefined {
  const approved = subject.fact(field.conscriptApproved)
  const begun = approved === undefined || approved % 100 === 0 ? undefined : monthOfDate(approved)
  if (approved === undefined || begun === undefined) return undefined
  const leaving = leavings[subject.fact(field.leaving) ?? -1]
  return { approved, begun, left: subject.fact(field.conscriptLeft), leaving }
}

// A year's money is paid out by running sums, so that two halves make the year to the fen.
function payPart(answer: Answer, { part, rate, amount, isOnce }: YearPart, { from, to }: Instalment): void {
  const upTo = (months: number) => rounded(amount * months, YEAR, TO_FEN)
  const share = isOnce ? (from === 0 ? amount : 0) : upTo(to) - upTo(from)
  if (share !== 0) answer.pays(share, part, rate)
}

const TO_FEN = { mode: 'half-up', unit: 1 } as const
