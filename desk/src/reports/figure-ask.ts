import { findDay } from '@dongzhou/terms/day'
import type { FigureFormat, FigureInline, FigureReading } from '@dongzhou/terms/document'
import { findIndicatorCode, type Unit } from '@dongzhou/terms/indicator'
import { withReading } from './report-numbers.ts'
import type { formatNames } from './words.ts'

/** What the form asks for: an indicator over a span, and how its answer is worded. */
export interface FigureAsk {
  readonly indicator: string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
  readonly unit: Unit
  readonly format: FigureFormat
}

export type FormatName = keyof typeof formatNames

/** The form's name of a wording: 超 and 余 are two choices there and one kind in the document. */
export function nameOfFormat(format: FigureFormat): FormatName {
  if (format.kind !== 'over') return format.kind
  return format.word === '超' ? 'over' : 'rest'
}

/** The wording of a name, rounded to a step where it rounds. */
export function formatNamed(name: FormatName, step: number): FigureFormat {
  if (name === 'over') return { kind: 'over', step, word: '超' }
  return name === 'rest' ? { kind: 'over', step, word: '余' } : { kind: name }
}

/** The step a wording rounds to; undefined where it rounds to none. */
export function stepOf(format: FigureFormat): number | undefined {
  return format.kind === 'over' ? format.step : undefined
}

/** What the server is asked for a preview; undefined while the form does not say enough. */
export function previewAsk(ask: FigureAsk, report: { readonly id: number; readonly cutOff: string }) {
  const { indicator, from, to } = ask
  if (indicator === undefined || from === undefined || to === undefined) return undefined
  return from <= to && to <= report.cutOff ? { id: report.id, indicator, from, to } : undefined
}

/** The figure of a filled-in form with its answer; undefined while the form does not say enough. */
export function figureOf(ask: FigureAsk, id: string, reading: FigureReading | undefined): FigureInline | undefined {
  const indicator = findIndicatorCode(ask.indicator ?? '')
  const [from, to] = [findDay(ask.from ?? ''), findDay(ask.to ?? '')]
  if (!(indicator && from && to)) return undefined
  return withReading({ kind: 'figure', id, indicator, from, to, unit: ask.unit, format: ask.format }, reading)
}
