import { Button } from 'antd'
import { paperWords } from '../words/kit.ts'
import './paper.css'
import { FactList } from './record-page.tsx'

interface PaperDeskProps {
  readonly children: React.ReactNode
  /** What the chosen figure is made of; undefined while none is chosen. */
  readonly chosen: FigureOrigin | undefined
  /** Drawn under the origin: bind, restate, compare. */
  readonly tools?: React.ReactNode
}

/** Where a figure comes from, in words. */
export interface FigureOrigin {
  readonly name: string
  readonly value: string
  readonly isBound: boolean
  /** 2025年1月1日至6月30日举办、已登记参加人数的活动，人次之和. */
  readonly query?: string
  readonly cutOff?: string
  readonly rows?: string
  readonly last?: string
  readonly onOpenRows?: () => void
  readonly onBind?: () => void
}

/** 报告 / 决定书 / 公示 (document): the paper in the middle, the inspector of figures at its right. */
export function PaperDesk({ children, chosen, tools }: PaperDeskProps) {
  return (
    <div className="paper-desk">
      <div className="paper-place">{children}</div>
      <aside className="card paper-inspector no-print" aria-label={paperWords.inspector} aria-live="polite">
        <div className="card-head">
          <h2>{paperWords.inspector}</h2>
        </div>
        <div className="card-body">
          {chosen ? <Origin origin={chosen} /> : <p className="quiet">{paperWords.inspectorEmpty}</p>}
          {tools}
        </div>
      </aside>
    </div>
  )
}

function Origin({ origin }: { readonly origin: FigureOrigin }) {
  const lines = [
    { label: paperWords.query, value: origin.query },
    { label: paperWords.cutOff, value: origin.cutOff },
    { label: paperWords.rows, value: origin.rows },
    { label: paperWords.last, value: origin.last },
  ].flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]))
  return (
    <div className="stack">
      <div>
        <p className="origin-value">{origin.value}</p>
        <p>{origin.name}</p>
        {!origin.isBound && <p className="risk">{paperWords.unbound}</p>}
      </div>
      {lines.length > 0 && <FactList facts={lines} />}
      <div className="row">
        {origin.onOpenRows && <Button onClick={origin.onOpenRows}>{paperWords.openRows}</Button>}
        {origin.onBind && <Button onClick={origin.onBind}>{paperWords.bind}</Button>}
      </div>
    </div>
  )
}

/** A sheet of A4 in the measures of GB/T 9704: 公文 (official document). Long texts flow on; print cuts the pages. */
export function Paper({ children }: { readonly children: React.ReactNode }) {
  return <article className="paper">{children}</article>
}

interface PaperTextProps {
  /** title = 标题, head = 一、, subhead = （一）, text = 正文, sender = 主送机关, sign = 落款. */
  readonly as: 'title' | 'head' | 'subhead' | 'text' | 'sender' | 'sign'
  readonly children: React.ReactNode
}

/** A paragraph of the paper in its official type. */
export function PaperText({ as, children }: PaperTextProps) {
  switch (as) {
    case 'title':
      return <h2 className="paper-title">{children}</h2>
    case 'head':
      return <h3 className="paper-head">{children}</h3>
    case 'subhead':
      return <h4 className="paper-subhead">{children}</h4>
    case 'text':
    case 'sender':
    case 'sign':
      return <p className={`paper-${as}`}>{children}</p>
  }
}

interface FigureChipProps {
  readonly children: React.ReactNode
  readonly isBound: boolean
  readonly isChosen?: boolean
  /** The query in words, shown on hover. */
  readonly say: string
  readonly onChoose: () => void
}

/** 有据数字: a quiet chip in the text; one without records behind it wears an amber underline. */
export function FigureChip({ children, isBound, isChosen = false, say, onChoose }: FigureChipProps) {
  const names = ['figure', isBound ? 'is-bound' : 'is-unbound', isChosen ? 'is-chosen' : '']
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot break across lines, and justified text then gapes before it
    <span
      role="button"
      tabIndex={0}
      className={names.join(' ').trim()}
      title={isBound ? say : paperWords.unbound}
      aria-pressed={isChosen}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault()
          onChoose()
        }
      }}
    >
      {children}
    </span>
  )
}
