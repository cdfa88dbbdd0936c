import type { Day } from '@dongzhou/terms/day'
import type { FigureInline, Inline, ReportDocument } from '@dongzhou/terms/document'
import type { IndicatorCode } from '@dongzhou/terms/indicator'
import { exactWords, isMissing, missingWords, settledReading } from './figure-words.ts'
import { stretchesOf } from './inlines.ts'
import { outline } from './outline.ts'

/** How an indicator is called and what its query says, in words for people who do not read queries. */
export interface IndicatorWords {
  readonly name: string
  readonly query: string
}

/** 数据来源行 (line of the figure appendix): one number of the report and where it comes from. */
export interface FigureAppendixRow {
  readonly number: number
  readonly id: string
  /** The heading above the figure, with its number; empty before the first heading. */
  readonly section: string
  readonly name: string
  readonly query: string
  readonly from?: Day | undefined
  readonly cutOff?: Day | undefined
  /** As the sentence shows it. */
  readonly shown: string
  /** As the records give it, unrounded; the placeholder when there is none. */
  readonly exact: string
  readonly rows?: number | undefined
  readonly standing: 'bound' | 'missing' | 'typed'
}

/** 数据来源一览表 (figure appendix): every number of a bound report in reading order, those written by hand included and named so. */
export function figureAppendix(
  document: ReportDocument,
  words: ReadonlyMap<IndicatorCode, IndicatorWords>,
): readonly FigureAppendixRow[] {
  const sections = sectionsByBlock(document)
  return stretchesOf(document)
    .flatMap(({ place, inlines }) => inlines.map((inline) => ({ inline, section: sections[place.block] ?? '' })))
    .flatMap(({ inline, section }) => rowsOf(inline, section, words))
    .map((row, at) => ({ number: at + 1, ...row }))
}

type UncountedRow = Omit<FigureAppendixRow, 'number'>

function rowsOf(
  inline: Inline,
  section: string,
  words: ReadonlyMap<IndicatorCode, IndicatorWords>,
): readonly UncountedRow[] {
  if (inline.kind === 'text') return []
  if (inline.kind === 'figure') return [{ section, ...figureRow(inline, words.get(inline.indicator)) }]
  const query = '手工填写，未与记录关联'
  return [
    { section, id: inline.id, name: '手工数字', query, shown: inline.text, exact: inline.text, standing: 'typed' },
  ]
}

function figureRow(figure: FigureInline, words: IndicatorWords | undefined): Omit<UncountedRow, 'section'> {
  const reading = settledReading(figure.reading)
  const missing = isMissing(reading)
  return {
    id: figure.id,
    name: words?.name ?? '未登记指标',
    query: words?.query ?? '该指标尚未登记口径',
    from: figure.from,
    cutOff: figure.to,
    shown: figure.shown ?? missingWords['room-not-built'] + figure.unit,
    exact: missing ? missingWords[reading.missing] : exactWords(reading, figure.unit),
    rows: missing ? undefined : reading.rows,
    standing: missing ? 'missing' : 'bound',
  }
}

// A paragraph belongs to the nearest heading above it.
function sectionsByBlock(document: ReportDocument): readonly string[] {
  const lines = new Map(outline(document).map((line) => [line.id, line.number + line.text]))
  let section = ''
  return document.blocks.map((block) => {
    section = lines.get(block.id) ?? section
    return section
  })
}
