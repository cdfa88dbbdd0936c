import { type Day, daysInMonth, findDayOf, partsOf } from '@dongzhou/terms/day'
import type { FigureInline, FigureReading, ReportDocument } from '@dongzhou/terms/document'
import type { IndicatorCode } from '@dongzhou/terms/indicator'
import { figureWords, settledReading } from './figure-words.ts'
import { listFigures, mapFigures } from './inlines.ts'

/** 取数口径 (figure query): one indicator over a span of days. Two figures that ask the same are asked once. */
export interface FigureQuery {
  readonly indicator: IndicatorCode
  readonly from: Day
  readonly to: Day
}

/** The key under which a query's answer is handed to bindFigures. */
export function figureKey(query: FigureQuery): string {
  return `${query.indicator}@${query.from}..${query.to}`
}

/** What a document asks of the indicators: each query once, in reading order. */
export function listFigureQueries(document: ReportDocument): readonly FigureQuery[] {
  const queries = new Map(
    listFigures(document).map(({ indicator, from, to }) => [
      figureKey({ indicator, from, to }),
      { indicator, from, to },
    ]),
  )
  return [...queries.values()]
}

/**
 * 取数 (binding): puts each indicator's answer into the figures that asked for it. A missing answer, and a count over no rows,
 * becomes a placeholder and never 0.
 */
export function bindFigures(document: ReportDocument, answers: ReadonlyMap<string, FigureReading>): ReportDocument {
  return mapFigures(document, (figure) => bindFigure(figure, answers.get(figureKey(figure))))
}

/**
 * 改截止日期 (move the cut-off): the same document asked at another day, unbound. Into another year, each figure's first day
 * moves by as many years, so that "since January" stays "since January".
 */
export function atCutOff(document: ReportDocument, to: Day): ReportDocument {
  return mapFigures(document, ({ reading: _reading, shown: _shown, ...figure }) => ({
    ...figure,
    from: movedByYears(figure.from, partsOf(to).year - partsOf(figure.to).year),
    to,
  }))
}

function bindFigure(figure: FigureInline, answer: FigureReading | undefined): FigureInline {
  const reading = settledReading(answer)
  return { ...figure, reading, shown: figureWords(reading, figure.unit, figure.format) }
}

function movedByYears(on: Day, years: number): Day {
  const { year, month, dayOfMonth } = partsOf(on)
  return findDayOf(year + years, month, Math.min(dayOfMonth, daysInMonth(year + years, month))) ?? on
}
