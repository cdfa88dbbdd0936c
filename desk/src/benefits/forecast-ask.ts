import type { ChangeKind } from '@dongzhou/contract/benefits'
import type { LedgerAsk } from '../kit/search-params.ts'
import { readMonth } from './entitlement-month.ts'
import { changeKinds } from './forecast-words.ts'
import { type PlaceAsk, placeAsk } from './recipients-ask.ts'

export interface ChangesAsk extends PlaceAsk {
  readonly kind?: ChangeKind
  readonly through?: string
}

/** What the list of changes asks for, as the server takes it. Nonsense in an address asks for nothing rather than failing. */
export function changesAsk(filters: LedgerAsk['filters']): ChangesAsk {
  const { kind: kinds, through: months } = filters
  const kind = findChangeKind(kinds?.[0])
  const through = readMonth(months?.[0])
  return {
    ...placeAsk(filters),
    ...(kind === undefined ? {} : { kind }),
    ...(through === undefined ? {} : { through }),
  }
}

function findChangeKind(text: string | undefined): ChangeKind | undefined {
  return (Object.keys(changeKinds) as ChangeKind[]).find((kind) => kind === text)
}
