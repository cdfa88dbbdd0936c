import type { Day } from '@dongzhou/terms/day'
import { halfYearSpan } from '@dongzhou/terms/half-year'
import { Fault } from '../platform/fault.ts'
import type { Report } from './reports.sql.ts'

/** A half-year's report counts nothing of another half-year. */
export function requireInHalf(report: Pick<Report, 'year' | 'half'>, cutOff: Day): void {
  const { from, to } = halfYearSpan(report)
  if (cutOff < from || cutOff > to) throw new Fault('reports.cut-off-outside-half')
}
