import type { LinkBand, PairState } from '@dongzhou/contract/linkage'
import type { LedgerAsk } from '../kit/search-params.ts'

const states: readonly PairState[] = ['open', 'same', 'different', 'withdrawn']
const bands: readonly LinkBand[] = ['same', 'likely', 'possible']

/** Which pairs the address asks for; those that wait for a clerk when it does not say. */
export function pairStateOf(ask: Pick<LedgerAsk, 'filters'>): PairState {
  const { state = [] } = ask.filters
  return states.find((known) => known === state[0]) ?? 'open'
}

/** The bands the address asks for; none means all. */
export function bandsOf(ask: Pick<LedgerAsk, 'filters'>): readonly LinkBand[] {
  const { band = [] } = ask.filters
  return bands.filter((known) => band.includes(known))
}
