import type { LedgerAsk } from '../kit/search-params.ts'

/** What the ledger of pairings asks for, as the server takes it. */
export interface PairingsAsk {
  readonly schemeId?: number
  readonly organisationId?: number
  readonly personId?: number
  readonly year?: number
  readonly state?: 'proposed' | 'confirmed' | 'ended'
  readonly division?: string
  readonly isBehind: boolean
}

/** Reads the filters from the address. Nonsense in an address asks for nothing rather than failing. */
export function pairingsAsk(filters: LedgerAsk['filters']): PairingsAsk {
  const { scheme, organisation, person, year, state, division, behind } = filters
  const stateText = state?.[0]
  const code = division?.[0]
  return {
    ...idOf('schemeId', scheme?.[0]),
    ...idOf('organisationId', organisation?.[0]),
    ...idOf('personId', person?.[0]),
    ...(year?.[0] !== undefined && /^20\d\d$/.test(year[0]) ? { year: Number(year[0]) } : {}),
    ...(stateText === 'proposed' || stateText === 'confirmed' || stateText === 'ended' ? { state: stateText } : {}),
    ...(code !== undefined && /^\d{12}$/.test(code) ? { division: code } : {}),
    isBehind: behind?.[0] === 'yes',
  }
}

function idOf<Key extends string>(key: Key, text: string | undefined): { readonly [K in Key]?: number } {
  if (text === undefined || !/^[1-9]\d{0,12}$/.test(text)) return {}
  return { [key]: Number(text) } as { readonly [K in Key]?: number }
}
