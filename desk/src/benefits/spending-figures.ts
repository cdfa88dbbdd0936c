import type { Spending } from '@dongzhou/contract/benefits'
import { findMonth, monthText, yearAndMonthOf } from '@dongzhou/terms/month'
import type { BarsChart, ColumnsChart } from '../kit/chart-options.ts'
import { writeMoney, writeNumber, writeShare } from '../kit/format.ts'
import { movedMonth, writeMonth } from './entitlement-month.ts'
import { spendingSentences, spendingWords } from './spending-words.ts'

/** One month of a year's spending, with what has come together by its end. */
export interface SpendingMonth {
  readonly month: string
  readonly amount: number
  readonly recipients: number
  readonly sum: number
  readonly isForecast: boolean
}

/** The months of a year with their running sum. */
export function monthsOfSpending({ months, now }: Pick<Spending, 'months' | 'now'>): readonly SpendingMonth[] {
  let sum = 0
  return months.map(({ month, amount, recipients }) => {
    sum += amount
    return { month, amount, recipients, sum, isForecast: month > now }
  })
}

/** How far the forecast of a year reaches, where that is not its end: nobody looks further than twelve months ahead. */
export function horizonOf({ months, now }: Pick<Spending, 'months' | 'now'>): string | undefined {
  const horizon = movedMonth(now, 12)
  const reached = months.findLast(({ month }) => month <= horizon)
  return reached === undefined || reached.month === months.at(-1)?.month ? undefined : reached.month
}

/** `1,234.56 万元`: the size in which a year's money is spoken of; below 万 it stays in 元. */
export function writeWan(fen: number): string {
  return Math.abs(fen) < 1_000_000 ? writeMoney(fen) : `${writeNumber(Math.round(fen / 10_000) / 100)} 万元`
}

/** 支出进度 in a sentence: how far, of what, and where it ends. Money is set aside for the whole bureau only. */
export function progressSentence(spending: Spending, isWhole: boolean): string {
  const { due, forecast, appropriation } = spending
  const rest = restOf(spending)
  const words = spendingSentences
  const whole = due + forecast
  const end =
    appropriation === null || rest === null ? '' : rest < 0 ? words.short(writeWan(-rest)) : words.rest(writeWan(rest))
  const share = appropriation === null ? '' : words.shareOf(writeShare(due, appropriation.amount))
  const ahead = forecast === 0 ? '' : words.forecast(writeWan(whole))
  return `${headOf(spending)}${due === 0 ? '' : share}${due === 0 ? '' : ahead}${end}${appropriation === null && isWhole ? words.notSet : ''}。`
}

/** 结余: what is left at the end of the year; undefined while the end is out of sight. */
export function restOf(spending: Spending): number | null {
  return horizonOf(spending) === undefined ? spending.rest : null
}

function headOf(spending: Spending): string {
  const { year, now, due, forecast } = spending
  const words = spendingSentences
  const running = findMonth(now)
  if (running === undefined || yearAndMonthOf(running).year > year) return words.wholeYear(year, writeWan(due))
  if (due > 0) return words.soFar(monthText(running), writeWan(due))
  const horizon = horizonOf(spending)
  if (horizon === undefined) return words.comingYear(year, writeWan(forecast))
  return words.comingMonths(writeMonth(`${year}-01`), writeMonth(horizon).slice(5), writeWan(forecast))
}

/** 累计支出: month by month, what was due in full colour and what is forecast in pale, under the line of the appropriation. */
export function progressChart(spending: Spending): ColumnsChart {
  const horizon = horizonOf(spending)
  const months = monthsOfSpending(spending)
  const isSeen = ({ month }: SpendingMonth): boolean => horizon === undefined || month <= horizon
  const amount = spending.appropriation?.amount
  return {
    labels: months.map(({ month }) => `${Number(month.slice(5, 7))}月`),
    series: [
      { name: spendingWords.paid, tone: 'full', values: months.map((it) => (it.isForecast ? null : it.sum)) },
      {
        name: spendingWords.ahead,
        tone: 'pale',
        values: months.map((it) => (it.isForecast && isSeen(it) ? it.sum : null)),
      },
    ],
    limit: amount === undefined ? undefined : { value: amount, label: spendingSentences.limit(writeWan(amount)) },
    // The figure of this month stands in the sentence above.
    labelled: [months.findLastIndex(isSeen)],
    write: writeWan,
    writeAxis: (value) => (value === 0 ? '0' : writeWan(value)),
  }
}

/** A benefit's share of the year. */
export interface BenefitSpending {
  readonly line: Spending['benefits'][number]
  readonly whole: number
}

/** The benefits of a year, the dearest first. */
export function benefitsOfSpending({ benefits }: Pick<Spending, 'benefits'>): readonly BenefitSpending[] {
  return benefits
    .map((line) => ({ line, whole: line.due + line.forecast }))
    .sort((one, other) => other.whole - one.whole)
}

/** 构成 in a sentence; undefined where there is nothing to compare. */
export function compositionSentence(spending: Pick<Spending, 'benefits'>): string | undefined {
  const costly = benefitsOfSpending(spending).filter(({ whole }) => whole > 0)
  const [first] = costly
  if (!first) return undefined
  if (costly.length === 1) return `${spendingSentences.only(first.line.benefitName)}。`
  const sum = costly.reduce((all, { whole }) => all + whole, 0)
  return `${spendingSentences.most(first.line.benefitName, writeShare(first.whole, sum))}。`
}

/** 构成: the benefits as bars. */
export function compositionChart(spending: Pick<Spending, 'benefits'>): BarsChart {
  const costly = benefitsOfSpending(spending).filter(({ whole }) => whole > 0)
  const sum = costly.reduce((all, { whole }) => all + whole, 0)
  return {
    rows: costly.map(({ line, whole }) => ({
      label: line.benefitName,
      value: whole,
      text: `${writeWan(whole)}，${writePart(whole, sum)}`,
    })),
  }
}

/** `34%` of a whole; what is there never reads as nothing. */
export function writePart(part: number, whole: number): string {
  const share = writeShare(part, whole)
  return part > 0 && share === '0%' ? spendingSentences.little : share
}
