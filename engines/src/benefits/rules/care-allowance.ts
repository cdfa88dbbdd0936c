import type { Rate } from '@dongzhou/terms/rate'
import type { Answer } from '../answer.ts'
import { careModes, field, natures } from '../facts.ts'
import { articleInForce, hasBegun } from '../law-time.ts'
import type { Article } from '../laws.ts'
import { Monthly, rounded } from '../money.ts'
import type { RateBook, Shelf } from '../rate-book.ts'
import type { BoundRule, Rule } from '../rule.ts'
import { StartMonth } from '../start.ts'
import type { Subject } from '../subject.ts'
import { localIndexOfYearBefore } from './base-index.ts'

const before: Article = { law: 'entitlement-regulation-2019', article: '第三十条' }
const since: Article = { law: 'entitlement-regulation-2024', article: '第三十四条' }

/** 护理费: a percentage of the local average monthly wage of the year before, to the most severely disabled who live at home. */
export const careAllowance: Rule = {
  benefit: 'care-allowance',
  version: 2,
  whom: ['disabled-veteran'],
  cadence: 'monthly',
  law: [before, since],
  text: [
    '退役时分散供养的一级至四级残疾军人，以及退役后补办或者调整（含旧伤复发）为一级至四级的，发给护理费。',
    '2024年10月1日起，服役期间因患精神障碍评定为五级至六级的，也发给护理费。',
    '标准为当地上一年度月平均工资的百分比：因战因公一级和二级、因战因公三级和四级、因病一级至四级、精神障碍五级至六级四档，比例见标准库。',
    '集中供养期间，护理费由供养机构统筹使用，不发给本人。',
    '上一年度平均工资尚未录入的月份，先不计发，录入后补发。',
  ],
  bases: { 'average-wage': 'local', 'employee-wage': 'local' },
  bind: (book) => new BoundCareAllowance(book),
}

type CareGroup = 'war-duty-1-2' | 'war-duty-3-4' | 'illness-1-4' | 'mental-5-6'

const ILLNESS = natures.indexOf('illness')
const POOLED = careModes.indexOf('pooled')

class BoundCareAllowance implements BoundRule {
  private readonly rates: { readonly [G in CareGroup]: Shelf }
  private readonly wages: { readonly [K in 'average-wage' | 'employee-wage']: Shelf }
  private readonly starts: StartMonth
  private readonly monthly: Monthly

  constructor(book: RateBook) {
    this.rates = {
      'war-duty-1-2': book.shelf('care-allowance', 'war-duty-1-2'),
      'war-duty-3-4': book.shelf('care-allowance', 'war-duty-3-4'),
      'illness-1-4': book.shelf('care-allowance', 'illness-1-4'),
      'mental-5-6': book.shelf('care-allowance', 'mental-5-6'),
    }
    this.wages = { 'average-wage': book.shelf('average-wage'), 'employee-wage': book.shelf('employee-wage') }
    this.starts = new StartMonth(book, 'care-allowance')
    this.monthly = new Monthly(book)
  }

  qualify(subject: Subject, answer: Answer): void {
    const group = groupOf(subject)
    if (group === undefined) answer.lacks('disability')
    if (group === 'none') answer.refuse('care-grade-too-low', articleInForce(subject, before, since))
    const care = subject.fact(field.care)
    if (care === undefined) answer.lacks('care')
    else if (care === POOLED) answer.refuse('care-pooled', articleInForce(subject, before, since))
  }

  hasBegun(subject: Subject, answer: Answer): boolean | undefined {
    return this.starts.hasCome(subject, answer)
  }

  pay(subject: Subject, answer: Answer): void {
    const rate = this.rateOf(subject)
    if (rate === undefined) answer.lacks('care-allowance')
    else if (rate.unit === 'percent-of-base') this.paysPercent(subject, answer, rate)
    else this.monthly.pays(subject, answer, { rate, part: 'care' })
  }

  private rateOf(subject: Subject): Rate | undefined {
    const group = groupOf(subject)
    if (group === undefined || group === 'none') return undefined
    return this.rates[group].inForce(subject)
  }

  // The old regulation counts by 职工平均工资, the new one by that of all employed in urban units: the rate's row names its base.
  private paysPercent(subject: Subject, answer: Answer, rate: Rate): void {
    const base = rate.base === 'employee-wage' ? 'employee-wage' : 'average-wage'
    const wage = localIndexOfYearBefore(this.wages[base], subject)
    if (wage === undefined) answer.lacks(base)
    else answer.pays(rounded(rate.value * wage.value, BASIS_POINTS * MONTHS, rate.rounding), 'care', rate)
  }
}

const BASIS_POINTS = 10_000
const MONTHS = 12

/** The row of the article a rating falls in; undefined while something about the rating is not known. */
function groupOf(subject: Subject): CareGroup | 'none' | undefined {
  const grade = subject.fact(field.grade)
  const nature = subject.fact(field.nature)
  if (grade === undefined) return undefined
  if (grade > 6) return 'none'
  if (grade > 4) return mentalGroup(subject)
  if (nature === undefined) return undefined
  if (nature === ILLNESS) return 'illness-1-4'
  return grade > 2 ? 'war-duty-3-4' : 'war-duty-1-2'
}

// The row for mental illness is new in 2024: before, grades 5 and 6 drew nothing, whatever the cause.
function mentalGroup(subject: Subject): CareGroup | 'none' | undefined {
  if (!hasBegun(subject, since.law)) return 'none'
  const mental = subject.fact(field.mental)
  if (mental === undefined) return undefined
  return mental === 1 ? 'mental-5-6' : 'none'
}
