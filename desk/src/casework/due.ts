import type { CaseLine } from '@dongzhou/contract/casework-views'
import { daysBetween, findDay } from '@dongzhou/terms/day'
import { dueWords } from './words.ts'

/** 期限 in words and in its colour. */
export interface Due {
  readonly text: string
  readonly tone: 'late' | 'risk' | 'quiet' | ''
}

const SOON_DAYS = 3

/**
 * How near the end of the clock is that ends first. Counted in days of the calendar, as one looks at a date; the case itself says how many
 * working days are left.
 */
export function dueOf({ dueOn, lacksCalendar }: Pick<CaseLine, 'dueOn' | 'lacksCalendar'>, today: string): Due {
  if (lacksCalendar !== null) return { text: dueWords.lacks(lacksCalendar), tone: 'risk' }
  const [due, now] = [findDay(dueOn ?? ''), findDay(today)]
  if (due === undefined || now === undefined) return { text: dueWords.none, tone: 'quiet' }
  const left = daysBetween(now, due)
  if (left < 0) return { text: dueWords.over(-left), tone: 'late' }
  if (left === 0) return { text: dueWords.today, tone: 'risk' }
  return { text: dueWords.left(left), tone: left <= SOON_DAYS ? 'risk' : '' }
}
