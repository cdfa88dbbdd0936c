import type { DatedTo } from '@dongzhou/terms/day'
import { type Cell, narrow } from '../cell.ts'
import type { Reader, ReaderSetting, Reading } from '../reader.ts'
import { readDate } from './date.ts'
import type { DateSense } from './two-digit-year.ts'

/** 多个日期 reader: several dates in one cell (2025.1.15、2025.5.3), each read like a date of its own. */
export function dateListReader(sense: DateSense): Reader<readonly DatedTo[]> {
  return {
    kind: 'date-list',
    repeats: true,
    mayRepeatAbove: true,
    read: (cell, setting) => readDateList(cell, setting, sense),
  }
}

const BETWEEN_DATES = /[、,，;；\n\r]+|\s+(?=\d{2,4}[-./年])/

function readDateList(cell: Cell, setting: ReaderSetting, sense: DateSense): Reading<readonly DatedTo[]> {
  const parts = typeof cell === 'string' ? partsOfList(cell) : [cell]
  const readings = parts.map((part) => readDate(part, setting, sense))
  const flaws = readings.flatMap((reading) => reading.flaws)
  const notes = readings.flatMap((reading) => reading.repaired ?? [])
  const days = readings.flatMap((reading) => reading.value ?? [])
  return {
    value: days.length === 0 ? undefined : days,
    flaws,
    repaired: notes.length === 0 ? undefined : notes.join(''),
  }
}

function partsOfList(text: string): readonly string[] {
  return text
    .split(BETWEEN_DATES)
    .map((part) => narrow(part))
    .filter((part) => part !== '')
}
