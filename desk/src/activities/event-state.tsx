import type { EventLine } from '@dongzhou/contract/activities'
import { daysBetween, findDay } from '@dongzhou/terms/day'
import { nothing, writeCount } from '../kit/format.ts'
import { eventPageWords, eventStates } from './words.ts'

/** Days since a planned event's day has gone by; undefined where nothing is overdue. */
export function daysOverdue(event: Pick<EventLine, 'state' | 'day'>, today: string): number | undefined {
  const [from, to] = [findDay(event.day), findDay(today)]
  if (event.state !== 'planned' || from === undefined || to === undefined) return undefined
  const days = daysBetween(from, to)
  return days > 0 ? days : undefined
}

/** Where an event stands, as a word in its colour. */
export function EventStateMark({ event, today }: { readonly event: EventLine; readonly today: string }) {
  const overdue = daysOverdue(event, today)
  if (overdue !== undefined) return <span className="late">逾期 {overdue} 天</span>
  return <span className={event.state === 'cancelled' ? 'quiet' : ''}>{eventStates[event.state]}</span>
}

/** 参加: the count, or the word that nobody counted; a dash before it was held. */
export function attendanceText(event: Pick<EventLine, 'attendance' | 'counting'>): string {
  if (event.counting === 'not-counted') return eventPageWords.notCounted
  return event.attendance === null ? nothing : writeCount(event.attendance, '人次')
}
