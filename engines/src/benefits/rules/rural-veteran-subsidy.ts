import type { Answer } from '../answer.ts'
import { yearsByCalendar, yearsByDates } from '../calendar.ts'
import { arrangements, field, identityBit, insurances } from '../facts.ts'
import type { Article } from '../laws.ts'
import { Monthly } from '../money.ts'
import type { RateBook, Shelf } from '../rate-book.ts'
import type { BoundRule, Rule } from '../rule.ts'
import { StartMonth } from '../start.ts'
import type { Subject } from '../subject.ts'

const notice: Article = { law: 'rural-veterans-notice-2011', article: '' }

/** 60周岁农村籍退役士兵老年生活补助: so much a month for each year served as a conscript. */
export const ruralVeteranSubsidy: Rule = {
  benefit: 'rural-veteran-subsidy',
  version: 1,
  // Whoever served is asked, for screening finds those who turn 60; the other identities are told what excludes them.
  whom: [
    'veteran',
    'rural-veteran-60',
    'disabled-veteran',
    'ill-returned-veteran',
    'war-participant',
    'nuclear-test-participant',
  ],
  cadence: 'monthly',
  law: [notice, { law: 'entitlement-regulation-2024', article: '第六十二条' }],
  text: [
    '1954年11月1日之后、《退役士兵安置条例》实施之前入伍，年满六十周岁的农村籍退役士兵享受；起止时间和年龄以标准库为准。',
    '农村籍是指退役时落户农村，后来转为城镇户籍的仍算；退役时由政府安排工作的不算。',
    '享受城镇职工养老保险、退休金（含军龄计为工龄或视同缴费年限）的，不享受。',
    '享受其他国家定期抚恤补助的，不享受。',
    '从年满六十周岁当月、当年1月，或者批准当月、次月、当年1月起发给，由本地选定；选定年满当年1月的，当年即视为年满。',
    '按服义务兵役的年限计发，不满一年的按一年；核定文件载明折算年限的，从核定。选改士官后的年限不计。',
    '已认定为60周岁农村籍退役士兵的，退役时的户籍和安置情况以认定为准，但另有记载与认定不符的除外。',
  ],
  bind: (book) => new BoundRuralVeteranSubsidy(book),
}

const FROM_EMPLOYMENT = [insurances.indexOf('employee'), insurances.indexOf('retirement')]
const ASSIGNED_WORK = arrangements.indexOf('assigned-work')
const RECOGNISED = identityBit('rural-veteran-60')

class BoundRuralVeteranSubsidy implements BoundRule {
  private readonly rates: Shelf
  private readonly ages: Shelf
  private readonly windowFrom: Shelf
  private readonly windowTo: Shelf
  private readonly methods: Shelf
  private readonly firstMonths: Shelf
  private readonly starts: StartMonth
  private readonly monthly: Monthly

  constructor(book: RateBook) {
    this.rates = book.shelf('rural-veteran-subsidy')
    this.ages = book.shelf('age', 'rural-veteran')
    this.windowFrom = book.shelf('enlisted-from', 'rural-veteran')
    this.windowTo = book.shelf('enlisted-before', 'rural-veteran')
    this.methods = book.shelf('service-years')
    this.firstMonths = book.shelf('start-month', 'rural-veteran-subsidy')
    this.starts = new StartMonth(book, 'rural-veteran-subsidy')
    this.monthly = new Monthly(book)
  }

  qualify(subject: Subject, answer: Answer): void {
    this.asksAge(subject, answer)
    this.asksEnlisted(subject, answer)
    asksDischarge(subject, answer)
    const insurance = subject.fact(field.insurance)
    if (insurance === undefined) answer.lacks('pension-insurance')
    else if (FROM_EMPLOYMENT.includes(insurance)) answer.refuse('employee-insured', notice)
    if (this.yearsOf(subject, answer) === 0) answer.refuse('no-conscript-years', notice)
  }

  hasBegun(subject: Subject, answer: Answer): boolean | undefined {
    return this.starts.hasCome(subject, answer, this.ages.inForce(subject)?.value)
  }

  pay(subject: Subject, answer: Answer): void {
    const rate = this.rates.inForce(subject)
    const times = this.yearsOf(subject, answer)
    if (rate === undefined) answer.lacks('rural-veteran-subsidy')
    else if (times !== undefined) this.monthly.pays(subject, answer, { rate, part: 'years', times })
  }

  private asksAge(subject: Subject, answer: Answer): void {
    const age = this.ages.inForce(subject)?.value
    const isOld = age === undefined ? undefined : this.isOld(subject, age)
    if (age === undefined) answer.lacks('age')
    else if (isOld === undefined) answer.lacks('birth')
    else if (!isOld) answer.refuse('too-young', notice)
  }

  // Where a county pays from January of the year of the birthday, the whole year counts as reached.
  private isOld(subject: Subject, age: number): boolean | undefined {
    if (this.choiceOf(this.firstMonths, subject) !== 'birthday-year') return subject.isAged(age)
    const born = subject.fact(field.born)
    return born === undefined ? undefined : subject.hasReached(born - (born % 10_000) + age * 10_000 + JANUARY)
  }

  private asksEnlisted(subject: Subject, answer: Answer): void {
    const from = this.windowFrom.inForce(subject)?.value
    const to = this.windowTo.inForce(subject)?.value
    if (from === undefined) answer.lacks('enlisted-from')
    if (to === undefined) answer.lacks('enlisted-before')
    if (from === undefined || to === undefined) {
      if (subject.fact(field.enlisted) === undefined) answer.lacks('service')
      return
    }
    const isEarly = subject.isBefore(field.enlisted, from)
    const isInTime = subject.isBefore(field.enlisted, to)
    if (isEarly === true) answer.refuse('enlisted-too-early', notice)
    if (isInTime === false) answer.refuse('enlisted-too-late', notice)
    if (isEarly === undefined || isInTime === undefined) answer.lacks('service')
  }

  /** The years decided outrank those counted. */
  private yearsOf(subject: Subject, answer: Answer): number | undefined {
    const decided = subject.awardFact('awardYears')
    if (decided !== undefined) return decided
    const method = this.choiceOf(this.methods, subject)
    if (method === undefined) answer.lacks('service-years')
    const counted = method === 'calendar' ? yearsByCalendar : yearsByDates
    const years = subject.workedOut(counted, field.conscriptFrom, field.conscriptTo)
    if (years === undefined && method !== undefined) answer.lacks('service')
    return years
  }

  /** A choice as it was when the county decided; before it has, as it is now. */
  private choiceOf(choices: Shelf, subject: Subject): string | undefined {
    const decided = choices.onDecision(subject)
    if (decided !== undefined || subject.monthOf('awardApproved') !== undefined) return decided?.choice
    return choices.inForce(subject)?.choice
  }
}

const JANUARY = 100

// What was so on the day of discharge was looked into when the county recognised the identity; ledgers do not carry it any more.
function asksDischarge(subject: Subject, answer: Answer): void {
  const isRecognised = subject.isOf(RECOGNISED)
  const rural = subject.fact(field.ruralAtDischarge)
  if (rural === 0) answer.refuse('not-rural-at-discharge', notice)
  if (rural === undefined && !isRecognised) answer.lacks('registration-at-discharge')
  const arrangement = subject.fact(field.arrangement)
  if (arrangement === ASSIGNED_WORK) answer.refuse('work-arranged', notice)
  if (arrangement === undefined && !isRecognised) answer.lacks('arrangement')
}
