import type { Spending } from '@dongzhou/contract/benefits'
import type { Benefit } from '@dongzhou/terms/benefit'
import { Button } from 'antd'
import { useMemo } from 'react'
import { Chart, useChartType } from '../kit/chart.tsx'
import { barsHeight, barsOption, columnsOption } from '../kit/chart-options.ts'
import { nothing, writeCount, writeMoney, writeShare } from '../kit/format.ts'
import { sizes } from '../kit/theme.ts'
import { writeMonth } from './entitlement-month.ts'
import {
  benefitsOfSpending,
  compositionChart,
  compositionSentence,
  horizonOf,
  monthsOfSpending,
  progressChart,
  progressSentence,
  writePart,
} from './spending-figures.ts'
import { spendingWords } from './spending-words.ts'

/** 支出进度: what has come together month by month, under the line of what was set aside. */
export function ProgressChart({ spending, isWhole }: { readonly spending: Spending; readonly isWhole: boolean }) {
  const type = useChartType()
  const option = useMemo(() => columnsOption(progressChart(spending), { type }), [spending, type])
  const horizon = horizonOf(spending)
  return (
    <Chart
      title={progressSentence(spending, isWhole)}
      keys={
        spending.forecast === 0 || spending.due === 0
          ? []
          : [
              { tone: 'full', name: spendingWords.paid },
              { tone: 'pale', name: spendingWords.ahead },
            ]
      }
      height={sizes.side}
      option={option}
      note={[spendingWords.note, horizon && spendingWords.horizon(writeMonth(horizon))].join('')}
    >
      <MonthTable spending={spending} />
    </Chart>
  )
}

function MonthTable({ spending }: { readonly spending: Spending }) {
  const amount = spending.appropriation?.amount
  const horizon = horizonOf(spending) ?? '9999-12'
  return (
    <table className="figures-table">
      <caption className="unseen">{spendingWords.tableCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{spendingWords.month}</th>
          <th scope="col" className="number">
            {spendingWords.people}
          </th>
          <th scope="col" className="number">
            {spendingWords.amount}
          </th>
          <th scope="col" className="number">
            {spendingWords.sum}
          </th>
          {amount !== undefined && (
            <th scope="col" className="number">
              {spendingWords.share}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {monthsOfSpending(spending)
          .filter(({ month }) => month <= horizon)
          .map((month) => (
            <tr key={month.month} className={month.isForecast ? 'quiet' : ''}>
              <th scope="row">
                {writeMonth(month.month)}
                {month.isForecast && `（${spendingWords.isForecast}）`}
              </th>
              <td className="number">{writeCount(month.recipients, '人')}</td>
              <td className="number">{writeMoney(month.amount)}</td>
              <td className="number">{writeMoney(month.sum)}</td>
              {amount !== undefined && <td className="number">{writeShare(month.sum, amount)}</td>}
            </tr>
          ))}
      </tbody>
    </table>
  )
}

interface CompositionProps {
  readonly spending: Spending
  readonly onSet: ((benefit: Benefit) => void) | undefined
}

/** 构成: what the year's money goes into. */
export function CompositionChart({ spending, onSet }: CompositionProps) {
  const type = useChartType()
  const chart = useMemo(() => compositionChart(spending), [spending])
  const option = useMemo(() => barsOption(chart, { type }), [chart, type])
  const sentence = compositionSentence(spending)
  if (sentence === undefined) return null
  return (
    <Chart title={sentence} height={barsHeight(chart.rows.length, type)} option={option}>
      <BenefitTable spending={spending} onSet={onSet} />
    </Chart>
  )
}

function BenefitTable({ spending, onSet }: CompositionProps) {
  const whole = spending.due + spending.forecast
  return (
    <table className="figures-table">
      <caption className="unseen">{spendingWords.benefitCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{spendingWords.benefit}</th>
          {[
            spendingWords.dueShort,
            spendingWords.forecastShort,
            spendingWords.wholeShort,
            spendingWords.part,
            spendingWords.appropriation,
          ].map((name) => (
            <th key={name} scope="col" className="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {benefitsOfSpending(spending).map(({ line, whole: sum }) => (
          <tr key={line.benefit}>
            <th scope="row">{line.benefitName}</th>
            <td className="number">{writeMoney(line.due)}</td>
            <td className="number">{writeMoney(line.forecast)}</td>
            <td className="number">{writeMoney(sum)}</td>
            <td className="number">{writePart(sum, whole)}</td>
            <td className="number">
              {line.appropriation === null ? nothing : writeMoney(line.appropriation)}
              {onSet && (
                <Button type="link" size="small" onClick={() => onSet(line.benefit)}>
                  {line.appropriation === null ? spendingWords.setOne : spendingWords.changeOne}
                </Button>
              )}
            </td>
          </tr>
        ))}
        <tr className="figures-sum">
          <th scope="row">{spendingWords.total}</th>
          <td className="number">{writeMoney(spending.due)}</td>
          <td className="number">{writeMoney(spending.forecast)}</td>
          <td className="number">{writeMoney(whole)}</td>
          <td className="number" />
          <td className="number">
            {spending.appropriation === null ? nothing : writeMoney(spending.appropriation.amount)}
          </td>
        </tr>
      </tbody>
    </table>
  )
}
