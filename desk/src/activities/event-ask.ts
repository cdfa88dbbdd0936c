import type { LedgerAsk } from '../kit/search-params.ts'

/** What the ledger of events asks for, as the server takes it. */
export interface EventsAsk {
  readonly programme?: string
  readonly seriesId?: number
  readonly year?: number
  readonly from?: string
  readonly to?: string
  readonly state?: 'planned' | 'held' | 'cancelled'
  readonly division?: string
  readonly text: string
}

/** Reads the filters from the address. Nonsense in an address asks for nothing rather than failing. */
export function eventsAsk(filters: LedgerAsk['filters']): EventsAsk {
  const { programme, series, year, state, division, dayFrom, dayTo, text } = filters
  const stateText = state?.[0]
  return {
    ...(programme?.[0] === undefined ? {} : { programme: programme[0].slice(0, 60) }),
    ...matching('seriesId', series?.[0], /^[1-9]\d{0,12}$/, Number),
    ...matching('year', year?.[0], /^20\d\d$/, Number),
    ...matching('from', dayFrom?.[0], /^\d{4}-\d{2}-\d{2}$/, String),
    ...matching('to', dayTo?.[0], /^\d{4}-\d{2}-\d{2}$/, String),
    ...(stateText === 'planned' || stateText === 'held' || stateText === 'cancelled' ? { state: stateText } : {}),
    ...matching('division', division?.[0], /^\d{12}$/, String),
    text: (text?.[0] ?? '').slice(0, 40),
  }
}

function matching<Key extends string, Value>(
  key: Key,
  text: string | undefined,
  form: RegExp,
  read: (text: string) => Value,
): { readonly [K in Key]?: Value } {
  if (text === undefined || !form.test(text)) return {}
  return { [key]: read(text) } as { readonly [K in Key]?: Value }
}
