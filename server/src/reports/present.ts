import type { FigureCard, ReportComparison, ReportLine } from '@dongzhou/contract/reports'
import {
  type Comparison,
  exactWords,
  type FigureAppendixRow,
  figureAppendix,
  findUnboundNumbers,
  type IndicatorWords,
  isMissing,
  listFigures,
  missingWords,
  settledReading,
} from '@dongzhou/engines/reports'
import type { FigureInline, FigureReading, ReportDocument } from '@dongzhou/terms/document'
import type { IndicatorCode } from '@dongzhou/terms/indicator'
import type { BoundReport } from './bound-report.ts'
import { wordsOfIndicators } from './read-figures.ts'
import type { Report, ReportHead } from './reports.sql.ts'

/** A report as a line of the list: an explicit allow-list. */
export function presentHead(report: ReportHead, names: ReadonlyMap<string, string>): ReportLine {
  return {
    id: report.id,
    version: report.version,
    division: { code: report.division, name: names.get(report.division) ?? report.division },
    title: report.title,
    template: report.template,
    year: report.year,
    half: report.half,
    cutOff: report.cutOff,
    state: report.state,
    madeBy: report.madeBy,
    changedBy: report.changedBy,
    createdAt: report.createdAt.toISOString(),
    changedAt: report.changedAt.toISOString(),
    finishedAt: report.finishedAt?.toISOString() ?? null,
  }
}

/** 数字卡: each bound figure of a report in reading order, with what the records say now where the report is finished. */
export function presentFigures(report: Report, { document, now }: BoundReport): readonly FigureCard[] {
  const rows = new Map(figureAppendix(document, wordsOfIndicators(document)).map((row) => [row.id, row]))
  const nows = new Map((now ? listFigures(now) : []).map((figure) => [figure.id, figure]))
  return listFigures(document).flatMap((figure) => {
    const row = rows.get(figure.id)
    return row ? [presentFigure(figure, row, driftOf(report, figure, nows.get(figure.id)))] : []
  })
}

function presentFigure(figure: FigureInline, row: FigureAppendixRow, drift: FigureCard['drift']): FigureCard {
  return {
    id: figure.id,
    indicator: figure.indicator,
    name: row.name,
    query: row.query,
    section: row.section,
    from: figure.from,
    to: figure.to,
    unit: figure.unit,
    shown: row.shown,
    exact: row.exact,
    reading: settledReading(figure.reading),
    drift,
  }
}

/** 差异: the value may stand while its rows changed places; both count as drift. */
function driftOf(report: Report, stored: FigureInline, now: FigureInline | undefined): FigureCard['drift'] {
  if (!report.finishedAt || !now) return null
  const [before, after] = [settledReading(stored.reading), settledReading(now.reading)]
  return {
    storedAt: report.finishedAt.toISOString(),
    isDrifted: !isSame(before, after),
    now: after,
    exactNow: isMissing(after) ? missingWords[after.missing] : exactWords(after, stored.unit),
    difference: isMissing(before) || isMissing(after) ? null : after.value - before.value,
  }
}

function isSame(one: FigureReading, other: FigureReading): boolean {
  if (isMissing(one) || isMissing(other)) return isMissing(one) && isMissing(other) && one.missing === other.missing
  return one.value === other.value && one.rows === other.rows
}

export function presentUnbound(document: ReportDocument) {
  return findUnboundNumbers(document).map(({ block, item, inline, offset, text, typedId }) => ({
    block,
    item: item ?? null,
    inline,
    offset,
    text,
    typedId: typedId ?? null,
  }))
}

export function presentComparison(
  comparison: Comparison,
  words: ReadonlyMap<IndicatorCode, IndicatorWords>,
): Pick<ReportComparison, 'head' | 'figures' | 'blocks'> {
  return {
    head: comparison.head.map(({ field, before, after }) => ({ field, before: before ?? null, after: after ?? null })),
    figures: comparison.figures.map((change) => ({
      id: change.id,
      indicator: change.indicator,
      name: words.get(change.indicator)?.name ?? change.indicator,
      unit: change.unit,
      before: change.before ?? null,
      after: change.after ?? null,
      shownBefore: change.shownBefore ?? null,
      shownAfter: change.shownAfter ?? null,
      difference: change.difference ?? null,
    })),
    blocks: comparison.blocks,
  }
}
