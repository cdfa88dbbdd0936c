import type { IndicatorLine } from '@dongzhou/contract/plan'
import type { FigureCard } from '@dongzhou/contract/reports'
import {
  type FigureAppendixRow,
  figureAppendix,
  figureWords,
  type IndicatorWords,
  listFigures,
  settledReading,
} from '@dongzhou/engines/reports'
import type { FigureInline, FigureReading, ReportDocument } from '@dongzhou/terms/document'
import type { IndicatorCode } from '@dongzhou/terms/indicator'

/** 报告中的数字: one number of the report as the inspector lists it, bound or written by hand. */
export interface ReportNumber extends FigureAppendixRow {
  /** Missing for a number written by hand. */
  readonly figure: FigureInline | undefined
  readonly drift: FigureCard['drift']
}

/** Every number of the report in reading order: the appendix of the paper and the list of the inspector. */
export function numbersOf(
  document: ReportDocument,
  cards: readonly FigureCard[],
  indicators: readonly IndicatorLine[],
): readonly ReportNumber[] {
  const figures = new Map(listFigures(document).map((figure) => [figure.id, figure]))
  const drifts = new Map(cards.map(({ id, drift }) => [id, drift]))
  return figureAppendix(document, indicatorWordsOf(document, cards, indicators)).map((row) => ({
    ...row,
    figure: figures.get(row.id),
    drift: drifts.get(row.id) ?? null,
  }))
}

/** How many of a report's numbers stand on records, wait for them, were written by hand, or have moved since. */
export function countsOf(numbers: readonly ReportNumber[]): {
  readonly bound: number
  readonly missing: number
  readonly typed: number
  readonly drifted: number
} {
  const count = (standing: ReportNumber['standing']) => numbers.filter((number) => number.standing === standing).length
  return {
    bound: count('bound'),
    missing: count('missing'),
    typed: count('typed'),
    drifted: numbers.filter(({ drift }) => drift?.isDrifted).length,
  }
}

/** A figure with its answer and the words that stand in the sentence. */
export function withReading(figure: FigureInline, reading: FigureReading | undefined): FigureInline {
  const settled = settledReading(reading)
  return { ...figure, reading: settled, shown: figureWords(settled, figure.unit, figure.format) }
}

// The cards are what the report was answered with; the plan knows those that were set in since.
function indicatorWordsOf(
  document: ReportDocument,
  cards: readonly FigureCard[],
  indicators: readonly IndicatorLine[],
): ReadonlyMap<IndicatorCode, IndicatorWords> {
  const known = new Map<string, IndicatorWords>([
    ...indicators.map(({ code, name, query }) => [code, { name, query }] as const),
    ...cards.map(({ indicator, name, query }) => [indicator, { name, query }] as const),
  ])
  return new Map(
    listFigures(document).flatMap(({ indicator }) => {
      const words = known.get(indicator)
      return words === undefined ? [] : [[indicator, words] as const]
    }),
  )
}
