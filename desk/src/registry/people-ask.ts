import type { PeopleFilter } from '@dongzhou/contract/registry'
import { isIdentity } from '@dongzhou/terms/identity'
import type { LedgerAsk } from '../kit/search-params.ts'

/** What the list asks for, read from the address. Nonsense in an address asks for nothing rather than failing. */
export interface PeopleAsk extends Omit<PeopleFilter, 'division'> {
  readonly division?: string
}

/** The filter of the people's ledger as the server takes it. */
export function peopleFilter(filters: LedgerAsk['filters']): PeopleAsk {
  const { text, division, identity = [], standing, disputed, ageFrom, ageTo } = filters
  const code = division?.[0]
  return {
    text: (text?.[0] ?? '').slice(0, 40),
    ...(code !== undefined && /^\d{12}$/.test(code) ? { division: code } : {}),
    identities: identity.filter(isIdentity),
    standing: standingOf(standing?.[0]),
    isDisputed: disputed?.[0] === 'yes',
    ...ageOf('ageFrom', ageFrom),
    ...ageOf('ageTo', ageTo),
  }
}

/** What the total counts, in words: 健在人员 is the ordinary list. */
export function countedAs(filters: LedgerAsk['filters']): string {
  const { standing: texts } = filters
  const standing = standingOf(texts?.[0])
  if (standing === 'alive') return '健在人员'
  return standing === 'dead' ? '已去世人员' : '全部人员（含已去世）'
}

function standingOf(text: string | undefined): PeopleFilter['standing'] {
  return text === 'dead' || text === 'all' ? text : 'alive'
}

function ageOf(key: 'ageFrom' | 'ageTo', texts: readonly string[] | undefined): { ageFrom?: number; ageTo?: number } {
  const text = texts?.[0]
  if (text === undefined || !/^\d{1,3}$/.test(text) || Number(text) > 150) return {}
  return { [key]: Number(text) }
}
