import { figureKey, type IndicatorWords, listFigureQueries, listFigures } from '@dongzhou/engines/reports'
import type { Day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import type { FigureReading, ReportDocument } from '@dongzhou/terms/document'
import type { IndicatorCode, Unit } from '@dongzhou/terms/indicator'
import { figuresFor, indicatorWords } from '../plan/index.ts'
import type { Setting } from '../platform/setting.ts'
import { withinDivision } from '../platform/within-division.ts'

export interface FigureQuery {
  readonly indicator: IndicatorCode
  readonly from: Day
  readonly to: Day
}

/** 取数: what the indicators answer to every query, in the division of the report, by figure key. */
export async function readFigures(
  setting: Setting,
  division: DivisionCode,
  queries: readonly FigureQuery[],
): Promise<ReadonlyMap<string, FigureReading>> {
  const known = queries.filter(({ indicator }) => findIndicatorWords(indicator) !== undefined)
  const answers = await withinDivision(setting, division, (inside) => figuresFor(inside, known))
  // An indicator that was taken out of the plan since: its place stays, and says that there is nothing to count.
  const gone = queries.filter((query) => !known.includes(query))
  return new Map([...answers, ...gone.map((query) => [figureKey(query), { missing: 'room-not-built' }] as const)])
}

/** The same for every figure of a document, each query once. */
export function readFiguresOf(
  setting: Setting,
  division: DivisionCode,
  document: ReportDocument,
): Promise<ReadonlyMap<string, FigureReading>> {
  return readFigures(setting, division, listFigureQueries(document))
}

/** 口径: name, query in words and unit of an indicator; undefined when the plan has none of this code. */
export function findIndicatorWords(code: IndicatorCode): (IndicatorWords & { readonly unit: Unit }) | undefined {
  return indicatorWords(code)
}

/** 口径 of every indicator that a document asks for. */
export function wordsOfIndicators(document: ReportDocument): ReadonlyMap<IndicatorCode, IndicatorWords> {
  const codes = new Set(listFigures(document).map(({ indicator }) => indicator))
  return new Map(
    [...codes].flatMap((code) => {
      const words = findIndicatorWords(code)
      return words === undefined ? [] : [[code, words] as const]
    }),
  )
}
