import type { Spending } from '@dongzhou/contract/benefits'
import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import type { DivisionCode } from '@dongzhou/terms/division'
import { type Month, month, monthCode, monthOf } from '@dongzhou/terms/month'
import { bureauDivision } from '../../platform/bureau-division.ts'
import { requireMay } from '../../platform/fault.ts'
import type { Setting } from '../../platform/setting.ts'
import { mayAnswerForCounty, mayReadBenefits } from '../policy.ts'
import { type Appropriation, listAppropriations } from './appropriations.sql.ts'
import { type MonthlySum, recipientsByMonth, sumsByMonth } from './spending.sql.ts'

const MONTHS_OF_A_YEAR = 12

/** 资金安排与支出预测: what a year costs, month by month and benefit by benefit, beside what was set aside for it. */
export async function getSpending(
  setting: Setting,
  { year, division }: { readonly year: number; readonly division?: DivisionCode | undefined },
): Promise<Spending> {
  const place = division ?? setting.clerk.division
  requireMay(mayReadBenefits(setting.clerk, { division: place }))
  const span = { from: month(year, 1), to: (month(year, 1) + MONTHS_OF_A_YEAR) as Month }
  const sums = await sumsByMonth(setting, span, place)
  const recipients = await recipientsByMonth(setting, span, place)
  // Money is set aside for the county: a town has none of its own to be short of.
  const isWhole = place === bureauDivision(setting.bureau)
  const set = isWhole ? await listAppropriations(setting, year) : []
  const whole = set.find(({ benefit }) => benefit === undefined)
  const now = monthOf(setting.today)
  const due = sumOf(sums, (at) => at <= now)
  const forecast = sumOf(sums, (at) => at > now)
  return {
    year,
    now: monthCode(now),
    months: monthsOf(span).map((at) => ({
      month: monthCode(at),
      amount: sumOf(sums, (other) => other === at),
      recipients: recipients.get(at) ?? 0,
    })),
    benefits: benefitsIn(sums, set).map((benefit) => lineOf(benefit, sums, { set, span, now })),
    due,
    forecast,
    appropriation: whole?.amount === undefined ? null : presentAppropriation(whole, whole.amount),
    appropriationVersion: whole?.version ?? 0,
    rest: whole?.amount === undefined ? null : whole.amount - due - forecast,
    may: { appropriate: mayAnswerForCounty(setting.clerk, setting.bureau) === 'yes' },
  }
}

type Span = { readonly from: Month; readonly to: Month }

function lineOf(
  benefit: Benefit,
  sums: readonly MonthlySum[],
  { set, span, now }: { readonly set: readonly Appropriation[]; readonly span: Span; readonly now: Month },
): Spending['benefits'][number] {
  const own = sums.filter((sum) => sum.benefit === benefit)
  const decided = set.find((appropriation) => appropriation.benefit === benefit)
  return {
    benefit,
    benefitName: benefits[benefit],
    due: sumOf(own, (at) => at <= now),
    forecast: sumOf(own, (at) => at > now),
    appropriation: decided?.amount ?? null,
    appropriationVersion: decided?.version ?? 0,
    months: monthsOf(span).map((at) => sumOf(own, (other) => other === at)),
  }
}

function benefitsIn(sums: readonly MonthlySum[], set: readonly Appropriation[]): readonly Benefit[] {
  const found = new Set([...sums.map(({ benefit }) => benefit), ...set.flatMap(({ benefit }) => benefit ?? [])])
  return (Object.keys(benefits) as Benefit[]).filter((benefit) => found.has(benefit))
}

function presentAppropriation(it: Appropriation, amount: number): NonNullable<Spending['appropriation']> {
  const { document, decidedOn, reason, actor, version } = it
  return { amount, document, decidedOn, reason, by: actor, version }
}

function monthsOf({ from, to }: Span): readonly Month[] {
  return Array.from({ length: to - from }, (_, at) => (from + at) as Month)
}

function sumOf(sums: readonly MonthlySum[], isCounted: (month: Month) => boolean): number {
  return sums.reduce((sum, { month: at, amount }) => (isCounted(at) ? sum + amount : sum), 0)
}
