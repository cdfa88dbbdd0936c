import type { IndicatorLine, ProgrammeLine } from '@dongzhou/contract/plan'

export interface HalfYear {
  readonly year: number
  readonly half: 'first' | 'second'
}

/** Half-years that are over on a day, the latest first; three years back, as far as anybody still closes. */
export function endedHalves(today: string): readonly HalfYear[] {
  const last = Number(today.slice(0, 4))
  const halves = Array.from({ length: 3 }, (_, at) => last - at).flatMap((year) => [
    { year, half: 'second' as const, end: `${year}-12-31` },
    { year, half: 'first' as const, end: `${year}-06-30` },
  ])
  return halves.filter(({ end }) => end < today).map(({ year, half }) => ({ year, half }))
}

/** Indicators that have figures to freeze. */
export function liveIndicators(programmes: readonly ProgrammeLine[]): readonly IndicatorLine[] {
  return programmes.flatMap(({ indicators }) => indicators).filter(({ state }) => state === 'live')
}
