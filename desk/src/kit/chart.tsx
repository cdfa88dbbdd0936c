import { Button, Segmented } from 'antd'
import type { ECharts } from 'echarts/core'
import { useEffect, useRef, useState } from 'react'
import { chartWords } from '../words/kit.ts'
import './chart.css'
import type { ChartOption } from './chart-core.ts'
import type { ChartTone } from './chart-options.ts'
import { colours } from './theme.ts'
import { useTypeSize } from './type-size.tsx'

interface ChartProps {
  /** What the picture says, as a sentence with its figures. It is also what a screen reader hears. */
  readonly title: string
  /** What the tones stand for, where there is more than one. */
  readonly keys?: readonly { readonly tone: ChartTone; readonly name: string }[]
  readonly height: number
  readonly option: ChartOption
  /** Under the picture, quiet: what the figures count, that they are samples. */
  readonly note?: React.ReactNode
  /** The same rows as a table. */
  readonly children: React.ReactNode
}

type Face = 'picture' | 'table'

/** 图 (chart): a sentence, the picture that shows it, and the table behind it one click away. */
export function Chart({ title, keys = [], height, option, note, children }: ChartProps) {
  const [face, setFace] = useState<Face>('picture')
  const [chart, setChart] = useState<ECharts>()
  const [isFailed, setFailed] = useState(false)
  const isPicture = face === 'picture' && !isFailed
  return (
    <section className="card chart">
      <div className="card-body stack">
        <div className="chart-head">
          <h2>{title}</h2>
          <span className="row no-print">
            {isPicture && chart && <CopyButton chart={chart} title={title} />}
            {!isFailed && (
              <Segmented<Face>
                aria-label={chartWords.faces}
                value={face}
                options={[
                  { value: 'picture', label: chartWords.picture },
                  { value: 'table', label: chartWords.table },
                ]}
                onChange={setFace}
              />
            )}
          </span>
        </div>
        {isFailed && <p className="quiet small">{chartWords.failed}</p>}
        {isPicture && keys.length > 1 && (
          <ul className="chart-key small">
            {keys.map(({ tone, name }) => (
              <li key={name} className={`is-${tone}`}>
                {name}
              </li>
            ))}
          </ul>
        )}
        {isPicture && (
          <Picture title={title} height={height} option={option} onDrawn={setChart} onFailed={() => setFailed(true)} />
        )}
        <div className={isPicture ? 'chart-table is-behind' : 'chart-table'}>{children}</div>
        {note !== undefined && <p className="small quiet">{note}</p>}
      </div>
    </section>
  )
}

interface PictureProps extends Pick<ChartProps, 'title' | 'height' | 'option'> {
  readonly onDrawn: (chart: ECharts | undefined) => void
  readonly onFailed: () => void
}

function Picture({ title, height, option, onDrawn, onFailed }: PictureProps) {
  const place = useRef<HTMLDivElement>(null)
  const drawing = useRef<ECharts>(undefined)
  const latest = useRef({ option, onDrawn, onFailed })
  latest.current = { option, onDrawn, onFailed }

  useEffect(() => {
    const element = place.current
    if (!element) return
    let isGone = false
    const follow = new ResizeObserver(() => drawing.current?.resize())
    import('./chart-core.ts').then(
      ({ drawChart }) => {
        if (isGone) return
        drawing.current = drawChart(element, latest.current.option)
        follow.observe(element)
        latest.current.onDrawn(drawing.current)
      },
      () => latest.current.onFailed(),
    )
    return () => {
      isGone = true
      follow.disconnect()
      drawing.current?.dispose()
      drawing.current = undefined
      latest.current.onDrawn(undefined)
    }
  }, [])

  useEffect(() => {
    drawing.current?.setOption(option, { notMerge: true })
  }, [option])

  return <div ref={place} role="img" aria-label={title} className="chart-place" style={{ height }} />
}

/** 复制图片 where the browser lets a page do that; a file to put into a report otherwise: plain http has no clipboard for pictures. */
function CopyButton({ chart, title }: { readonly chart: ECharts; readonly title: string }) {
  const [isDone, setDone] = useState(false)
  const mayCopy = typeof ClipboardItem !== 'undefined' && window.isSecureContext

  async function copy(): Promise<void> {
    const picture = await pictureOf(chart)
    if (!picture) return
    if (mayCopy) await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
    else saveAs(picture, `${title.slice(0, 40)}.png`)
    setDone(true)
  }

  const done = mayCopy ? chartWords.copied : chartWords.saved
  return (
    <Button type="text" onClick={() => void copy().catch(() => undefined)}>
      {isDone ? done : mayCopy ? chartWords.copy : chartWords.save}
    </Button>
  )
}

function pictureOf(chart: ECharts): Promise<Blob | null> {
  const canvas = chart.renderToCanvas({ pixelRatio: 2, backgroundColor: colours.surface })
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

function saveAs(picture: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(picture)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** The size of type a chart is drawn in: canvas text does not follow the style sheet. */
export function useChartType(): number {
  const [isLarge] = useTypeSize()
  return isLarge ? chartType.large : chartType.ordinary
}

const chartType = { ordinary: 12, large: 15 } as const
