import type { Spending } from '@dongzhou/contract/benefits'
import type { Benefit } from '@dongzhou/terms/benefit'
import { Segmented } from 'antd'
import { useState } from 'react'
import { DivisionPicker } from '../kit/division-picker.tsx'
import { EmptyState } from '../kit/drawn-state.tsx'
import { writeDay, writeMoney } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { useLedgerAsk } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { withFilter } from '../kit/search-params.ts'
import { useMe } from '../session/use-session.ts'
import { writeMonth } from './entitlement-month.ts'
import { SampleNote } from './entitlement-sample.tsx'
import { placeAsk } from './recipients-ask.ts'
import { CompositionChart, ProgressChart } from './spending-charts.tsx'
import { AppropriationDialog } from './spending-dialog.tsx'
import { horizonOf, restOf } from './spending-figures.ts'
import { spendingWords } from './spending-words.ts'
import { useSpending } from './use-forecast.ts'
import './spending.css'

/** 资金安排与支出: what a year costs beside what was set aside for it. */
export function SpendingPage() {
  const me = useMe()
  const [ask, setAsk] = useLedgerAsk()
  const thisYear = Number(me.today.slice(0, 4))
  const { year: yearText } = ask.filters
  const year = yearIn(yearText?.[0], thisYear)
  const { division } = placeAsk(ask.filters)
  const spending = useSpending(year, division)
  const [editing, setEditing] = useState<{ readonly benefit: Benefit | undefined }>()
  const maySet = spending.data?.may.appropriate === true && division === undefined
  const years = [...new Set([thisYear - 1, thisYear, thisYear + 1, year])].sort((one, other) => one - other)
  const isWhole = (division ?? me.division.code) === me.bureau.code.padEnd(12, '0')
  const isSet = spending.data?.appropriation !== null
  return (
    <>
      <PageTitle
        title={spendingWords.titleOf(year)}
        help={<HelpLines lines={spendingWords.help} />}
        actions={
          <Segmented
            aria-label={spendingWords.year}
            value={year}
            options={years.map((one) => ({ value: one, label: `${one}年` }))}
            onChange={(next) => setAsk(withFilter(ask, 'year', [String(next)]))}
          />
        }
        {...(maySet
          ? {
              primary: {
                label: isSet ? spendingWords.change : spendingWords.set,
                onClick: () => setEditing({ benefit: undefined }),
              },
            }
          : {})}
      />
      <div className="stack">
        <SampleNote />
        <div className="row spending-place no-print">
          <label htmlFor="spending-division">{spendingWords.division}</label>
          <DivisionPicker
            id="spending-division"
            within={me.division.code}
            value={division}
            placeholder={spendingWords.wholeScope}
            onChange={(code) => setAsk(withFilter(ask, 'division', code === undefined ? [] : [code]))}
          />
        </div>
        <Loaded query={spending} rows={14}>
          {(it) => (
            <SpendingBody
              spending={it}
              isWhole={isWhole}
              onSet={maySet ? (benefit) => setEditing({ benefit }) : undefined}
            />
          )}
        </Loaded>
      </div>
      {editing && spending.data && (
        <AppropriationDialog spending={spending.data} benefit={editing.benefit} onClose={() => setEditing(undefined)} />
      )}
    </>
  )
}

interface BodyProps {
  readonly spending: Spending
  /** Of the whole bureau: money is set aside for no part of it. */
  readonly isWhole: boolean
  readonly onSet: ((benefit: Benefit) => void) | undefined
}

function SpendingBody({ spending, isWhole, onSet }: BodyProps) {
  const isEmpty = spending.due + spending.forecast === 0
  return (
    <>
      <Figures spending={spending} isWhole={isWhole} />
      {isEmpty ? (
        <section className="card">
          <EmptyState title={spendingWords.emptyTitle(spending.year)} say={spendingWords.emptySay} />
        </section>
      ) : (
        <div className="spending-charts">
          <ProgressChart spending={spending} isWhole={isWhole} />
          <CompositionChart spending={spending} onSet={onSet} />
        </div>
      )}
    </>
  )
}

/** The figures a director asks for, and the paper the first one stands on. */
function Figures({ spending, isWhole }: Omit<BodyProps, 'onSet'>) {
  const { appropriation } = spending
  return (
    <section className="card spending-figures">
      <dl>
        {figuresOf(spending, isWhole).map(({ label, value, isShort }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={isShort === true ? 'late' : ''}>{value}</dd>
          </div>
        ))}
      </dl>
      {appropriation !== null && (
        <p className="small quiet">
          {spendingWords.basis(appropriation.document, writeDay(appropriation.decidedOn), appropriation.by)}
          {appropriation.reason !== '' && `：${appropriation.reason}`}
        </p>
      )}
      {!isWhole && <p className="small quiet">{spendingWords.onlyWhole}</p>}
    </section>
  )
}

interface Figure {
  readonly label: string
  readonly value: string
  readonly isShort?: boolean
}

function figuresOf(spending: Spending, isWhole: boolean): readonly Figure[] {
  const { appropriation } = spending
  const rest = restOf(spending)
  const set = appropriation === null ? spendingWords.notSet : writeMoney(appropriation.amount)
  const left: readonly Figure[] =
    rest === null
      ? []
      : [
          {
            label: rest < 0 ? spendingWords.short : spendingWords.rest,
            value: writeMoney(Math.abs(rest)),
            isShort: rest < 0,
          },
        ]
  const aside = isWhole ? [{ label: spendingWords.appropriation, value: set }] : []
  return [...aside, ...spentOf(spending), ...left]
}

/** What is due so far and what is still to come: of a year gone only the first, of one to come only the second. */
function spentOf(spending: Spending): readonly Figure[] {
  const { year, now, due, forecast } = spending
  const thisYear = Number(now.slice(0, 4))
  const horizon = horizonOf(spending)
  if (year < thisYear) return [{ label: spendingWords.dueYear, value: writeMoney(due) }]
  const whole = {
    label:
      horizon === undefined
        ? spendingWords.whole
        : spendingWords.partly(writeMonth(`${year}-01`), writeMonth(horizon).slice(5)),
    value: writeMoney(due + forecast),
  }
  if (year > thisYear) return [whole]
  return [
    { label: spendingWords.due(writeMonth(now)), value: writeMoney(due) },
    { label: spendingWords.forecast, value: writeMoney(forecast) },
    whole,
  ]
}

function yearIn(text: string | undefined, usual: number): number {
  return text !== undefined && /^20\d\d$/.test(text) ? Number(text) : usual
}
