import type { CalendarYearView } from '@dongzhou/contract/casework-views'
import { daysText, readDays } from './holidays.ts'
import { calendarWords } from './words.ts'

/** A year as it is being entered: the days as a notice writes them. */
export interface CalendarDraft {
  readonly year: number
  readonly document: string
  readonly rest: string
  readonly work: string
}

export interface CalendarComplaints {
  readonly document?: string
  readonly rest?: string
  readonly work?: string
}

/** An empty form for the next year, or that of a year on file. */
export function calendarDraft(open: 'new' | CalendarYearView, next: number): CalendarDraft {
  if (open === 'new') return { year: next, document: '', rest: '', work: '' }
  return { year: open.year, document: open.document, rest: daysText(open.rest), work: daysText(open.work) }
}

/** What still keeps the year from being saved; the server decides in any case. */
export function calendarComplaints({ year, document, rest, work }: CalendarDraft): CalendarComplaints {
  const [wrongRest, wrongWork] = [complaintOf(rest, year, true), complaintOf(work, year, false)]
  return {
    ...(document.trim().length < 4 ? { document: calendarWords.wrongDocument } : {}),
    ...(wrongRest === undefined ? {} : { rest: wrongRest }),
    ...(wrongWork === undefined ? {} : { work: wrongWork }),
  }
}

/** The year as the server takes it. */
export function calendarOf({ year, document, rest, work }: CalendarDraft) {
  return {
    year,
    document: document.trim(),
    rest: [...readDays(rest, year).days],
    work: [...readDays(work, year).days],
  }
}

function complaintOf(text: string, year: number, isNeeded: boolean): string | undefined {
  const { days, wrong } = readDays(text, year)
  if (wrong[0] !== undefined) return calendarWords.noDay(`${year}年${wrong[0]}`)
  const isMissing = days.length === 0 && (isNeeded || text.trim() !== '')
  return isMissing ? calendarWords.wrongRest : undefined
}
