import { type DatedTo, type Day, findDayOf, partsOf } from '@dongzhou/terms/day'
import { type Cell, cellText, compact, narrow } from '../cell.ts'
import { held, warned } from '../complaint.ts'
import {
  clean,
  flawed,
  mended,
  nothing,
  type Reader,
  type ReaderSetting,
  type Reading,
  readErrorCell,
} from '../reader.ts'
import { chineseNumber } from './chinese-number.ts'
import { type DateSense, yearInFull } from './two-digit-year.ts'

/** 日期 reader for a field of a certain sense; `planned` alone may lie in the future. */
export function dateReader(sense: DateSense): Reader<DatedTo> {
  return { kind: 'date', repeats: true, mayRepeatAbove: true, read: (cell, setting) => readDate(cell, setting, sense) }
}

/** Reads one date however it is written; the answer says how exactly it is known. */
export function readDate(cell: Cell, setting: ReaderSetting, sense: DateSense): Reading<DatedTo> {
  const error = readErrorCell(cell)
  if (error) return error
  if (typeof cell === 'boolean') return unreadable(cellText(cell))
  if (typeof cell === 'object' && 'day' in cell)
    return notInFuture(clean({ day: cell.day, precision: 'day' }), setting.today, sense)
  if (typeof cell === 'number') return readNumber(cell, setting, sense)
  // The clock goes first: without its space, 1978/5/1 0:00 would read as the tenth.
  const text = compact(narrow(cellText(cell)).replace(CLOCK, '')).replace(APOSTROPHES, '')
  return readText(text, setting, sense)
}

