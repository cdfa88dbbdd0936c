import type { MergePlan } from '@dongzhou/engines/linkage'
import { type DivisionCode, divisionCode } from '@dongzhou/terms/division'
import type { Tx } from '../../platform/db/database.ts'
import { pageOf } from '../../platform/db/paging.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { RelationMoves } from '../../registry/index.ts'
import type { PairingMoves } from '../../visits/index.ts'
import type { LinkageTables } from '../tables.ts'

/** What a merge did: facts, relations and pairings by id. */
export interface MergeRecord {
  readonly facts: MergePlan
  readonly relations: RelationMoves
  readonly pairings: PairingMoves
}

/** 合并 (merge) as it is kept. */
export interface Merge {
  readonly id: number
  readonly version: number
  readonly keptId: number
  readonly droppedId: number
  /** Where the two lived when they were merged. */
  readonly divisions: readonly [kept: DivisionCode, dropped: DivisionCode]
  readonly record: MergeRecord
  readonly because: string
  readonly mergedBy: string
  readonly mergedAt: Date
  readonly undoneBy: string | undefined
  readonly undoneAt: Date | undefined
  readonly undoneBecause: string | undefined
}

const columns = [
  'id',
  'version',
  'kept_person_id',
  'dropped_person_id',
  'division_code',
  'other_division_code',
  'plan',
  'because',
  'merged_by',
  'merged_at',
  'undone_by',
  'undone_at',
  'undone_because',
] as const

export type NewMerge = Pick<Merge, 'keptId' | 'droppedId' | 'divisions' | 'record' | 'because'>

export async function recordMerge(setting: ActionSetting, merge: NewMerge): Promise<number> {
  const { id } = await setting.tx
    .withTables<LinkageTables>()
    .insertInto('linkage_merge')
    .values({
      kept_person_id: merge.keptId,
      dropped_person_id: merge.droppedId,
      division_code: merge.divisions[0],
      other_division_code: merge.divisions[1],
      plan: JSON.stringify(merge.record),
      because: merge.because,
      action_id: setting.actionId,
      merged_by: setting.clerk.displayName,
      merged_at: setting.now,
      undone_action_id: null,
      undone_by: null,
      undone_at: null,
      undone_because: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findMerge(setting: Setting, id: number): Promise<Merge | undefined> {
  const row = await merges(setting.tx).select(columns).where('id', '=', id).executeTakeFirst()
  return row && toMerge(row)
}

/** Locks the merge, so that two clerks cannot take it back at once. */
export async function findMergeForUpdate(setting: Setting, id: number): Promise<Merge | undefined> {
  const row = await merges(setting.tx).select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toMerge(row)
}

/** A merge that stands on top of another: a later one into the same file, or of that file into a third. */
export async function findLaterMerge(setting: Setting, { id, keptId }: Merge): Promise<number | undefined> {
  const row = await merges(setting.tx)
    .select('id')
    .where('id', '>', id)
    .where('undone_at', 'is', null)
    .where(({ or, eb }) => or([eb('kept_person_id', '=', keptId), eb('dropped_person_id', '=', keptId)]))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** One page of merges, latest first. */
export async function listMerges(
  setting: Setting,
  personId: number | undefined,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly Merge[]; readonly total: number; readonly more: boolean }> {
  const found = merges(setting.tx).$if(personId !== undefined, (query) =>
    query.where(({ or, eb }) =>
      or([eb('kept_person_id', '=', personId ?? 0), eb('dropped_person_id', '=', personId ?? 0)]),
    ),
  )
  const { items, ...counted } = await pageOf(setting.tx, found.select(columns).orderBy('id', 'desc'), page)
  return { items: items.map(toMerge), ...counted }
}

/** Signs a merge as taken back. Answers how many stood. */
export async function markUndone(setting: ActionSetting, merge: Merge, because: string): Promise<number> {
  const result = await setting.tx
    .withTables<LinkageTables>()
    .updateTable('linkage_merge')
    .set({
      version: merge.version + 1,
      undone_action_id: setting.actionId,
      undone_by: setting.clerk.displayName,
      undone_at: setting.now,
      undone_because: because,
    })
    .where('id', '=', merge.id)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

function merges(tx: Tx) {
  return tx.withTables<LinkageTables>().selectFrom('linkage_merge')
}

interface MergeRow {
  readonly id: number
  readonly version: number
  readonly kept_person_id: number
  readonly dropped_person_id: number
  readonly division_code: string
  readonly other_division_code: string
  readonly plan: object
  readonly because: string
  readonly merged_by: string
  readonly merged_at: Date
  readonly undone_by: string | null
  readonly undone_at: Date | null
  readonly undone_because: string | null
}

function toMerge(row: MergeRow): Merge {
  return {
    id: row.id,
    version: row.version,
    keptId: row.kept_person_id,
    droppedId: row.dropped_person_id,
    divisions: [divisionCode(row.division_code), divisionCode(row.other_division_code)],
    record: row.plan as MergeRecord,
    because: row.because,
    mergedBy: row.merged_by,
    mergedAt: row.merged_at,
    undoneBy: row.undone_by ?? undefined,
    undoneAt: row.undone_at ?? undefined,
    undoneBecause: row.undone_because ?? undefined,
  }
}
