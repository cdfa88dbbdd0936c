import { type Day, day } from '@dongzhou/terms/day'

/** The one place that looks at the clock: the border hands `now` to every setting. Tests and the demo set their own. */
export type Clock = () => Date

export const wallClock: Clock = () => new Date()

/** The calendar day in China at an instant. */
export function dayInChina(now: Date): Day {
  // China keeps UTC+8 all year.
  return day(new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10))
}