const APOSTROPHES = /^['’‘`]|['’‘`]$/g
const UNTIL_NOW = new Set(['至今', '现役', '在役', '服役中', '长期'])
const PLAIN_NUMBER = /^\d+(\.\d{1,2})?$/
const CLOCK = /(?:[ T]|(?<=日))\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?$/
const ORDERED = /^(\d{4}|\d{2})[-./年,、_](\d{1,2})(?:[-./月,、_](\d{1,2})?)?[日号]?[.]?$/
const SPAN = /^(\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?)[-—~～至到]+\d.*$/
const YEAR_ONLY = /^(\d{4}|\d{2})年$/
const WITH_CHARACTERS =
  /^([〇零○一二三四五六七八九]{2}|[〇零○一二三四五六七八九]{4})年(?:([一二三四五六七八九十元正]{1,3})月份?)?(?:([一二三四五六七八九十廿卅]{1,3})[日号]?)?$/
const MONTH_WORDS: Readonly<Record<string, number>> = { 元: 1, 正: 1 }

function readText(text: string, setting: ReaderSetting, sense: DateSense): Reading<DatedTo> {
  if (UNTIL_NOW.has(text)) return nothing
  if (PLAIN_NUMBER.test(text)) return readDigits(text, setting, sense)
  const bare = text.replace('月份', '月')
  const ordered = ORDERED.exec(bare)
  if (ordered) return assemble(text, [ordered[1], Number(ordered[2]), numberOrNothing(ordered[3])], setting, sense)
  const year = YEAR_ONLY.exec(bare)
  if (year) return assemble(text, [year[1], undefined, undefined], setting, sense)
  const span = SPAN.exec(bare)
  if (span) return readSpan(text, span[1] ?? '', setting, sense)
  const spelt = WITH_CHARACTERS.exec(bare)
  if (spelt) return readCharacters(text, spelt, setting, sense)
  return unreadable(text)
}

// 2025年3月5日至7日: an event of several days stands under its first.
function readSpan(text: string, begin: string, setting: ReaderSetting, sense: DateSense): Reading<DatedTo> {
  const reading = readText(begin, setting, sense)
  if (reading.value === undefined) return reading
  const flaw = warned('date-doubtful', `“${text.slice(0, 30)}”是一段时间，按开始的那一天读入。请核对。`)
  return { ...reading, flaws: [...reading.flaws, flaw] }
}

function numberOrNothing(text: string | undefined): number | undefined {
  return text === undefined || text === '' ? undefined : Number(text)
}

function readCharacters(
  text: string,
  found: RegExpExecArray,
  setting: ReaderSetting,
  sense: DateSense,
): Reading<DatedTo> {
  const year = String(chineseNumber(found[1] ?? '') ?? '').padStart((found[1] ?? '').length, '0')
  const monthWord = found[2]
  const month = monthWord === undefined ? undefined : (MONTH_WORDS[monthWord] ?? chineseNumber(monthWord))
  const dayOfMonth = found[3] === undefined ? undefined : chineseNumber(found[3])
  return assemble(text, [year, month, dayOfMonth], setting, sense)
}

// A number cell: a serial day, or digits that were typed as a date and that Excel took for a number.
function readNumber(value: number, setting: ReaderSetting, sense: DateSense): Reading<DatedTo> {
  if (!Number.isFinite(value) || value <= 0) return unreadable(String(value))
  // A serial with a time of day (45123.5) is a moment; 1978.5 and 68.3 are a year and a month.
  if (value >= FIRST_SERIAL && value < PAST_SERIALS) return readSerial(Math.floor(value), setting.today, sense)
  const text = String(value)
  return doubtMonth(readDigits(text, setting, sense), text)
}

function readDigits(text: string, setting: ReaderSetting, sense: DateSense): Reading<DatedTo> {
  if (text.includes('.')) return readYearPointMonth(text, setting, sense)
  if (text.length === 8) {
    return assemble(text, [text.slice(0, 4), Number(text.slice(4, 6)), Number(text.slice(6))], setting, sense)
  }
  if (text.length === 6) return readSixDigits(text, setting, sense)
  if (text.length === 4) return assemble(text, [text, undefined, undefined], setting, sense)
  if (text.length === 5) return readSerial(Number(text), setting.today, sense)
  if (text.length <= 2 || text.length === 3) return readSmall(text, setting, sense)
  return unreadable(text)
}

// 60 is Excel's 29 February 1900; other one- to three-digit numbers are no date anybody means.
function readSmall(text: string, setting: ReaderSetting, sense: DateSense): Reading<DatedTo> {
  return Number(text) === LEAP_TRAP ? readSerial(LEAP_TRAP, setting.today, sense) : unreadable(text)
}

// 201203 is March 2012; 680301 is 1 March 1968. Where both could be, the four-digit year wins if it fits the calendar.
function readSixDigits(text: string, setting: ReaderSetting, sense: DateSense): Reading<DatedTo> {
  const month = Number(text.slice(4))
  const isCentury = text.startsWith('19') || text.startsWith('20')
  if (isCentury && month >= 1 && month <= 12) {
    return assemble(text, [text.slice(0, 4), month, undefined], setting, sense)
  }
  return assemble(text, [text.slice(0, 2), Number(text.slice(2, 4)), month], setting, sense)
}

function readYearPointMonth(text: string, setting: ReaderSetting, sense: DateSense): Reading<DatedTo> {
  const [year = '', month = ''] = text.split('.')
  if (year.length !== 4 && year.length !== 2) return unreadable(text)
  return assemble(text, [year, Number(month), undefined], setting, sense)
}

/** A number 1978.10 loses its zero and becomes 1978.1: January and October look alike. A text keeps what was typed. */
function doubtMonth(reading: Reading<DatedTo>, text: string): Reading<DatedTo> {
  if (reading.value === undefined || !text.endsWith('.1')) return reading
  const year = text.slice(0, -2)
  const flaw = warned(
    'date-doubtful',
    `数字“${text}”可能是 1 月，也可能是 10 月（Excel 会去掉末尾的 0），现按 1 月读入。请核对后改为“${year}年1月”或“${year}年10月”。`,
  )
  return { ...reading, flaws: [...reading.flaws, flaw] }
}

const FIRST_SERIAL = 3000
const PAST_SERIALS = 73_051
const LEAP_TRAP = 60

/** An Excel serial day in the 1900 system, in which a 29 February 1900 that never was has the number 60. */
function readSerial(serial: number, today: Day, sense: DateSense): Reading<DatedTo> {
  if (serial === LEAP_TRAP)
    return flawed(held('date-impossible', `“1900年2月29日”不存在（Excel 日期序号 60）。${CORRECT}`))
  const day = serial >= PAST_SERIALS ? undefined : dayOfSerial(serial)
  if (day === undefined) return unreadable(String(serial))
  return notInFuture(mended({ day, precision: 'day' }, 'Excel 日期序号已换算为日期。'), today, sense)
}

function dayOfSerial(serial: number): Day | undefined {
  // 1 = 1900-01-01; from 61 on, one too many because of the invented leap day.
  let left = serial > LEAP_TRAP ? serial - 1 : serial
  let year = 1900
  while (left > daysOf(year)) {
    left -= daysOf(year)
    year += 1
  }
  for (let month = 1; month <= 12; month += 1) {
    const length = monthLength(year, month)
    if (left <= length) return findDayOf(year, month, left)
    left -= length
  }
  return undefined
}

function daysOf(year: number): number {
  return monthLength(year, 2) === 29 ? 366 : 365
}

function monthLength(year: number, month: number): number {
  if (month === 2) return findDayOf(year, 2, 29) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const CORRECT = '请按“1978年5月1日”或“1978年5月”的样子改正，或留待核实。'

function unreadable(text: string): Reading<never> {
  const short = text.length > 20 ? `${text.slice(0, 20)}…` : text
  return flawed(held('date-unreadable', `“${short}”看不懂是哪一天。${CORRECT}`))
}

type Parts = readonly [year: string | undefined, month: number | undefined, dayOfMonth: number | undefined]

function assemble(
  text: string,
  [yearText = '', month, dayOfMonth]: Parts,
  setting: ReaderSetting,
  sense: DateSense,
): Reading<DatedTo> {
  const full = yearInFull(yearText, setting.today, sense)
  if (full === undefined) return unreadable(text)
  const day = findDayOf(full.year, month ?? 1, dayOfMonth ?? 1)
  if (day === undefined || full.year < 1850) {
    return flawed(held('date-impossible', `“${text}”不是日历上有的日子。${CORRECT}`))
  }
  const precision = month === undefined ? 'year' : dayOfMonth === undefined ? 'month' : 'day'
  const note = full.wasShort ? `两位年份“${yearText}”按 ${full.year} 年读入。` : undefined
  const reading = mended<DatedTo>({ day, precision }, note)
  return notInFuture(full.isDoubtful ? doubtful(reading, yearText, full.year) : reading, setting.today, sense)
}

function doubtful(reading: Reading<DatedTo>, yearText: string, year: number): Reading<DatedTo> {
  const flaw = warned(
    'date-doubtful',
    `两位年份“${yearText}”可能是 19${yearText} 年或 20${yearText} 年，现按 ${year} 年读入。请核对后写全四位年份。`,
  )
  return { ...reading, flaws: [flaw] }
}

function notInFuture(reading: Reading<DatedTo>, today: Day, sense: DateSense): Reading<DatedTo> {
  const { value } = reading
  if (sense === 'planned' || value === undefined || value.day <= today) return reading
  const { year, month } = partsOf(value.day)
  return flawed(held('date-future', `日期（${year}年${month}月）晚于今天。请核对后改正。`))
}
