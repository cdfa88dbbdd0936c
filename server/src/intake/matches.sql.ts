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
      as m(row int, "personId" bigint, band text, score int, reasons jsonb)`.execute(setting.tx)
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

/** Rows with a likely match nobody has decided yet. */
export async function listRowsToDecide(
  setting: Setting,
  batchId: string,
  sheet: number,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly rows: readonly number[]; readonly total: number }> {
  const undecided = tables(setting)
    .selectFrom('intake_match')
    .where('batch_id', '=', batchId)
    .where('sheet', '=', sheet)
    .where('band', '=', 'likely')
    .where('decided', 'is', null)
  const rows = await undecided
    .select('row')
    .groupBy('row')
    .orderBy('row')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute()
  const counted = await undecided.select(sql<number>`count(distinct row)`.as('total')).executeTakeFirstOrThrow()
  return { rows: rows.map(({ row }) => row), total: counted.total }
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
