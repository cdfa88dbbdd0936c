import type { LedgerAsk } from '../kit/search-params.ts'
import { caseLists } from './words.ts'

export type CaseList = keyof typeof caseLists

/** What the list of cases asks for, as the server takes it. */
export interface CasesAsk {
  readonly list: CaseList
  readonly procedure?: string
  readonly personId?: number
  readonly division?: string
}

/** Reads the filters from the address. Nonsense in an address asks for nothing rather than failing. */
export function casesAsk(filters: LedgerAsk['filters']): CasesAsk {
  const { list, procedure, person, division } = filters
  const personId = idOf(person?.[0])
  const code = division?.[0]
  const named = procedure?.[0]
  return {
    list: listOf(list?.[0]),
    ...(named !== undefined && /^[a-z0-9-]{1,40}$/.test(named) ? { procedure: named } : {}),
    ...(personId === undefined ? {} : { personId }),
    ...(code !== undefined && /^\d{12}$/.test(code) ? { division: code } : {}),
  }
}

/** The number of a record in an address. */
export function idOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,12}$/.test(text) ? Number(text) : undefined
}

/** The question without the tab: what the filters beside the list show and count. */
export function withoutList(ask: LedgerAsk): LedgerAsk {
  const { list: _, ...filters } = ask.filters
  return { ...ask, filters }
}

/** The question under a tab; the usual one is not written. */
export function withList(ask: LedgerAsk, list: CaseList): LedgerAsk {
  const { filters } = withoutList(ask)
  return { ...ask, filters: list === 'mine' ? filters : { ...filters, list: [list] } }
}

function listOf(text: string | undefined): CaseList {
  return text !== undefined && isList(text) ? text : 'mine'
}

function isList(text: string): text is CaseList {
  return Object.hasOwn(caseLists, text)
}
