import { type Day, dayText } from '@dongzhou/terms/day'

/** The parts that are there, with commas between them. */
export function joined(...parts: readonly (string | false | 0 | undefined)[]): string {
  return parts.filter(Boolean).join('，')
}

/** `2012年3月5日批准`; undefined where the day is not known. */
export function dayAnd(on: Day | undefined, verb: string): string | undefined {
  return on && `${dayText(on)}${verb}`
}
