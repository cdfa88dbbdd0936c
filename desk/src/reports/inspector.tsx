import { DownOutlined, UpOutlined } from '@ant-design/icons'
import type { ReportFile } from '@dongzhou/contract/reports'
import type { FigureInline } from '@dongzhou/terms/document'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { isTypingIn, nextRow } from '../kit/shortcuts.ts'
import { FigureRows } from './figure-rows.tsx'
import { FigureWording } from './figure-wording.tsx'
import { NumberList } from './number-list.tsx'
import type { ReportNumber } from './report-numbers.ts'
import { inspectorWords, missingSay } from './words.ts'

export interface InspectorProps {
  readonly report: ReportFile
  readonly numbers: readonly ReportNumber[]
  readonly chosen: ReportNumber | undefined
  readonly onChoose: (id: string) => void
  /** Brings the number into sight on the paper and puts the keyboard there. */
  readonly onJump: (id: string) => void
  readonly onSet: ((figure: FigureInline) => void) | undefined
}

type Tab = 'rows' | 'wording' | 'all'

/** Under the origin of the chosen number: its records, its wording, and the list of all numbers, walked by the arrows. */
export function Inspector(props: InspectorProps) {
  const { numbers, chosen, onChoose, onSet } = props
  const [wanted, setTab] = useState<Tab>('rows')
  const tabs = tabsOf(chosen, onSet !== undefined)
  const tab = tabs.includes(wanted) ? wanted : 'all'

  function walk(event: React.KeyboardEvent): void {
    if (isTypingIn(event.target) || event.altKey || event.ctrlKey || event.metaKey) return
    const at = numbers.findIndex(({ id }) => id === chosen?.id)
    const next = numbers[nextRow(event.key, at < 0 ? undefined : at, numbers.length) ?? -1]
    if (!next) return
    event.preventDefault()
    onChoose(next.id)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows work wherever in the inspector one stands
    <div className="stack report-inspector" onKeyDown={walk}>
      <Standing number={chosen} />
      <div className="row report-inspector-head">
        {tabs.length > 1 && (
          <Segmented<Tab>
            size="small"
            aria-label={inspectorWords.tabs}
            value={tab}
            options={tabs.map((value) => ({ value, label: labelOf(value, numbers.length) }))}
            onChange={setTab}
          />
        )}
        <Walk {...props} />
      </div>
      {tab === 'rows' && chosen && <FigureRows key={chosen.id} report={props.report} number={chosen} />}
      {tab === 'wording' && chosen?.figure && onSet && (
        <FigureWording key={chosen.id} report={props.report} figure={chosen.figure} onSet={onSet} />
      )}
      {tab === 'all' && <NumberList {...props} />}
    </div>
  )
}

// Without records there is nothing to page through, and what is finished is not worded anew.
function tabsOf(chosen: ReportNumber | undefined, mayChange: boolean): readonly Tab[] {
  if (!chosen?.figure) return ['all']
  const reading = chosen.figure.reading
  const hasRows = reading !== undefined && !('missing' in reading)
  return [...(hasRows ? ['rows' as const] : []), ...(mayChange ? ['wording' as const] : []), 'all']
}

function labelOf(tab: Tab, count: number): string {
  if (tab === 'all') return inspectorWords.all(count)
  return tab === 'rows' ? inspectorWords.rows : inspectorWords.wording
}

/** Why there is no number, or what has moved since the report was finished. */
function Standing({ number }: { readonly number: ReportNumber | undefined }) {
  const reading = number?.figure?.reading
  const drift = number?.drift
  return (
    <>
      {number?.standing === 'typed' && <p className="quiet">{inspectorWords.typedSay}</p>}
      {reading && 'missing' in reading && <p className="report-note">{missingSay[reading.missing]}</p>}
      {drift?.isDrifted && (
        <p className="report-note risk">
          {`${inspectorWords.drift}：${drift.difference === 0 ? inspectorWords.driftSame : inspectorWords.driftNow(drift.exactNow)}`}
        </p>
      )}
    </>
  )
}

function Walk({ numbers, chosen, onChoose }: InspectorProps) {
  const at = numbers.findIndex(({ id }) => id === chosen?.id)
  const [before, after] = at < 0 ? [undefined, numbers[0]] : [numbers[at - 1], numbers[at + 1]]
  return (
    <span className="row report-walk">
      <Button
        size="small"
        type="text"
        icon={<UpOutlined aria-hidden />}
        aria-label={inspectorWords.previous}
        disabled={!before}
        onClick={() => before && onChoose(before.id)}
      />
      <Button
        size="small"
        type="text"
        icon={<DownOutlined aria-hidden />}
        aria-label={inspectorWords.next}
        disabled={!after}
        onClick={() => after && onChoose(after.id)}
      />
    </span>
  )
}
