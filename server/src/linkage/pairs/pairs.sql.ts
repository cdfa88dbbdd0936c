import type { Likeness, Reason } from '@dongzhou/engines/linkage'
import { type DivisionCode, divisionCode, rangeOf } from '@dongzhou/terms/division'
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { pageOf } from '../../platform/db/paging.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { LinkageTables } from '../tables.ts'

export type PairBand = 'same' | 'likely' | 'possible'
export type PairState = 'open' | 'same' | 'different' | 'withdrawn'

/** 疑似同一人 (pair) as it is kept. */
export interface Pair {
  readonly id: number
  readonly version: number
  readonly firstId: number
  readonly secondId: number
  /** Where the two lived when the pair was found. */
  readonly divisions: readonly [DivisionCode, DivisionCode]
  readonly band: PairBand
  readonly score: number
  readonly reasons: readonly Reason[]
  readonly state: PairState
  readonly foundAt: Date
  readonly decidedAt: Date | undefined
  readonly because: string | undefined
}

export interface NewPair {
  readonly firstId: number
  readonly secondId: number
  readonly divisions: readonly [DivisionCode, DivisionCode]
  readonly likeness: Likeness
  readonly openedByMerge?: number | undefined
}

const columns = [
  'id',
  'version',
  'first_person_id',
  'second_person_id',
  'division_code',
  'other_division_code',
  'band',
  'score',
  'reasons',
  'state',
  'found_at',
  'decided_at',
  'because',
] as const

/**
 * Puts pairs into the queue; a pair stands once. One that is open or was withdrawn is brought up to date, one that somebody decided stays as it
 * is. Two statements, because `on conflict do update` fails on a row outside the scope, and people move. Answers how many are new.
 */
export async function recordPairs({ tx, now }: ActionSetting, pairs: readonly NewPair[]): Promise<number> {
  if (pairs.length === 0) return 0
  const rows = sql`jsonb_to_recordset(${JSON.stringify(pairs.map(pairRow))}::jsonb) as r(first_id bigint, second_id bigint,
    division text, other_division text, band text, score smallint, reasons jsonb, opened_by bigint)`
  const inserted = await sql`
    insert into linkage_pair (first_person_id, second_person_id, division_code, other_division_code, band, score, reasons,
      found_at, opened_by_merge)
    select r.first_id, r.second_id, r.division, r.other_division, r.band, r.score, r.reasons, ${now}::timestamptz, r.opened_by
    from ${rows} on conflict do nothing`.execute(tx)
  await sql`
    update linkage_pair p set version = p.version + 1, state = 'open', band = r.band, score = r.score, reasons = r.reasons,
      division_code = r.division, other_division_code = r.other_division, decided_by = null, decided_at = null, because = null,
      closed_by_merge = null
    from ${rows}
    where p.first_person_id = r.first_id and p.second_person_id = r.second_id and p.state in ('open', 'withdrawn')
      and (p.state, p.band, p.score, p.division_code, p.other_division_code)
        is distinct from ('open', r.band, r.score, r.division, r.other_division)`.execute(tx)
  return Number(inserted.numAffectedRows ?? 0)
}

function pairRow({ firstId, secondId, divisions: [first, second], likeness, openedByMerge }: NewPair): object {
  const { band, score, reasons } = likeness
  return {
    first_id: firstId,
    second_id: secondId,
    division: first,
    other_division: second,
    band,
    score,
    reasons,
    opened_by: openedByMerge,
  }
}

export interface PairFilter {
  readonly state: PairState
  readonly bands: readonly PairBand[]
  readonly division?: DivisionCode | undefined
}

/** One page of the queue, highest score first, then the oldest: a total order. */
export async function listPairs(
  setting: Setting,
  filter: PairFilter,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly Pair[]; readonly total: number; readonly more: boolean }> {
  const found = filtered(setting.tx, filter)
  const { items, ...counted } = await pageOf(
    setting.tx,
    found.select(columns).orderBy('score', 'desc').orderBy('id'),
    page,
  )
  return { items: items.map(toPair), ...counted }
}

function filtered(tx: Tx, { state, bands, division }: PairFilter) {
  const all = pairs(tx)
    .where('state', '=', state)
    .$if(bands.length > 0, (query) => query.where('band', 'in', [...bands]))
  return division === undefined ? all : within(all, division)
}

