import { type Day, day } from '@dongzhou/terms/day'
import { Fault } from '../platform/fault.ts'
import type { Report } from './reports.sql.ts'

/** The first and the last day of a half-year. */
export function halfYearSpan({ year, half }: Pick<Report, 'year' | 'half'>): { readonly from: Day; readonly to: Day } {
  return half === 'first'
    ? { from: day(`${year}-01-01`), to: day(`${year}-06-30`) }
    : { from: day(`${year}-07-01`), to: day(`${year}-12-31`) }
}

/** A half-year's report counts nothing of another half-year. */
export function requireInHalf(report: Pick<Report, 'year' | 'half'>, cutOff: Day): void {
  const { from, to } = halfYearSpan(report)
  if (cutOff < from || cutOff > to) throw new Fault('reports.cut-off-outside-half')
}
