import type { Band, Reason } from '@dongzhou/engines/linkage'
import { sql } from 'kysely'
import type { Tx } from '../platform/db/database.ts'
import type { Setting } from '../platform/setting.ts'
import type { Batch } from './batches.sql.ts'
import type { IntakeTables } from './tables.ts'

export type MatchBand = Exclude<Band, 'different'>

/** A row of a sheet and somebody on file who is, or may be, meant by it. */
export interface Match {
  readonly row: number
  readonly personId: number
  readonly band: MatchBand
  readonly score: number
  readonly reasons: readonly Reason[]
  readonly decided: 'same' | 'different' | undefined
}

export async function recordMatches(
  setting: Setting,
  batch: Batch,
  sheet: number,
  matches: readonly Match[],
): Promise<void> {
  if (matches.length === 0) return
  await sql`
    insert into intake_match (batch_id, sheet, row, person_id, division_code, band, score, reasons)
    select ${batch.id}::uuid, ${sheet}::int, m.row, m."personId", ${batch.division}, m.band, m.score, m.reasons
    from jsonb_to_recordset(${JSON.stringify(matches)}::jsonb)
      as m(row int, "personId" bigint, band text, score int, reasons jsonb)
    on conflict do nothing`.execute(setting.tx)
}

/** Puts what is found now in place of what was found when the sheet was read; what a clerk decided stays. */
export async function replaceOpenMatches(
  setting: Setting,
  batch: Batch,
  sheet: number,
  rows: readonly number[],
  matches: readonly Match[],
): Promise<void> {
  await sql`
    delete from intake_match where batch_id = ${batch.id}::uuid and sheet = ${sheet}::int and decided is null
      and row = any(${[...rows]}::int[])`.execute(setting.tx)
  await recordMatches(setting, batch, sheet, matches)
}

/** Waits until no other batch of the bureau is letting rows in: two that name somebody new would each put them on file. */
export async function takeTurn(setting: Setting): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`${setting.bureau.schema}/intake.accept`}))`.execute(setting.tx)
}

/** A corrected row is matched anew; what a clerk decided about other rows stays. */
export async function clearMatchesOfRow(setting: Setting, batchId: string, sheet: number, row: number): Promise<void> {
  await tables(setting)
    .deleteFrom('intake_match')
    .where('batch_id', '=', batchId)
    .where('sheet', '=', sheet)
    .where('row', '=', row)
    .execute()
}

export async function listMatches(
  setting: Setting,
  batchId: string,
  sheet: number,
  span: { readonly firstRow: number; readonly lastRow: number },
): Promise<readonly Match[]> {
  const rows = await tables(setting)
    .selectFrom('intake_match')
    .select(['row', 'person_id', 'band', 'score', 'reasons', 'decided'])
    .where('batch_id', '=', batchId)
    .where('sheet', '=', sheet)
    .where('row', '>=', span.firstRow)
    .where('row', '<=', span.lastRow)
    .orderBy('row')
    .orderBy('score', 'desc')
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({
    row: row.row,
    personId: row.person_id,
    band: row.band as MatchBand,
    score: row.score,
    reasons: row.reasons as readonly Reason[],
    decided: (row.decided as Match['decided'] | null) ?? undefined,
  }))
}

/** Rows that wait for a clerk, as `standingOf` (forecast.ts) judges them: what is held waits for something else, what is in is done. */
export async function listRowsToDecide(
  setting: Setting,
  batchId: string,
  sheet: number,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly rows: readonly number[]; readonly total: number }> {
  const { rows } = await sql<{ row: number; total: number }>`
    select m.row, count(*) over () as total from intake_match m
    where m.batch_id = ${batchId}::uuid and m.sheet = ${sheet}::int
      and not exists (select 1 from intake_complaint c where c.batch_id = m.batch_id and c.sheet = m.sheet and c.row = m.row
        and c.severity = 'held')
      and not exists (select 1 from intake_outcome o where o.batch_id = m.batch_id and o.sheet = m.sheet and o.row = m.row
        and o.outcome <> 'refused')
    group by m.row
    having count(*) filter (where m.decided = 'same') = 0
      and count(*) filter (where m.decided is null and m.band = 'same') <> 1
      and count(*) filter (where m.decided is null and m.band in ('same', 'likely')) > 0
    order by m.row limit ${page.size} offset ${(page.page - 1) * page.size}`.execute(setting.tx)
  return { rows: rows.map(({ row }) => row), total: rows[0]?.total ?? 0 }
}

/** Keeps a clerk's word. `same` about one person says `different` about the row's other candidates. */
export async function decideMatchRow(
  setting: Setting,
  batchId: string,
  sheet: number,
  decision: { readonly row: number; readonly personId: number; readonly decided: 'same' | 'different' },
): Promise<number> {
  const ofRow = tables(setting)
    .updateTable('intake_match')
    .where('batch_id', '=', batchId)
    .where('sheet', '=', sheet)
    .where('row', '=', decision.row)
  const result = await ofRow
    .set({ decided: decision.decided })
    .where('person_id', '=', decision.personId)
    .executeTakeFirst()
  if (decision.decided === 'same') {
    await ofRow.set({ decided: 'different' }).where('person_id', '<>', decision.personId).execute()
  }
  return Number(result.numUpdatedRows)
}

function tables({ tx }: { readonly tx: Tx }) {
  return tx.withTables<IntakeTables>()
}