type PairQuery = SelectQueryBuilder<LinkageTables, 'linkage_pair', object>

function within(query: PairQuery, division: DivisionCode): PairQuery {
  const { first, last } = rangeOf(division)
  return query.where(({ or, and, eb }) =>
    or([
      and([eb('division_code', '>=', first), eb('division_code', '<=', last)]),
      and([eb('other_division_code', '>=', first), eb('other_division_code', '<=', last)]),
    ]),
  )
}

export async function findPair(setting: Setting, id: number): Promise<Pair | undefined> {
  const row = await pairs(setting.tx).select(columns).where('id', '=', id).executeTakeFirst()
  return row && toPair(row)
}

/** Locks the pair, so that two clerks cannot decide it at once. */
export async function findPairForUpdate(setting: Setting, id: number): Promise<Pair | undefined> {
  const row = await pairs(setting.tx).select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toPair(row)
}

/** The open pairs that somebody stands in, on either side. */
export async function listOpenPairsOf(setting: Setting, personIds: readonly number[]): Promise<readonly Pair[]> {
  if (personIds.length === 0) return []
  const rows = await pairs(setting.tx)
    .select(columns)
    .where('state', '=', 'open')
    .where(({ or, eb }) =>
      or([eb('first_person_id', 'in', [...personIds]), eb('second_person_id', 'in', [...personIds])]),
    )
    .orderBy('id')
    .execute()
  return rows.map(toPair)
}

/** The pairs that a merge withdrew, or that it opened for the kept person. */
export async function listPairsOfMerge(
  setting: Setting,
  mergeId: number,
  which: 'closed_by_merge' | 'opened_by_merge',
): Promise<readonly Pair[]> {
  const rows = await pairs(setting.tx).select(columns).where(which, '=', mergeId).orderBy('id').execute()
  return rows.map(toPair)
}

export interface Decision {
  readonly state: Exclude<PairState, 'open'>
  readonly because: string
  readonly byMerge?: number | undefined
}

/** Signs pairs out of the queue, or signs a decided one anew. Answers how many there were. */
export async function closePairs(setting: ActionSetting, ids: readonly number[], decision: Decision): Promise<number> {
  if (ids.length === 0) return 0
  const result = await setting.tx
    .withTables<LinkageTables>()
    .updateTable('linkage_pair')
    .set({
      version: sql`version + 1`,
      state: decision.state,
      because: decision.because,
      decided_by: setting.clerk.displayName,
      decided_at: setting.now,
      closed_by_merge: decision.byMerge ?? null,
    })
    .where('id', 'in', [...ids])
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Puts withdrawn pairs back into the queue. */
export async function reopenPairs(setting: ActionSetting, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await setting.tx
    .withTables<LinkageTables>()
    .updateTable('linkage_pair')
    .set({
      version: sql`version + 1`,
      state: 'open',
      because: null,
      decided_by: null,
      decided_at: null,
      closed_by_merge: null,
    })
    .where('id', 'in', [...ids])
    .where('state', '=', 'withdrawn')
    .execute()
}

/** The pair of two people, decided or not. */
export async function findPairOf(setting: Setting, one: number, other: number): Promise<Pair | undefined> {
  const row = await pairs(setting.tx)
    .select(columns)
    .where('first_person_id', '=', Math.min(one, other))
    .where('second_person_id', '=', Math.max(one, other))
    .executeTakeFirst()
  return row && toPair(row)
}

function pairs(tx: Tx) {
  return tx.withTables<LinkageTables>().selectFrom('linkage_pair')
}

interface PairRow {
  readonly id: number
  readonly version: number
  readonly first_person_id: number
  readonly second_person_id: number
  readonly division_code: string
  readonly other_division_code: string
  readonly band: string
  readonly score: number
  readonly reasons: readonly Reason[]
  readonly state: string
  readonly found_at: Date
  readonly decided_at: Date | null
  readonly because: string | null
}

function toPair(row: PairRow): Pair {
  return {
    id: row.id,
    version: row.version,
    firstId: row.first_person_id,
    secondId: row.second_person_id,
    divisions: [divisionCode(row.division_code), divisionCode(row.other_division_code)],
    band: row.band as PairBand,
    score: row.score,
    reasons: row.reasons,
    state: row.state as PairState,
    foundAt: row.found_at,
    decidedAt: row.decided_at ?? undefined,
    because: row.because ?? undefined,
  }
}
