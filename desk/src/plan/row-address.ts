import type { IndicatorRowLine } from '@dongzhou/contract/plan'

/** Where the record behind a row stands. An organisation opens its pairings, because they are why it counts. */
export function opensAt({ kind, id, day }: Pick<IndicatorRowLine, 'kind' | 'id' | 'day'>): string | undefined {
  switch (kind) {
    case 'event':
      return `/activities/events/${id}`
    case 'pairing':
      return `/visits/pairings/${id}`
    case 'visit':
      return `/visits/visits/${id}?on=${day}`
    case 'organisation':
      return `/visits/pairings?organisation=${id}`
    case 'person':
      return `/registry/people/${id}`
    case 'plan-row':
      return `/plan?year=${day.slice(0, 4)}`
  }
}
