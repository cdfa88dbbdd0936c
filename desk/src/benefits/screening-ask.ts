import type { FindingKind, FindingLine, ScreeningOverview } from '@dongzhou/contract/benefits'
import type { LedgerAsk } from '../kit/search-params.ts'
import { writeMonth } from './entitlement-month.ts'
import { type PlaceAsk, placeAsk } from './recipients-ask.ts'
import { findingKinds, screeningWords } from './screening-words.ts'

export interface FindingsAsk extends PlaceAsk {
  readonly kind?: FindingKind
  readonly standing: 'open' | 'dismissed' | 'all'
}

/** What the work list asks for, as the server takes it. Nonsense in an address asks for nothing rather than failing. */
export function findingsAsk(filters: LedgerAsk['filters']): FindingsAsk {
  const { kind: kinds, standing: standings } = filters
  const kind = findFindingKind(kinds?.[0])
  const standing = standings?.[0]
  return {
    ...placeAsk(filters),
    ...(kind === undefined ? {} : { kind }),
    standing: standing === 'dismissed' || standing === 'all' ? standing : 'open',
  }
}

/** A kind named in an address. */
export function findFindingKind(text: string | undefined): FindingKind | undefined {
  return (Object.keys(findingKinds) as FindingKind[]).find((kind) => kind === text)
}

type Counts = ScreeningOverview['counts']

/** How many open lines there are of each kind, under the benefit that is filtered by. */
export function countsByKind(counts: Counts, benefit: string | undefined): ReadonlyMap<FindingKind, number> {
  const found = new Map<FindingKind, number>()
  for (const count of counts) {
    if (benefit === undefined || count.benefit === benefit)
      found.set(count.kind, (found.get(count.kind) ?? 0) + count.open)
  }
  return found
}

/** One town with its open lines by benefit. */
export interface TownCounts {
  readonly code: string
  readonly name: string
  readonly byBenefit: ReadonlyMap<string, number>
  readonly sum: number
}

/** 分布: the towns with their open lines, the most first; of one kind, or of all. */
export function countsByTown(counts: Counts, kind: FindingKind | undefined): readonly TownCounts[] {
  const towns = new Map<string, { name: string; byBenefit: Map<string, number>; sum: number }>()
  for (const count of counts) {
    if (count.open === 0 || (kind !== undefined && count.kind !== kind)) continue
    const { code, name } = count.division
    const town = towns.get(code) ?? { name, byBenefit: new Map<string, number>(), sum: 0 }
    town.byBenefit.set(count.benefit, (town.byBenefit.get(count.benefit) ?? 0) + count.open)
    towns.set(code, { ...town, sum: town.sum + count.open })
  }
  return [...towns].map(([code, town]) => ({ code, ...town })).sort((one, other) => other.sum - one.sum)
}

/** The benefits that have open lines, the most first, each with its sum. */
export function benefitsAmong(
  counts: Counts,
  towns: readonly TownCounts[],
): readonly { code: string; name: string; sum: number }[] {
  const names = new Map<string, string>(counts.map(({ benefit, benefitName }) => [benefit, benefitName]))
  return [...names]
    .map(([code, name]) => ({
      code,
      name,
      sum: towns.reduce((sum, { byBenefit }) => sum + (byBenefit.get(code) ?? 0), 0),
    }))
    .filter(({ sum }) => sum > 0)
    .sort((one, other) => other.sum - one.sum)
}

/** The heart of a line in a few words: why it is on the list. */
export function pointOf({ kind, verdict }: Pick<FindingLine, 'kind' | 'verdict'>): string {
  switch (verdict.kind) {
    case 'entitled':
      return kind === 'upcoming' ? screeningWords.willQualify : screeningWords.qualifies
    case 'refused':
      return verdict.reasons.map(({ say }) => say).join('')
    case 'unknown':
      return screeningWords.lacks(verdict.missing.map(({ name }) => `“${name}”`).join('、'))
  }
}

/** 起始月份: screening looks back to January of last year, and says so of what was so before already. */
export function sinceText({ since, isSinceEarlier }: Pick<FindingLine, 'since' | 'isSinceEarlier'>): string {
  return isSinceEarlier ? screeningWords.orEarlier(writeMonth(since)) : writeMonth(since)
}

/** Where Enter leads: to the application where there is one, else to the person's benefits. */
export function findingAddress({ person, benefit, draft }: Pick<FindingLine, 'person' | 'benefit' | 'draft'>): string {
  const place = `/benefits/people/${person.id}`
  return draft === null ? place : `${place}/application?benefit=${benefit}`
}
