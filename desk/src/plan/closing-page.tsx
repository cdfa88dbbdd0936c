import type { ClosedFigure, ClosingLine } from '@dongzhou/contract/plan'
import { Button } from 'antd'
import { useState } from 'react'
import { writeCount, writeInstant } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { PageLink, usePageParam } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { useMay } from '../session/use-session.ts'
import { writeFigure } from './figure.ts'
import './plan.css'
import { RestateDialog } from './restate-dialog.tsx'
import { useClosing } from './use-plan.ts'
import { closingWords, indicatorWords, periodName } from './words.ts'

/** 一次定数: every frozen figure beside what the records say now. */
export function ClosingPage() {
  const closing = useClosing(Number(usePageParam('closingId')))
  return (
    <Loaded
      query={closing}
      head={{ title: closingWords.noun, above: [{ title: closingWords.title, to: '/plan/closings' }] }}
    >
      {(it) => <Closing closing={it} />}
    </Loaded>
  )
}

type WholeClosing = ClosingLine & { readonly closed: readonly ClosedFigure[] }

function Closing({ closing }: { readonly closing: WholeClosing }) {
  const mayClose = useMay('plan.close')
  // By its code: after a conflict the dialog must know the figure as it stands then.
  const [restated, setRestated] = useState<string>()
  const drifted = closing.closed.filter(({ drift }) => drift.isDrifted).length
  return (
    <>
      <PageTitle
        title={closingWords.openTitle(periodName(closing))}
        note={`${closing.actor} ${writeInstant(closing.at)}`}
        above={[{ title: closingWords.title, to: '/plan/closings' }]}
        help={<HelpLines lines={closingWords.help} />}
      />
      <div className="stack">
        {closing.note !== '' && <p className="plan-say card">{closing.note}</p>}
        {drifted > 0 && <p className="plan-say card risk">{closingWords.driftedSay(drifted)}</p>}
        <div className="card scroll-across">
          <table className="plan-closing">
            <caption className="unseen">{closingWords.openTitle(periodName(closing))}</caption>
            <thead>
              <tr>
                <th scope="col">{closingWords.indicators}</th>
                <th scope="col" className="number">
                  {closingWords.frozen}
                </th>
                <th scope="col" className="number">
                  {closingWords.now}
                </th>
                <th scope="col">{closingWords.drift}</th>
              </tr>
            </thead>
            <tbody>
              {closing.closed.map((figure) => (
                <FigureRow
                  key={figure.current.indicator.code}
                  figure={figure}
                  closing={closing}
                  onRestate={mayClose ? () => setRestated(figure.current.indicator.code) : undefined}
                />
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <RestateDialog
        closingId={closing.id}
        figure={closing.closed.find(({ current }) => current.indicator.code === restated)}
        onClose={() => setRestated(undefined)}
      />
    </>
  )
}

interface FigureRowProps {
  readonly figure: ClosedFigure
  readonly closing: ClosingLine
  readonly onRestate: (() => void) | undefined
}

function FigureRow({ figure, closing, onRestate }: FigureRowProps) {
  const { current, now } = figure
  const { indicator } = current
  return (
    <tr>
      <th scope="row">
        <PageLink to={`/plan/indicators/${indicator.code}?dayFrom=${closing.from}&dayTo=${closing.to}`}>
          {indicator.name}
        </PageLink>
        <Earlier figure={figure} />
      </th>
      <td className="number">
        {writeFigure(current.value, indicator.unit)}
        <div className="quiet small">
          {writeCount(current.rows, '条')}
          {indicatorWords.rows}
        </div>
      </td>
      <td className="number">
        {writeFigure(now.value, indicator.unit)}
        <div className="quiet small">
          {writeCount(now.rows, '条')}
          {indicatorWords.rows}
        </div>
      </td>
      <td>
        <Drift figure={figure} onRestate={onRestate} />
      </td>
    </tr>
  )
}

function Drift({ figure: { drift }, onRestate }: Pick<FigureRowProps, 'figure' | 'onRestate'>) {
  if (!drift.isDrifted) return <span className="quiet">{closingWords.same}</span>
  const says = [
    drift.added > 0 ? closingWords.came(drift.added) : '',
    drift.removed > 0 ? closingWords.went(drift.removed) : '',
  ].filter((say) => say !== '')
  return (
    <span className="row">
      <span className="risk">{says.length > 0 ? says.join('，') : closingWords.drift}</span>
      {onRestate && (
        <Button size="small" className="no-print" onClick={onRestate}>
          {closingWords.restate}
        </Button>
      )}
    </span>
  )
}

/** 历次定数: what was said at its time stays citable. */
function Earlier({ figure: { current, earlier } }: { readonly figure: ClosedFigure }) {
  if (earlier.length === 0) return null
  return (
    <ul className="quiet small">
      {current.reason !== '' && (
        <li>{`${closingWords.revision(current.revision)}：${current.reason}（${current.actor} ${writeInstant(current.at)}）`}</li>
      )}
      {earlier.map((one) => (
        <li key={one.revision}>
          {`${closingWords.revision(one.revision)}：${writeFigure(one.value, one.indicator.unit)}（${one.actor} ${writeInstant(one.at)}）`}
        </li>
      ))}
    </ul>
  )
}
