import { type Benefit, isBenefit } from '@dongzhou/terms/benefit'
import type { LedgerAsk } from '../kit/search-params.ts'
import { readMonth } from './entitlement-month.ts'

/** Where and of which benefit: what every list of this room can be narrowed to. */
export interface PlaceAsk {
  readonly benefit?: Benefit
  readonly division?: string
}

/** Reads benefit and division from the address. Nonsense in an address asks for nothing rather than failing. */
export function placeAsk({ benefit: texts, division }: LedgerAsk['filters']): PlaceAsk {
  const [benefit, code] = [texts?.[0], division?.[0]]
  return {
    ...(benefit !== undefined && isBenefit(benefit) ? { benefit } : {}),
    ...(code !== undefined && /^\d{12}$/.test(code) ? { division: code } : {}),
  }
}

export interface RecipientsAsk extends PlaceAsk {
  readonly month?: string
}

/** What the list of recipients asks for, as the server takes it. */
export function recipientsAsk(filters: LedgerAsk['filters']): RecipientsAsk {
  const { month: texts } = filters
  const month = readMonth(texts?.[0])
  return { ...placeAsk(filters), ...(month === undefined ? {} : { month }) }
}
