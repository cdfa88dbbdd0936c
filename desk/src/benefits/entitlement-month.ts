import { findDay } from '@dongzhou/terms/day'
import { addMonths, findMonth, type Month, monthCode, monthOf, monthText } from '@dongzhou/terms/month'
import { nothing } from '../kit/format.ts'

/** `2025年3月` of `2025-03`; a dash when there is none. */
export function writeMonth(code: string | null | undefined): string {
  const found = findMonth(code ?? '')
  return found === undefined ? nothing : monthText(found)
}

/** `2025年3月至8月`: the last month leaves out a year it shares; one month stands alone. */
export function writeMonths(from: string, through: string): string {
  if (from === through) return writeMonth(from)
  const end = writeMonth(through)
  return `${writeMonth(from)}至${from.slice(0, 4) === through.slice(0, 4) ? end.slice(5) : end}`
}

/** The months from one to another, both included, as codes. */
export function monthsBetween(from: string, through: string): readonly string[] {
  const [first, last] = [findMonth(from), findMonth(through)]
  if (first === undefined || last === undefined) return []
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, at) => monthCode(addMonths(first, at)))
}

/** `2025-03` of `2025-03-05`; undefined when it is no day. */
export function monthOfDay(on: string | undefined): string | undefined {
  const found = on === undefined ? undefined : findDay(on.slice(0, 10))
  return found && monthCode(monthOf(found))
}

/** The month so many before or after. */
export function movedMonth(code: string, by: number): string {
  const found = findMonth(code)
  return found === undefined ? code : monthCode((found + by) as Month)
}

/** A month as it stands in an address; undefined for nonsense. */
export function readMonth(text: string | undefined): string | undefined {
  return text !== undefined && findMonth(text) !== undefined ? text : undefined
}

/** Months to choose from, the first first. */
export function monthOptions(from: string, through: string): readonly { value: string; label: string }[] {
  return monthsBetween(from, through).map((value) => ({ value, label: writeMonth(value) }))
}
