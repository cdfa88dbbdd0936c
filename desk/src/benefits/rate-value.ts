import type { RateDraft, RateLine } from '@dongzhou/contract/benefits-rates'
import { findDay, partsOf } from '@dongzhou/terms/day'
import { fen, yuanText } from '@dongzhou/terms/fen'
import type { RateUnit } from '@dongzhou/terms/rate'
import { rateValueText } from '@dongzhou/terms/rate-words'

/** What of a row a value is written from. */
export type ValueOf = Pick<RateLine, 'kind' | 'unit' | 'value' | 'choice'>

/** A value as one types it, or why it is none. */
export type ReadValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong'; readonly why: 'number' | 'whole' }
  | { readonly kind: 'value'; readonly value: number; readonly choice?: string }

/** How many of the smallest part a typed whole has: 1 yuan is 100 fen, 1% is 100 basis points, 1 time is 100 hundredths. */
export function partsPerWhole(unit: RateUnit): 1 | 100 {
  return unit.startsWith('fen') || unit.endsWith('percent') || unit === 'percent-of-base' || unit === 'times' ? 100 : 1
}

/** Reads what was typed, exactly from its digits: 86,702.15 yuan is 8670215 fen, and no float comes near it. */
export function readValue(text: string, unit: RateUnit): ReadValue {
  const typed = text.normalize('NFKC').replace(/[,\s%元倍]/g, '')
  if (typed === '') return { kind: 'empty' }
  if (unit === 'choice') return { kind: 'value', value: 0, choice: text }
  if (unit === 'date') return dateValue(typed)
  const digits = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(typed)
  if (!digits) return { kind: 'wrong', why: 'number' }
  const [, whole = '', rest = ''] = digits
  if (partsPerWhole(unit) === 100) return { kind: 'value', value: Number(whole) * 100 + Number(rest.padEnd(2, '0')) }
  return Number(rest) === 0 ? { kind: 'value', value: Number(whole) } : { kind: 'wrong', why: 'whole' }
}

function dateValue(text: string): ReadValue {
  const on = findDay(text)
  if (on === undefined) return { kind: 'wrong', why: 'number' }
  const { year, month, dayOfMonth } = partsOf(on)
  return { kind: 'value', value: year * 10_000 + month * 100 + dayOfMonth }
}

/** The text of a value as one would type it: `86702.15`, a day as `2024-10-01`, a choice as its code. */
export function typedValue({ unit, value, choice }: Omit<ValueOf, 'kind'>): string {
  if (unit === 'choice') return choice ?? ''
  if (unit === 'date') {
    const text = String(value)
    return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
  }
  return partsPerWhole(unit) === 1 ? String(value) : plainHundredths(value)
}

function plainHundredths(value: number): string {
  const text = String(value).padStart(3, '0')
  return `${text.slice(0, -2)}.${text.slice(-2)}`.replace(/\.?0+$/, (tail) => (tail.includes('.') ? '' : tail))
}

/** `116,270元/年` of a row. */
export function valueText({ choice, ...rest }: ValueOf): string {
  return rateValueText({ ...rest, choice: choice ?? undefined })
}

/** `116,270`: an amount under a head that says its unit; anything else as people read it. */
export function bareValue(row: ValueOf): string {
  if (!row.unit.startsWith('fen')) return valueText(row)
  return yuanText(fen(row.value)).replace(/\.00$/, '')
}

/** `+5.0%`: how far a figure went from the one before, to a tenth; undefined where the two cannot be compared. */
export function changeText(now: ValueOf, before: ValueOf | undefined): string | undefined {
  if (before === undefined || before.unit !== now.unit || before.value === 0) return undefined
  if (now.unit === 'choice' || now.unit === 'date') return undefined
  const tenths = Math.round(((now.value - before.value) * 1000) / before.value)
  if (now.value === before.value) return '不变'
  return `${tenths > 0 ? '+' : tenths < 0 ? '−' : ''}${(Math.abs(tenths) / 10).toFixed(1)}%`
}

const modes = { 'half-up': '四舍五入', up: '进位', down: '舍去' } as const
const places = { 1: '分', 10: '角', 100: '元', 1000: '十元' } as const
type Rounding = RateDraft['rounding']

/** `四舍五入到分`. */
export function roundingText({ mode, unit }: Rounding): string {
  return `${modes[mode]}到${places[unit]}`
}

/** Every rounding there is, by a code for the field that chooses it. */
export const roundings: ReadonlyMap<string, Rounding> = new Map(
  (['half-up', 'up', 'down'] as const).flatMap((mode) =>
    ([1, 10, 100, 1000] as const).map((unit) => [roundingCode({ mode, unit }), { mode, unit }] as const),
  ),
)

export function roundingCode({ mode, unit }: Rounding): string {
  return `${mode}-${unit}`
}
