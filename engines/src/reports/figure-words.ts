import type { FigureFormat, FigureInline, FigureReading, Inline, MissingReason } from '@dongzhou/terms/document'
import type { FigureValue, Unit } from '@dongzhou/terms/indicator'
import { unreachable } from '@dongzhou/terms/unreachable'
import { chineseCount } from './numerals.ts'

/** 占位 (placeholder): what stands where there is no number yet. A reader must never take it for nought. */
export const missingWords: { readonly [R in MissingReason]: string } = {
  'room-not-built': '（待录入）',
  'no-rows': '（暂无记录）',
  'not-permitted': '（无权查看）',
}

/** The words of a figure, unit included: 12场, 超5000人次, 一期, 数千名, （待录入）份. */
export function figureWords(reading: FigureReading, unit: Unit, format: FigureFormat): string {
  return isMissing(reading) ? missingWords[reading.missing] + unit : valueWords(reading.value, unit, format)
}

/** The words an inline puts into its sentence. A figure that was never bound shows as one whose records are to be entered. */
export function inlineWords(inline: Inline): string {
  if (inline.kind === 'figure') return inline.shown ?? missingWords['room-not-built'] + inline.unit
  return inline.text
}

/** A count over no rows is not nought but nothing recorded: 0 stands only where rows were added up to 0. */
export function settledReading(reading: FigureReading | undefined): FigureReading {
  if (reading === undefined) return { missing: 'no-rows' }
  return !isMissing(reading) && reading.rows === 0 ? { missing: 'no-rows' } : reading
}

export function isMissing(reading: FigureReading): reading is { readonly missing: MissingReason } {
  return 'missing' in reading
}

/** The exact value with its unit, whatever the sentence rounds it to: 5230人次. */
export function exactWords(reading: FigureValue, unit: FigureInline['unit']): string {
  return plainNumber(reading.value, unit) + unit
}

function valueWords(value: number, unit: Unit, format: FigureFormat): string {
  switch (format.kind) {
    case 'plain':
      return plainNumber(value, unit) + unit
    case 'over':
      return overWords(value, unit, format.step, format.word)
    case 'chinese-count':
      // GB/T 15835: small counts may be written out, larger ones take Arabic digits.
      return (value <= 10 && Number.isInteger(value) ? chineseCount(value) : plainNumber(value, unit)) + unit
    case 'magnitude':
      return magnitudeWords(value, unit)
    default:
      return unreachable(format)
  }
}

// 超5000人次 must stay true: exactly 5000 is not over 5000, and what lies under one step is said exactly.
function overWords(value: number, unit: Unit, step: number, word: '超' | '余'): string {
  const rounded = Math.floor(value / step) * step
  if (rounded <= 0 || rounded === value) return plainNumber(value, unit) + unit
  const number = plainNumber(rounded, unit)
  return word === '超' ? `超${number}${unit}` : `${number}余${unit}`
}

const MAGNITUDES = [
  [100_000_000, '亿'],
  [10_000_000, '千万'],
  [1_000_000, '百万'],
  [100_000, '十万'],
  [10_000, '万'],
  [1000, '千'],
  [100, '百'],
] as const

function magnitudeWords(value: number, unit: Unit): string {
  const found = MAGNITUDES.find(([size]) => value > size)
  if (!found) return plainNumber(value, unit) + unit
  const [size, word] = found
  if (value >= 2 * size) return `数${word}${unit}`
  return `${word}余${unit}`
}

function plainNumber(value: number, unit: Unit): string {
  if (unit === '元') return trimmed(value / 100)
  if (unit === '万元') return trimmed(value / 1_000_000)
  return trimmed(value)
}

function trimmed(value: number): string {
  return String(Math.round(value * 100) / 100)
}
