import type { Candidate, LaterFactLine, MergeLine, PairLine, PairSide } from '@dongzhou/contract/linkage'
import type { Setting } from '../platform/setting.ts'
import {
  divisionNames,
  listPeopleByIds,
  type Person,
  type PersonFact,
  presentFact,
  presentPerson,
} from '../registry/index.ts'
import type { PersonMatch } from './candidates/match-people.ts'
import type { PlacedFact } from './merges/later-facts.ts'
import type { Merge } from './merges/merges.sql.ts'
import type { Pair } from './pairs/pairs.sql.ts'
import { mayDecide } from './policy.ts'

const HIDDEN_NAME = '（其他镇人员）'

/** The people that the clerk may see of those that are asked for, and the names of their divisions. */
export interface Seen {
  readonly people: ReadonlyMap<number, Person>
  readonly names: ReadonlyMap<string, string>
}

export async function lookUp(setting: Setting, ids: readonly number[]): Promise<Seen> {
  const people = await listPeopleByIds(setting, [...new Set(ids)])
  const names = await divisionNames(
    setting,
    people.map(({ division }) => division),
  )
  return { people: new Map(people.map((person) => [person.id, person])), names }
}

/** One side: somebody outside the scope has neither name nor place. */
export function presentSide(setting: Setting, seen: Seen, personId: number): PairSide {
  const person = seen.people.get(personId)
  if (!person) return { name: HIDDEN_NAME, person: null }
  return { name: person.name, person: { ...presentPerson(person, seen.names, setting.today), version: person.version } }
}

export function presentPair(setting: Setting, pair: Pair, seen: Seen): PairLine {
  const sides = [seen.people.get(pair.firstId), seen.people.get(pair.secondId)].flatMap((person) => person ?? [])
  const isWhole = sides.length === 2
  const may = mayDecide(
    setting.clerk,
    sides.map(({ division }) => division),
  )
  return {
    id: pair.id,
    version: pair.version,
    band: pair.band,
    score: pair.score,
    // "姓名相同" beside one's own person would tell the hidden name, and so may what a clerk wrote.
    reasons: isWhole ? pair.reasons.map(({ say }) => say) : [],
    because: isWhole ? (pair.because ?? null) : null,
    state: pair.state,
    first: presentSide(setting, seen, pair.firstId),
    second: presentSide(setting, seen, pair.secondId),
    foundAt: pair.foundAt.toISOString(),
    decidedAt: pair.decidedAt?.toISOString() ?? null,
    mayDecide: isWhole && may === 'yes' && pair.state === 'open',
  }
}

export function presentCandidates(setting: Setting, matches: readonly PersonMatch[], seen: Seen): readonly Candidate[] {
  return matches.flatMap(({ personId, likeness: { band, score, reasons } }) => {
    const person = seen.people.get(personId)
    if (!person || band === 'different') return []
    return [
      {
        person: presentPerson(person, seen.names, setting.today),
        band,
        score,
        reasons: reasons.map(({ say }) => say),
      },
    ]
  })
}

export function presentMerge(setting: Setting, merge: Merge, seen: Seen): MergeLine {
  const [kept, dropped] = [seen.people.get(merge.keptId), seen.people.get(merge.droppedId)]
  const isWhole = kept !== undefined && dropped !== undefined
  return {
    id: merge.id,
    version: merge.version,
    keptPersonId: merge.keptId,
    keptName: kept?.name ?? HIDDEN_NAME,
    droppedPersonId: merge.droppedId,
    droppedName: dropped?.name ?? HIDDEN_NAME,
    because: isWhole ? merge.because : '',
    mergedBy: merge.mergedBy,
    mergedAt: merge.mergedAt.toISOString(),
    undoneBy: merge.undoneBy ?? null,
    undoneAt: merge.undoneAt?.toISOString() ?? null,
    undoneBecause: isWhole ? (merge.undoneBecause ?? null) : null,
    mayUndo:
      isWhole && merge.undoneAt === undefined && mayDecide(setting.clerk, [kept.division, dropped.division]) === 'yes',
  }
}

export function presentLaterFact(placed: PlacedFact, names: ReadonlyMap<string, string>): LaterFactLine {
  const { fact, side, mustDecide, say } = placed
  return { fact: presentFact(fact, names), side, mustDecide, say: say ?? null }
}

/** The divisions that facts name, for showing them by name. */
export function divisionsIn(facts: readonly PersonFact[]): readonly string[] {
  return facts.flatMap(({ value }) => ('division' in value && value.division !== undefined ? [value.division] : []))
}
