import { type Month, monthOf } from '@dongzhou/terms/month'
import { type Answer, FullAnswer } from '../answer.ts'
import { field, natures } from '../facts.ts'
import { type Article, laws } from '../laws.ts'
import { rounded } from '../money.ts'
import type { RateBook, Shelf } from '../rate-book.ts'
import type { BoundRule, Rule } from '../rule.ts'
import type { Subject } from '../subject.ts'
import { indexOfYearBeforeMonth } from './base-index.ts'
import { type Death, type DeathCause, deathOf } from './death.ts'
import { gradingAtDeath, gradingAtDeathBefore, honourKeysOf, shelfOfHonour } from './honour-keys.ts'
import { isAwardedNow } from './once.ts'

const law = {
  before: { law: 'entitlement-regulation-2019', article: '第十三条' },
  injuryBefore: { law: 'entitlement-regulation-2019', article: '第二十八条' },
  since: { law: 'entitlement-regulation-2024', article: '第十五条' },
  honourSince: { law: 'entitlement-regulation-2024', article: '第十六条' },
  injurySince: { law: 'entitlement-regulation-2024', article: '第三十二条' },
  martyrs: { law: 'martyrs-regulation-2024', article: '第十六条' },
} as const satisfies Record<string, Article>

/** 一次性抚恤金: multiples of the nation's urban income and months of pay, by the nature of a soldier's death. */
export const deathLumpSum: Rule = {
  benefit: 'death-lump-sum',
  version: 1,
  whom: [],
  cadence: 'once',
  law: Object.values(law),
  text: [
    '军人死亡，按死亡性质发给遗属一次性抚恤金：死亡时上一年度全国城镇居民人均可支配收入的倍数，加本人若干个月的工资；倍数和月数以标准库所载条款为准。',
    '烈士、因公牺牲为一档，病故为一档；退役的因战、因公残疾军人旧伤复发死亡的，按因公牺牲的标准。',
    '2024年10月1日起死亡的，工资指本人月基本工资；此前死亡的，指死亡时的月工资。低于少尉军官标准的，按少尉军官标准计算；追授军衔的，按追授的军衔。',
    '服现役期间（含死后追授）获得功勋荣誉表彰的，按其中最高的一项比例增发。',
    '本人月工资没有记录的，不作计算，待补材料；一次性发放，核定当月应发。',
  ],
  afterDeath: true,
  bases: { 'urban-disposable-income': 'nation' },
  bind: (book) => new BoundDeathLumpSum(book),
}

/** Which of the rates a cause goes with; the others are no deaths the regulation pays a lump sum for. */
const standing: { readonly [C in DeathCause]: 0 | 1 | 2 | undefined } = {
  martyrdom: 0,
  'on-duty': 1,
  'service-illness': 2,
  'old-injury': 1,
  illness: undefined,
  accident: undefined,
}

class BoundDeathLumpSum implements BoundRule {
  private readonly times: readonly Shelf[]
  private readonly months: readonly Shelf[]
  private readonly honours: readonly Shelf[]
  private readonly income: Shelf
  private readonly lieutenant: Shelf
  private readonly oldInjury: Shelf

  constructor(book: RateBook) {
    this.times = book.shelvesOf('death-lump-sum-income')
    this.months = book.shelvesOf('death-lump-sum-pay')
    this.honours = book.shelvesOf('death-lump-sum-honour')
    this.income = book.nationalShelf('urban-disposable-income')
    this.lieutenant = book.shelf('lieutenant-pay')
    this.oldInjury = book.shelf('old-injury-honour')
  }

  qualify(subject: Subject, answer: Answer): void {
    const death = deathOf(subject, answer)
    if (death === undefined) return
    if (standing[death.cause] === undefined) answer.refuse('cause-not-covered', articleOf(death, law.before, law.since))
    if (death.cause === 'old-injury') asksInjury(subject, answer, death)
  }

  pay(subject: Subject, answer: Answer): void {
    const death = deathOf(subject, answer)
    if (death === undefined || !isAwardedNow(subject, answer)) return
    const base = new FullAnswer()
    this.paysIncome(base, death)
    this.paysWages(subject, base, death)
    for (const what of base.missing) answer.lacks(what)
    for (const { amount, part, from } of base.payments) answer.pays(amount, part, from)
    if (answer.isOpen)
      this.paysHonour(
        subject,
        answer,
        death,
        base.payments.reduce((sum, { amount }) => sum + amount, 0),
      )
  }

  private paysIncome(answer: Answer, { month, cause }: Death): void {
    const times = this.times[standing[cause] ?? -1]?.fixed(month)
    const income = indexOfYearBeforeMonth(this.income, month)
    if (times === undefined) answer.lacks('death-lump-sum-income')
    if (income === undefined) answer.lacks('urban-disposable-income')
    if (times && income) answer.pays(rounded(income.value * times.value, 100, times.rounding), 'income', times)
  }

  // What a second lieutenant is paid is not public: while nobody has entered it, nobody can tell that a pay is not below it.
  private paysWages(subject: Subject, answer: Answer, { month, cause }: Death): void {
    const own = subject.fact(field.basePay)
    const months = this.months[standing[cause] ?? -1]?.fixed(month)
    const least = this.lieutenant.fixed(month)
    if (own === undefined) answer.lacks('death-cause')
    if (months === undefined) answer.lacks('death-lump-sum-pay')
    if (least === undefined) answer.lacks('lieutenant-pay')
    if (own !== undefined && months && least) answer.pays(Math.max(own, least.value) * months.value, 'pay', months)
  }

  private paysHonour(subject: Subject, answer: Answer, death: Death, base: number): void {
    const keys = honourKeysOf(subject, isBefore(death.month) ? gradingAtDeathBefore : gradingAtDeath)
    if (keys.length === 0 || !this.raisesHonour(answer, death)) return
    const rates = keys.map((key) => shelfOfHonour(this.honours, key)?.fixed(death.month))
    if (rates.includes(undefined)) answer.lacks('death-lump-sum-honour')
    const best = rates.flatMap((rate) => rate ?? []).toSorted((one, other) => other.value - one.value)[0]
    if (best) answer.pays(rounded(base * best.value, 10_000, best.rounding), 'honour', best)
  }

  // Art. 32 pays a veteran's old injury by the standard of a death on duty; whether art. 16 raises it too, no text says.
  private raisesHonour(answer: Answer, { month, cause }: Death): boolean {
    if (cause !== 'old-injury') return true
    const choice = this.oldInjury.fixed(month)?.choice
    if (choice === undefined) answer.lacks('old-injury-honour')
    return choice === 'with'
  }
}

function asksInjury(subject: Subject, answer: Answer, death: Death): void {
  const nature = natures[subject.fact(field.nature) ?? -1]
  if (nature === undefined) answer.lacks('disability')
  else if (nature === 'illness') answer.refuse('cause-not-covered', articleOf(death, law.injuryBefore, law.injurySince))
}

function articleOf({ month }: Death, before: Article, since: Article): Article {
  return isBefore(month) ? before : since
}

const newLaw = monthOf(laws['entitlement-regulation-2024'].from)

function isBefore(month: Month): boolean {
  return month < newLaw
}
