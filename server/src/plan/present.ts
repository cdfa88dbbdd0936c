import type {
  BoardLine,
  ClosedFigure,
  ClosingLine,
  FrozenFigure,
  IndicatorLine,
  IndicatorRowLine,
  ProgrammeLine,
} from '@dongzhou/contract/plan'
import { type Programme, programmeName } from '../activities/index.ts'
import type { Closing, Frozen } from './closings/closings.sql.ts'
import type { FigureOfClosing } from './closings/get-closing.ts'
import type { BoardRow } from './get-board.ts'
import type { Indicator } from './indicator.ts'
import type { ShownRow } from './show-rows.ts'
import type { Target } from './targets/targets.sql.ts'

export function presentIndicator(indicator: Indicator): IndicatorLine {
  return {
    code: indicator.code,
    name: indicator.name,
    unit: indicator.unit,
    programme: programmeName(indicator.programme),
    state: indicator.state,
    room: indicator.state === 'room-not-built' ? indicator.room : null,
    query: indicator.query,
  }
}

export function presentProgramme(programme: Programme, own: readonly Indicator[]): ProgrammeLine {
  return {
    code: programme.code,
    name: programme.name,
    part: programme.part,
    systems: programme.systems,
    indicators: own.map(presentIndicator),
  }
}

export function presentBoardRow(row: BoardRow): BoardLine {
  return {
    indicator: presentIndicator(row.indicator),
    progress: row.progress,
    target: row.target ? presentTarget(row.target) : null,
    targetVersion: row.targetVersion,
    done: row.reading?.value ?? null,
    rows: row.reading?.rows ?? null,
    expected: row.pace?.expected ?? null,
    forecast: row.pace?.forecast ?? null,
  }
}

function presentTarget(target: Target): NonNullable<BoardLine['target']> {
  return {
    value: target.value ?? 0,
    from: target.from,
    to: target.to,
    document: target.document,
    reason: target.reason,
    decidedOn: target.decidedOn ?? null,
  }
}

export function presentRow(row: ShownRow): IndicatorRowLine {
  return {
    kind: row.kind,
    id: String(row.id),
    title: row.title,
    day: row.day,
    division: { code: row.division, name: row.divisionName },
    amount: row.amount,
  }
}

export function presentClosing(closing: Closing, figures: number): ClosingLine {
  return {
    id: closing.id,
    year: closing.year,
    half: closing.half,
    from: closing.from,
    to: closing.to,
    note: closing.note,
    actor: closing.actor,
    at: closing.at.toISOString(),
    figures,
  }
}

export function presentFigure({ indicator, current, earlier, now, drift }: FigureOfClosing): ClosedFigure {
  return {
    current: presentFrozen(indicator, current),
    earlier: earlier.map((frozen) => presentFrozen(indicator, frozen)),
    now,
    drift,
  }
}

function presentFrozen(indicator: Indicator, frozen: Frozen): FrozenFigure {
  return {
    indicator: presentIndicator(indicator),
    revision: frozen.revision,
    value: frozen.value,
    rows: frozen.rows,
    reason: frozen.reason,
    actor: frozen.actor,
    at: frozen.at.toISOString(),
  }
}
