import { findDay } from '@dongzhou/terms/day'
import { isRateKind, type Jurisdiction, jurisdictions, type RateKind } from '@dongzhou/terms/rate'
import type { LedgerAsk } from '../kit/search-params.ts'
import { rateGroups, rateStates } from './rate-words.ts'

type Group = keyof typeof rateGroups
type State = keyof typeof rateStates

/** What the list of rates asks for, as the server takes it. */
export interface RatesAsk {
  readonly kind?: RateKind
  readonly group?: Group
  readonly jurisdiction?: Jurisdiction
  readonly state?: State
  readonly inForceOn?: string
  readonly text?: string
  readonly withPast?: boolean
}

/** Reads the list's question from the address. Nonsense in an address asks for nothing rather than failing. */
export function ratesAsk(filters: LedgerAsk['filters']): RatesAsk {
  const { kind: kinds, group: groups, jurisdiction: places, state: states, on: days, text: texts, past } = filters
  const [kind = '', group = '', place = '', state = ''] = [kinds?.[0], groups?.[0], places?.[0], states?.[0]]
  const day = findDay(days?.[0] ?? '')
  const text = texts?.[0]
  return {
    ...(isRateKind(kind) ? { kind } : {}),
    ...(isOneOf(rateGroups, group) ? { group } : {}),
    ...(isOneOf(jurisdictions, place) ? { jurisdiction: place } : {}),
    ...(isOneOf(rateStates, state) ? { state } : {}),
    ...(day === undefined ? {} : { inForceOn: day }),
    ...(text === undefined ? {} : { text: text.slice(0, 40) }),
    ...(past?.[0] === 'all' ? { withPast: true } : {}),
  }
}

/** Single rows are shown where somebody asked for them, or for something that only rows answer. */
export function showsRows({ filters, page }: LedgerAsk): boolean {
  const { view, on: _, ...others } = filters
  return view?.[0] === 'rows' || page > 1 || Object.keys(others).length > 0
}

export function findJurisdiction(text: unknown): Jurisdiction | undefined {
  return typeof text === 'string' && isOneOf(jurisdictions, text) ? text : undefined
}

function isOneOf<Code extends string>(terms: { readonly [C in Code]: string }, text: string): text is Code {
  return Object.hasOwn(terms, text)
}
