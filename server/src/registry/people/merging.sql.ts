import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { RegistryTables } from '../tables.ts'

/** Puts facts in force again that an action had superseded: taking a merge back. Answers how many were out of force. */
export async function reopenFacts(setting: ActionSetting, factIds: readonly number[]): Promise<number> {
  if (factIds.length === 0) return 0
  const result = await tables(setting.tx)
    .updateTable('fact')
    .set({ superseded_at: null, superseded_by: null, superseded_because: null })
    .where('id', 'in', [...factIds])
    .where('superseded_at', 'is not', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Which action brought each fact of a person, and which one superseded it. */
export interface FactActions {
  readonly factId: number
  readonly actionId: string
  readonly supersededBy: string | undefined
}

export async function listFactActions(tx: Tx, personId: number): Promise<readonly FactActions[]> {
  const rows = await tables(tx)
    .selectFrom('fact')
    .select(['id', 'action_id', 'superseded_by'])
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    factId: row.id,
    actionId: row.action_id,
    supersededBy: row.superseded_by ?? undefined,
  }))
}

/** 裁定 (settlement) of a dispute: the action, and the fact it let stand. */
export interface Settlement {
  readonly actionId: string
  readonly keptFactId: number
}

/** The disputes of a person that somebody settled since a moment; the trail of settleDispute says which fact stood. */
export async function listSettlements(setting: Setting, personId: number, since: Date): Promise<readonly Settlement[]> {
  const { rows } = await sql<{ action_id: string; kept: number }>`
    select action_id, (after ->> 'kept')::bigint as kept from trail
    where subject_kind = 'person' and subject = ${String(personId)} and verb = 'registry.settle-dispute'
      and at >= ${since}::timestamptz
    order by id`.execute(setting.tx)
  return rows.map(({ action_id, kept }) => ({ actionId: action_id, keptFactId: kept }))
}

/** What a merge did to relations, by ids: enough to take it back. */
export interface RelationMoves {
  /** The dropped person's own, now the kept person's. */
  readonly own: readonly number[]
  /** Other people's, which led to the dropped person and now lead to the kept one. */
  readonly towards: readonly number[]
  /** Between the two, and what both said alike. */
  readonly superseded: readonly number[]
}

interface RelationEnds {
  readonly id: number
  readonly person_id: number
  readonly other_person_id: number | null
  readonly other_name: string | null
  readonly household_id: number | null
  readonly kind: string
  readonly superseded_at: Date | null
}

/** Hands the relations of one person over to another; nobody becomes their own relative, nothing is said twice. */
export async function mergeRelations(
  setting: ActionSetting,
  keep: { readonly id: number; readonly division: string },
  dropId: number,
): Promise<RelationMoves> {
  const both = [keep.id, dropId]
  const rows: readonly RelationEnds[] = await tables(setting.tx)
    .selectFrom('relation')
    .select(['id', 'person_id', 'other_person_id', 'other_name', 'household_id', 'kind', 'superseded_at'])
    .where(({ or, eb }) => or([eb('person_id', 'in', both), eb('other_person_id', 'in', both)]))
    .orderBy('id')
    .execute()
  const isBetween = (row: RelationEnds) => both.includes(row.person_id) && both.includes(row.other_person_id ?? 0)
  const moving = rows.filter((row) => !isBetween(row) && touches(row, dropId))
  const kept = new Set(rows.filter((row) => isOpen(row) && !touches(row, dropId)).map(saying))
  const told = moving.filter((row) => isOpen(row) && kept.has(saying(renamed(row, dropId, keep.id))))
  const moves = {
    own: moving.filter((row) => row.person_id === dropId).map(({ id }) => id),
    towards: moving.filter((row) => row.person_id !== dropId).map(({ id }) => id),
    superseded: [...rows.filter((row) => isOpen(row) && isBetween(row)), ...told].map(({ id }) => id),
  }
  await pointRelations(setting.tx, moves, keep)
  await changeRelations(setting.tx, moves.superseded, {
    superseded_at: setting.now,
    superseded_by: setting.actionId,
  })
  return moves
}

/** Takes a merge's change of relations back. */
export async function unmergeRelations(
  setting: ActionSetting,
  moves: RelationMoves,
  drop: { readonly id: number; readonly division: string },
): Promise<void> {
  await pointRelations(setting.tx, moves, drop)
  await changeRelations(setting.tx, moves.superseded, { superseded_at: null, superseded_by: null })
}

async function pointRelations(
  tx: Tx,
  moves: Pick<RelationMoves, 'own' | 'towards'>,
  to: { readonly id: number; readonly division: string },
): Promise<void> {
  await changeRelations(tx, moves.own, { person_id: to.id, division_code: to.division })
  await changeRelations(tx, moves.towards, { other_person_id: to.id })
}

type RelationChange = Partial<{
  readonly person_id: number
  readonly other_person_id: number
  readonly division_code: string
  readonly superseded_at: Date | null
  readonly superseded_by: string | null
}>

async function changeRelations(tx: Tx, ids: readonly number[], change: RelationChange): Promise<void> {
  if (ids.length === 0) return
  await tables(tx)
    .updateTable('relation')
    .set(change)
    .where('id', 'in', [...ids])
    .execute()
}

function touches(row: RelationEnds, personId: number): boolean {
  return row.person_id === personId || row.other_person_id === personId
}

function isOpen(row: RelationEnds): boolean {
  return row.superseded_at === null
}

function renamed(row: RelationEnds, from: number, to: number): RelationEnds {
  return {
    ...row,
    person_id: row.person_id === from ? to : row.person_id,
    other_person_id: row.other_person_id === from ? to : row.other_person_id,
  }
}

function saying(row: RelationEnds): string {
  return [row.person_id, row.kind, row.other_person_id, row.other_name, row.household_id].join('|')
}

function tables(tx: Tx) {
  return tx.withTables<RegistryTables>()
}
