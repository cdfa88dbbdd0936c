import { type Day, day } from './day.ts'

/** 半年 (half-year): what plans are closed and reports are written for. */
export interface HalfYear {
  readonly year: number
  readonly half: 'first' | 'second'
}

/** The first and the last day of a half-year. */
export function halfYearSpan({ year, half }: HalfYear): { readonly from: Day; readonly to: Day } {
  return half === 'first'
    ? { from: day(`${year}-01-01`), to: day(`${year}-06-30`) }
    : { from: day(`${year}-07-01`), to: day(`${year}-12-31`) }
}
