import { figureKey, settledReading } from '@dongzhou/engines/reports'
import { Fault } from '../platform/fault.ts'
import type { Setting } from '../platform/setting.ts'
import { loadReport } from './load-report.ts'
import { type FigureQuery, findIndicatorWords, readFigures } from './read-figures.ts'

/** 试取数字: how an indicator reads for this report, before a figure is set into its text. */
export async function previewFigure(
  setting: Setting,
  { id, indicator, from, to }: FigureQuery & { readonly id: number },
) {
  const report = await loadReport(setting, id)
  const words = findIndicatorWords(indicator)
  if (words === undefined) throw new Fault('reports.indicator-unknown')
  if (from > to) throw new Fault('reports.cut-off-before-start')
  if (to > report.cutOff) throw new Fault('reports.figure-past-cut-off')
  const query = { indicator, from, to }
  const answers = await readFigures(setting, report.division, [query])
  const { name, unit, query: queryInWords } = words
  return { reading: settledReading(answers.get(figureKey(query))), unit, name, query: queryInWords }
}
