import { atCutOff, listFigures, mapFigures } from '@dongzhou/engines/reports'
import type { Day } from '@dongzhou/terms/day'
import type { ReportDocument } from '@dongzhou/terms/document'
import { Fault } from '../platform/fault.ts'

/**
 * A document asked at another day, unbound. Figures that count to the old cut-off move; one that was given a day of its own
 * (the same period last year) keeps it. The paper's date moves along where it was the cut-off. Pure.
 */
export function moveCutOff(document: ReportDocument, from: Day, to: Day): ReportDocument {
  const moved = new Map(listFigures(atCutOff(document, to)).map((figure) => [figure.id, figure]))
  const answer = mapFigures(document, (figure) => (figure.to === from ? (moved.get(figure.id) ?? figure) : figure))
  if (listFigures(answer).some((figure) => figure.from > figure.to)) throw new Fault('reports.cut-off-before-start')
  return { ...answer, ...(document.date === from ? { date: to } : {}) }
}
