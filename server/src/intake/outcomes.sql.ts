import { sql } from 'kysely'
import type { Tx } from '../platform/db/database.ts'
import type { Setting } from '../platform/setting.ts'
import type { Batch } from './batches.sql.ts'
import type { IntakeTables } from './tables.ts'

export type OutcomeKind = 'new' | 'changed' | 'unchanged' | 'refused' | 'withdrawn' | 'kept'

/** What a row became. */
export interface Outcome {
  readonly row: number
  readonly outcome: OutcomeKind
  readonly personId?: number | undefined
  readonly recordId?: number | undefined
  readonly added?: number
  readonly disagreeing?: number
  readonly why?: string | undefined
}

export interface KeptOutcome extends Outcome {
  readonly sheet: number
}

/** Writes what rows became; a row that was refused before may be tried again, one that was accepted may not. */
export async function recordOutcomes(
  setting: Setting,
  batch: Batch,
  sheet: number,
  outcomes: readonly Outcome[],
): Promise<void> {
  if (outcomes.length === 0) return
  await sql`
    insert into intake_outcome as o (batch_id, sheet, row, division_code, outcome, person_id, record_id, added, disagreeing, why, at)
    select ${batch.id}::uuid, ${sheet}::int, r.row, ${batch.division}, r.outcome, r."personId", r."recordId",
      coalesce(r.added, 0), coalesce(r.disagreeing, 0), r.why, ${setting.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb)
      as r(row int, outcome text, "personId" bigint, "recordId" bigint, added int, disagreeing int, why text)
    on conflict (batch_id, sheet, row) do update set outcome = excluded.outcome, person_id = excluded.person_id,
      record_id = excluded.record_id, added = excluded.added, disagreeing = excluded.disagreeing, why = excluded.why, at = excluded.at
    where o.outcome = 'refused'`.execute(setting.tx)
}

/** Changes outcomes when a batch is taken back. */
export async function changeOutcomes(
  setting: Setting,
  batchId: string,
  outcomes: readonly KeptOutcome[],
): Promise<void> {
  if (outcomes.length === 0) return
  await sql`
    update intake_outcome o set outcome = r.outcome, why = r.why, at = ${setting.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as r(sheet int, row int, outcome text, why text)
    where o.batch_id = ${batchId}::uuid and o.sheet = r.sheet and o.row = r.row`.execute(setting.tx)
}

export async function countOutcomes(setting: Setting, batchId: string): Promise<Readonly<Record<OutcomeKind, number>>> {
  const rows = await tables(setting)
    .selectFrom('intake_outcome')
    .select(['outcome', sql<number>`count(*)`.as('count')])
    .where('batch_id', '=', batchId)
    .groupBy('outcome')
    .execute()
  const none = { new: 0, changed: 0, unchanged: 0, refused: 0, withdrawn: 0, kept: 0 }
  return { ...none, ...Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count])) }
}

export async function listOutcomes(
  setting: Setting,
  batchId: string,
  sheet: number,
  span: { readonly firstRow: number; readonly lastRow: number },
): Promise<readonly KeptOutcome[]> {
  const rows = await outcomes(setting, batchId)
    .where('sheet', '=', sheet)
    .where('row', '>=', span.firstRow)
    .where('row', '<=', span.lastRow)
    .execute()
  return rows.map(toOutcome)
}

/** The next rows of a batch that were accepted and not yet taken back. */
export async function listAcceptedAfter(
  setting: Setting,
  batchId: string,
  after: { readonly sheet: number; readonly row: number },
  size: number,
): Promise<readonly KeptOutcome[]> {
  const rows = await outcomes(setting, batchId)
    .where('outcome', 'in', ['new', 'changed', 'unchanged'])
    .where(sql<boolean>`(sheet, row) > (${after.sheet}::int, ${after.row}::int)`)
    .limit(size)
    .execute()
  return rows.map(toOutcome)
}

export async function listRowsRefused(
  setting: Setting,
  batchId: string,
  sheet: number,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly rows: readonly number[]; readonly total: number }> {
  const refused = tables(setting)
    .selectFrom('intake_outcome')
    .where('batch_id', '=', batchId)
    .where('sheet', '=', sheet)
    .where('outcome', 'in', ['refused', 'kept'])
  const rows = await refused
    .select('row')
    .orderBy('row')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute()
  const counted = await refused.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  return { rows: rows.map(({ row }) => row), total: counted.total }
}

function outcomes(setting: Setting, batchId: string) {
  return tables(setting)
    .selectFrom('intake_outcome')
    .select(['sheet', 'row', 'outcome', 'person_id', 'record_id', 'added', 'disagreeing', 'why'])
    .where('batch_id', '=', batchId)
    .orderBy('sheet')
    .orderBy('row')
}

function toOutcome(row: {
  readonly sheet: number
  readonly row: number
  readonly outcome: string
  readonly person_id: number | null
  readonly record_id: number | null
  readonly added: number
  readonly disagreeing: number
  readonly why: string | null
}): KeptOutcome {
  return {
    sheet: row.sheet,
    row: row.row,
    outcome: row.outcome as OutcomeKind,
    personId: row.person_id ?? undefined,
    recordId: row.record_id ?? undefined,
    added: row.added,
    disagreeing: row.disagreeing,
    why: row.why ?? undefined,
  }
}

function tables({ tx }: { readonly tx: Tx }) {
  return tx.withTables<IntakeTables>()
}
