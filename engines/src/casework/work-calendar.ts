import { addDays, type Day, partsOf } from '@dongzhou/terms/day'

/** 放假安排 of one year, as the State Council announces it each autumn. Weekends that are neither named as rest nor as work are rest. */
export interface CalendarYear {
  readonly year: number
  /** The announcement, by its title or number. */
  readonly document: string
  /** 放假: weekdays (and weekends) that are rest. */
  readonly rest: readonly Day[]
  /** 调休上班: weekends that are worked. */
  readonly work: readonly Day[]
}

/** A day, or the year whose arrangement nobody has entered: a working day is never guessed. */
export type FoundDay = { readonly kind: 'day'; readonly day: Day } | NoCalendar

export type Counted = { readonly kind: 'count'; readonly days: number } | NoCalendar

export interface NoCalendar {
  readonly kind: 'no-calendar'
  readonly year: number
}

/** 工作日历 (work calendar): the years that are known. */
export class WorkCalendar {
  private readonly years: ReadonlyMap<number, { readonly rest: ReadonlySet<Day>; readonly work: ReadonlySet<Day> }>

  constructor(years: readonly CalendarYear[]) {
    this.years = new Map(years.map(({ year, rest, work }) => [year, { rest: new Set(rest), work: new Set(work) }]))
  }

  /** Undefined where the year is not known. */
  isWorkingDay(on: Day): boolean | undefined {
    const known = this.years.get(partsOf(on).year)
    if (known === undefined) return undefined
    if (known.rest.has(on)) return false
    return known.work.has(on) || !isWeekend(on)
  }

  /**
   * The last day of a span of so many working days. The day it begins is not counted (民法典 art. 201), and it ends on a working day
   * by its nature (art. 203). 0 is the day itself.
   */
  afterWorkingDays(from: Day, count: number): FoundDay {
    let at = from
    for (let left = count; left > 0; ) {
      at = addDays(at, 1)
      const isWorking = this.isWorkingDay(at)
      if (isWorking === undefined) return { kind: 'no-calendar', year: partsOf(at).year }
      if (isWorking) left -= 1
    }
    return { kind: 'day', day: at }
  }

  /** The last day of a span of so many days; where that is a day of rest, the first working day after it (民法典 art. 203). */
  afterNaturalDays(from: Day, count: number): FoundDay {
    let at = addDays(from, count)
    for (;;) {
      const isWorking = this.isWorkingDay(at)
      if (isWorking === undefined) return { kind: 'no-calendar', year: partsOf(at).year }
      if (isWorking) return { kind: 'day', day: at }
      at = addDays(at, 1)
    }
  }

  /** Working days after `from` up to and with `to`; 0 where `to` is not later. */
  workingDaysBetween(from: Day, to: Day): Counted {
    let days = 0
    for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) {
      const isWorking = this.isWorkingDay(at)
      if (isWorking === undefined) return { kind: 'no-calendar', year: partsOf(at).year }
      if (isWorking) days += 1
    }
    return { kind: 'count', days }
  }
}

// Sakamoto's weekday rule; 0 is Sunday.
function isWeekend(on: Day): boolean {
  const { year, month, dayOfMonth } = partsOf(on)
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0
  const y = month < 3 ? year - 1 : year
  const weekday = (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + dayOfMonth) % 7
  return weekday === 0 || weekday === 6
}
