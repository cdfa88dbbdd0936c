import { listFigures, plainText } from '@dongzhou/engines/reports'
import type { Day } from '@dongzhou/terms/day'
import type { FigureInline, ReportDocument } from '@dongzhou/terms/document'
import type { Unit } from '@dongzhou/terms/indicator'
import { Fault } from '../platform/fault.ts'
import { findIndicatorWords } from './read-figures.ts'

const LONGEST = 200_000

// Each figure may ask the records a question of its own; the draft has some twenty.
const MOST_FIGURES = 300

/** Refuses what cannot be a report: too long, ids twice, a figure nobody can answer. The shape has been parsed. */
export function requireSoundDocument(document: ReportDocument, cutOff: Day): void {
  const figures = listFigures(document)
  if (plainText(document).length > LONGEST) throw new Fault('reports.too-long')
  if (figures.length > MOST_FIGURES) throw new Fault('reports.too-many-figures')
  requireOnce(document.blocks.map((block) => block.id))
  requireOnce(figures.map((figure) => figure.id))
  for (const figure of figures) requireSoundFigure(figure, cutOff)
}

function requireSoundFigure(figure: FigureInline, cutOff: Day): void {
  const words = findIndicatorWords(figure.indicator)
  const details = { figureId: figure.id }
  if (words === undefined) throw new Fault('reports.indicator-unknown', details)
  if (isMoney(words.unit) !== isMoney(figure.unit)) throw new Fault('reports.unit-differs', details)
  if (figure.from > figure.to) throw new Fault('reports.cut-off-before-start', details)
  if (figure.to > cutOff) throw new Fault('reports.figure-past-cut-off', details)
}

// Money is kept in fen: taken for a count, it would be a hundred times too much.
function isMoney(unit: Unit): boolean {
  return unit === '元' || unit === '万元'
}

function requireOnce(ids: readonly string[]): void {
  if (new Set(ids).size !== ids.length) throw new Fault('reports.parts-repeat')
}
