import { comparePeople, type Likeness, type LinkRecord } from '@dongzhou/engines/linkage'
import { plainIdNumber } from '@dongzhou/terms/agreement'
import type { FactKind } from '@dongzhou/terms/fact'
import type { Setting } from '../../platform/setting.ts'
import { findByBlindIndex, listPeopleByNames, type Person } from '../../registry/index.ts'
import { type MatchKey, nameAskOf, recordOfKey, recordOfPerson } from './link-records.ts'

/** Somebody on file who may be meant, with the score and its reasons. */
export interface PersonMatch {
  readonly personId: number
  readonly likeness: Likeness
}

// A phone that half a village gave, or a sheet's placeholder, leads to hundreds; no clerk looks at more than these.
const MOST_PER_ROW = 20

/**
 * 比对 (match people): who on file the rows of an import may mean, best first, at most 20 a row; a row without an entry means nobody known.
 * Two questions whatever the number of rows: numbers by their blind index, then names with births, and the people of the numbers. Only people
 * inside the scope are found.
 */
export async function matchPeople(
  setting: Setting,
  keys: readonly MatchKey[],
): Promise<ReadonlyMap<number, readonly PersonMatch[]>> {
  return matchRecords(
    setting,
    keys.map((key) => ({ row: key.row, record: recordOfKey(key) })),
  )
}

/** 疑似同一人: who on file a form being filled in may mean. */
export async function findLikely(setting: Setting, record: LinkRecord): Promise<readonly PersonMatch[]> {
  return (await matchRecords(setting, [{ row: 0, record }])).get(0) ?? []
}

interface Asked {
  readonly row: number
  readonly record: LinkRecord
}

async function matchRecords(
  setting: Setting,
  asked: readonly Asked[],
): Promise<ReadonlyMap<number, readonly PersonMatch[]>> {
  const hits = await findByNumbers(setting, asked)
  const asks = asked.flatMap(({ row, record }) => nameAskOf(row, record) ?? [])
  const hitIds = new Set([...hits.values()].flatMap((ofRow) => [...ofRow.keys()]))
  const named = await listPeopleByNames(setting, asks, [...hitIds])
  const people = new Map(named.map(({ person }) => [person.id, person]))
  const namesOfRow = Map.groupBy(named, ({ row }) => row)
  const found = asked.map(({ row, record }) => {
    const ofRow = hits.get(row) ?? new Map<number, Hit>()
    const ids = new Set([...ofRow.keys(), ...(namesOfRow.get(row) ?? []).map(({ person }) => person.id)])
    const matches = [...ids].flatMap((id) => matchOf(record, people.get(id), ofRow.get(id)) ?? [])
    return [row, matches.toSorted(byScore).slice(0, MOST_PER_ROW)] as const
  })
  return new Map(found.filter(([, matches]) => matches.length > 0))
}

/** Which kinds of numbers of a row lead to a person. */
type Hit = ReadonlySet<FactKind>

async function findByNumbers(
  { tx, vault }: Setting,
  asked: readonly Asked[],
): Promise<ReadonlyMap<number, ReadonlyMap<number, Hit>>> {
  const numbers = asked.flatMap(({ row, record }) => [
    ...(record.idNumber ? vault.indexes('id-number', plainIdNumber(record.idNumber)) : []).map((index) => ({
      row,
      index,
    })),
    ...record.phones.flatMap((phone) => vault.indexes('phone', phone)).map((index) => ({ row, index })),
  ])
  const found = await findByBlindIndex(tx, [...new Set(numbers.map(({ index }) => index))])
  const byIndex = Map.groupBy(found, ({ index }) => index)
  const hits = new Map<number, Map<number, Set<FactKind>>>()
  for (const { row, index } of numbers) {
    const ofRow = hits.get(row) ?? new Map<number, Set<FactKind>>()
    hits.set(row, ofRow)
    for (const { personId, kind } of (byIndex.get(index) ?? []).slice(0, MOST_PER_ROW)) {
      ofRow.set(personId, new Set([...(ofRow.get(personId) ?? []), kind]))
    }
  }
  return hits
}

function matchOf(record: LinkRecord, person: Person | undefined, hit: Hit | undefined): PersonMatch | undefined {
  if (!person) return undefined
  const likeness = comparePeople(record, withHit(recordOfPerson(person), record, hit))
  return likeness.band === 'different' ? undefined : { personId: person.id, likeness }
}

// The register's columns show one number of each kind; the index knows of the others too.
function withHit(onFile: LinkRecord, record: LinkRecord, hit: Hit | undefined): LinkRecord {
  return {
    ...onFile,
    idNumber: hit?.has('id-number') ? record.idNumber : onFile.idNumber,
    phones: hit?.has('phone') ? record.phones : onFile.phones,
  }
}

export function byScore(one: PersonMatch, other: PersonMatch): number {
  return other.likeness.score - one.likeness.score || one.personId - other.personId
}
