import { sql } from 'kysely'
import type { Tx } from '../platform/db/database.ts'
import type { Setting } from '../platform/setting.ts'
import type { Batch } from './batches.sql.ts'
import type { ChunkForecast, KeptForecast } from './forecast.ts'
import { jsonOfRows, packJson, unpackRows } from './pack-rows.ts'
import type { StagedRow } from './staged.ts'
import type { IntakeTables } from './tables.ts'

export interface Chunk {
  readonly sheet: number
  readonly number: number
  readonly firstRow: number
  readonly lastRow: number
  readonly rows: readonly StagedRow[]
}

export interface NewChunk {
  readonly sheet: number
  readonly number: number
  readonly firstRow: number
  readonly lastRow: number
  readonly rows: number
  readonly held: number
  /** The rows as packed by packJson. */
  readonly packed: Uint8Array
  readonly forecast: KeptForecast
}

export async function recordChunk(setting: Setting, batch: Batch, chunk: NewChunk): Promise<void> {
  await tables(setting)
    .insertInto('intake_chunk')
    .values({
      batch_id: batch.id,
      sheet: chunk.sheet,
      number: chunk.number,
      division_code: batch.division,
      first_row: chunk.firstRow,
      last_row: chunk.lastRow,
      rows: chunk.rows,
      held: chunk.held,
      forecast: JSON.stringify(chunk.forecast),
      sealed: setting.vault.sealBytes(chunk.packed, contextOf(batch.id)),
    })
    .execute()
}

/** Rewrites a chunk after one of its cells was corrected. */
export async function changeChunk(
  setting: Setting,
  batchId: string,
  chunk: Chunk,
  forecast: KeptForecast,
): Promise<void> {
  const bytes = await packJson(jsonOfRows(chunk.rows))
  await tables(setting)
    .updateTable('intake_chunk')
    .set({
      held: chunk.rows.filter(({ severity }) => severity === 'held').length,
      forecast: JSON.stringify(forecast),
      sealed: setting.vault.sealBytes(bytes, contextOf(batchId)),
    })
    .where('batch_id', '=', batchId)
    .where('sheet', '=', chunk.sheet)
    .where('number', '=', chunk.number)
    .execute()
}

/** The chunk a row stands in. */
export async function findChunkOfRow(
  setting: Setting,
  batchId: string,
  sheet: number,
  row: number,
): Promise<Chunk | undefined> {
  const found = await tables(setting)
    .selectFrom('intake_chunk')
    .select(['sheet', 'number', 'first_row', 'last_row', 'sealed'])
    .where('batch_id', '=', batchId)
    .where('sheet', '=', sheet)
    .where('first_row', '<=', row)
    .where('last_row', '>=', row)
    .executeTakeFirst()
  return found && openChunk(setting, batchId, found)
}

/** The next chunk after one already dealt with, in the order of the sheets. */
export async function findChunkAfter(
  setting: Setting,
  batchId: string,
  after: { readonly sheet: number; readonly number: number },
): Promise<Chunk | undefined> {
  const found = await tables(setting)
    .selectFrom('intake_chunk')
    .select(['sheet', 'number', 'first_row', 'last_row', 'sealed'])
    .where('batch_id', '=', batchId)
    .where(sql<boolean>`(sheet, number) > (${after.sheet}::int, ${after.number}::int)`)
    .orderBy('sheet')
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  return found && openChunk(setting, batchId, found)
}

/** Which rows a stretch of a sheet has, chunk by chunk, without opening them: paging asks this. */
export async function listChunkSpans(
  setting: Setting,
  batchId: string,
  sheet: number,
): Promise<readonly { readonly number: number; readonly firstRow: number; readonly rows: number }[]> {
  const rows = await tables(setting)
    .selectFrom('intake_chunk')
    .select(['number', 'first_row', 'rows'])
    .where('batch_id', '=', batchId)
    .where('sheet', '=', sheet)
    .orderBy('number')
    // 300,000 rows, the most a sheet may have, make 600 chunks.
    .limit(1000)
    .execute()
  return rows.map((row) => ({ number: row.number, firstRow: row.first_row, rows: row.rows }))
}

/** What accepting the batch would do: the sums over its chunks, people counted once; and how many rows are ready for it. */
export async function sumForecasts(
  setting: Setting,
  batchId: string,
): Promise<{ readonly forecast: ChunkForecast; readonly ready: number }> {
  // A chunk staged by an earlier release names no numbers: its new people are its new rows.
  const { rows } = await sql<ChunkForecast & { readonly newRows: number }>`
    with chunk as (select forecast from intake_chunk where batch_id = ${batchId})
    select (coalesce(sum((forecast ->> 'newPeople')::int), 0)
        + (select count(distinct number) from chunk, jsonb_array_elements_text(forecast -> 'newNumbers') number))::int as "newPeople",
      coalesce(sum(coalesce(forecast ->> 'newRows', forecast ->> 'newPeople')::int), 0)::int as "newRows",
      coalesce(sum((forecast ->> 'changedPeople')::int), 0)::int as "changedPeople",
      coalesce(sum((forecast ->> 'changedFacts')::int), 0)::int as "changedFacts",
      coalesce(sum((forecast ->> 'unchangedPeople')::int), 0)::int as "unchangedPeople",
      coalesce(sum((forecast ->> 'newRecords')::int), 0)::int as "newRecords",
      coalesce(sum((forecast ->> 'toDecide')::int), 0)::int as "toDecide",
      coalesce(sum((forecast ->> 'held')::int), 0)::int as held
    from chunk`.execute(setting.tx)
  const [sums] = rows
  if (!sums) throw new Error('a sum without row')
  const { newRows, ...forecast } = sums
  return { forecast, ready: newRows + forecast.changedPeople + forecast.unchangedPeople + forecast.newRecords }
}

function openChunk(
  { vault }: Setting,
  batchId: string,
  found: {
    readonly sheet: number
    readonly number: number
    readonly first_row: number
    readonly last_row: number
    readonly sealed: Uint8Array
  },
): Chunk {
  const bytes = vault.openBytes(found.sealed, contextOf(batchId))
  return {
    sheet: found.sheet,
    number: found.number,
    firstRow: found.first_row,
    lastRow: found.last_row,
    rows: unpackRows(bytes),
  }
}

function contextOf(batchId: string): string {
  return `intake_chunk.sealed/${batchId}`
}

function tables({ tx }: { readonly tx: Tx }) {
  return tx.withTables<IntakeTables>()
}
