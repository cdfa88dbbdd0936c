import type { LedgerAsk } from '../kit/search-params.ts'

/** The days an indicator is read over. */
export interface Span {
  readonly from: string
  readonly to: string
}

export type SpanName = 'year' | 'first' | 'second' | 'other'

/** The span in the address; an end that is missing or nonsense is that of the year. */
export function spanOf(filters: LedgerAsk['filters'], today: string): Span {
  const { dayFrom, dayTo } = filters
  const [from, to] = [dayIn(dayFrom?.[0]), dayIn(dayTo?.[0])]
  const year = (from ?? to ?? today).slice(0, 4)
  const span = { from: from ?? `${year}-01-01`, to: to ?? `${year}-12-31` }
  return span.from <= span.to ? span : { from: span.to, to: span.from }
}

/** Which of the usual spans it is. */
export function spanName({ from, to }: Span): SpanName {
  if (from.slice(0, 4) !== to.slice(0, 4)) return 'other'
  const days = `${from.slice(5)} ${to.slice(5)}`
  if (days === '01-01 12-31') return 'year'
  if (days === '01-01 06-30') return 'first'
  return days === '07-01 12-31' ? 'second' : 'other'
}

/** The days of a usual span in a year. */
export function spanNamed(name: Exclude<SpanName, 'other'>, year: string): Span {
  if (name === 'first') return { from: `${year}-01-01`, to: `${year}-06-30` }
  if (name === 'second') return { from: `${year}-07-01`, to: `${year}-12-31` }
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

function dayIn(text: string | undefined): string | undefined {
  return text !== undefined && /^20\d\d-\d\d-\d\d$/.test(text) ? text : undefined
}
