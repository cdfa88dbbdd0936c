import type { Likeness } from '@dongzhou/engines/linkage'
import type { ActionSetting } from '../../platform/setting.ts'
import { listPeopleByIds } from '../../registry/index.ts'
import type { PersonMatch } from '../candidates/match-people.ts'
import { closePairs, listOpenPairsOf, recordPairs } from './pairs.sql.ts'

/** Two people on file who may be one. */
export interface CandidatePair {
  readonly personIds: readonly [number, number]
  readonly likeness: Likeness
}

/** 排入待裁定 (queue candidates): what remains likely about one person waits for a clerk. Idempotent. Answers how many pairs are new. */
export function queueCandidates(
  setting: ActionSetting,
  personId: number,
  candidates: readonly PersonMatch[],
): Promise<number> {
  return queuePairs(
    setting,
    candidates.map((candidate) => ({ personIds: [personId, candidate.personId], likeness: candidate.likeness })),
  )
}

/** The same for many people at once, as an import and a scan bring them. People merged or withdrawn since are left out. */
export async function queuePairs(setting: ActionSetting, pairs: readonly CandidatePair[]): Promise<number> {
  const people = await listPeopleByIds(setting, [...new Set(pairs.flatMap(({ personIds }) => personIds))])
  const listed = new Map(people.filter(({ isListed }) => isListed).map((person) => [person.id, person.division]))
  const rows = pairs.flatMap(({ personIds: [one, other], likeness }) => {
    const [firstId, secondId] = one < other ? [one, other] : [other, one]
    const [first, second] = [listed.get(firstId), listed.get(secondId)]
    if (firstId === secondId || first === undefined || second === undefined || likeness.band === 'different') return []
    return [{ firstId, secondId, divisions: [first, second] as const, likeness }]
  })
  const once = new Map(rows.map((row) => [`${row.firstId}-${row.secondId}`, row]))
  return recordPairs(setting, [...once.values()])
}

/** Takes the open pairs of people out of the queue who are no longer on file, such as those of an import taken back. */
export async function withdrawPairsOf(
  setting: ActionSetting,
  personIds: readonly number[],
  because: string,
): Promise<number> {
  const open = await listOpenPairsOf(setting, personIds)
  return closePairs(
    setting,
    open.map(({ id }) => id),
    { state: 'withdrawn', because },
  )
}
