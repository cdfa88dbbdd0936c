import type { IndicatorReading } from '@dongzhou/contract/plan'
import { Segmented } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../kit/drawn-state.tsx'
import { nothing, writeCount, writeDay } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { useLedgerAsk, usePageParam } from '../kit/navigation.tsx'
import { Card, RecordPage } from '../kit/record-page.tsx'
import { useMe } from '../session/use-session.ts'
import { writeFigure } from './figure.ts'
import { IndicatorRows } from './indicator-rows.tsx'
import './plan.css'
import { type Span, spanName, spanNamed, spanOf } from './span.ts'
import { TargetCard } from './target-card.tsx'
import { TargetDialog } from './target-dialog.tsx'
import { useBoard, useIndicator } from './use-plan.ts'
import { boardWords, indicatorWords, progressNames } from './words.ts'

/** 一项指标: its query in words, its figure over a span, and every row behind it. */
export function IndicatorPage() {
  const { today } = useMe()
  const [ask] = useLedgerAsk()
  const span = spanOf(ask.filters, today)
  const reading = useIndicator({ code: usePageParam('code'), ...span })
  return (
    <Loaded query={reading} head={{ title: boardWords.indicator, above: [{ title: boardWords.title, to: '/plan' }] }}>
      {(it) => <IndicatorRecord reading={it} span={span} />}
    </Loaded>
  )
}

function IndicatorRecord({ reading, span }: { readonly reading: IndicatorReading; readonly span: Span }) {
  const { indicator } = reading
  const year = Number(span.to.slice(0, 4))
  const board = useBoard(year).data
  const line = board?.lines.find((one) => one.indicator.code === indicator.code)
  const [isOpen, setOpen] = useState(false)
  const isLive = indicator.state === 'live'
  return (
    <>
      <RecordPage
        title={{
          title: indicator.name,
          above: [{ title: boardWords.yearTitle(year), to: `/plan?year=${year}` }],
          help: <HelpLines lines={boardWords.help} />,
          ...(board?.may.setTarget && line && isLive
            ? {
                primary: {
                  label: line.target ? indicatorWords.changeTarget : indicatorWords.setTarget,
                  onClick: () => setOpen(true),
                },
              }
            : {}),
        }}
        facts={factsOf(reading, span)}
        alerts={
          reading.missing === null || !isLive
            ? []
            : [{ key: 'missing', level: 'information', say: indicatorWords.missing[reading.missing] }]
        }
        side={
          <>
            <Card title={indicatorWords.query}>
              <div className="stack">
                <p>{indicator.query}</p>
                {isLive && <p className="quiet small">{indicatorWords.querySay}</p>}
              </div>
            </Card>
            {line && <TargetCard line={line} year={year} />}
          </>
        }
      >
        {isLive ? (
          <div>
            <SpanChoice span={span} />
            <IndicatorRows indicator={indicator} span={span} />
          </div>
        ) : (
          <section className="card">
            <EmptyState title={progressNames['room-not-built']} say={indicatorWords.roomSay(indicator.room ?? '')} />
          </section>
        )}
      </RecordPage>
      {line && <TargetDialog line={line} year={year} isOpen={isOpen} onClose={() => setOpen(false)} />}
    </>
  )
}

/** A figure that nobody can take yet is left out: a dash would look like a fault. */
function factsOf({ indicator, value, rows }: IndicatorReading, span: Span) {
  const programme = { label: indicatorWords.programme, value: indicator.programme.name }
  if (indicator.state === 'room-not-built')
    return [
      programme,
      { label: indicatorWords.unit, value: indicator.unit },
      { label: indicatorWords.room, value: indicator.room ?? '' },
    ]
  return [
    {
      label: indicatorWords.value,
      value: <span className="plan-figure">{value === null ? nothing : writeFigure(value, indicator.unit)}</span>,
    },
    ...(rows === null ? [] : [{ label: indicatorWords.rows, value: writeCount(rows, '条') }]),
    { label: indicatorWords.span, value: `${writeDay(span.from)}至${writeDay(span.to)}` },
    programme,
  ]
}

/** The usual spans of the year in sight; others are typed on the left of the rows. */
function SpanChoice({ span }: { readonly span: Span }) {
  const [ask, setAsk] = useLedgerAsk()
  const name = spanName(span)
  const options = [
    { value: 'year' as const, label: indicatorWords.wholeYear },
    { value: 'first' as const, label: indicatorWords.first },
    { value: 'second' as const, label: indicatorWords.second },
  ]
  return (
    <div className="plan-span no-print">
      <Segmented
        aria-label={indicatorWords.span}
        value={name}
        options={
          name === 'other' ? [...options, { value: 'other' as const, label: indicatorWords.otherSpan }] : options
        }
        onChange={(next) => {
          if (next === 'other') return
          const { from, to } = spanNamed(next, span.to.slice(0, 4))
          setAsk({ ...ask, page: 1, filters: { ...ask.filters, dayFrom: [from], dayTo: [to] } })
        }}
      />
    </div>
  )
}
