import type { Complaint } from '@dongzhou/engines/intake'
import { sql } from 'kysely'
import type { Tx } from '../platform/db/database.ts'
import type { Setting } from '../platform/setting.ts'
import type { Batch } from './batches.sql.ts'
import type { IntakeTables } from './tables.ts'

const DUPLICATE = 'duplicate-in-sheet' satisfies Complaint['code']

export interface SheetComplaint extends Complaint {
  readonly sheet: number
}

/** Writes complaints, one JSON parameter for all of them. */
export async function recordComplaints(
  setting: Setting,
  batch: Batch,
  sheet: number,
  complaints: readonly Complaint[],
): Promise<void> {
  for (let from = 0; from < complaints.length; from += 2000) {
    await sql`
      insert into intake_complaint (batch_id, sheet, row, "column", division_code, field, code, severity, say)
      select ${batch.id}::uuid, ${sheet}::int, c.row, c."column", ${batch.division}, c.field, c.code, c.severity, c.say
      from jsonb_to_recordset(${JSON.stringify(complaints.slice(from, from + 2000))}::jsonb)
        as c(row int, "column" int, field text, code text, severity text, say text)`.execute(setting.tx)
  }
}

/** Complaints of one row give way to those of its new reading; what the whole sheet says of it stays until that is looked at again. */
export async function replaceComplaints(
  setting: Setting,
  batch: Batch,
  sheet: number,
  row: number,
  complaints: readonly Complaint[],
): Promise<void> {
  await tables(setting)
    .deleteFrom('intake_complaint')
    .where('batch_id', '=', batch.id)
    .where('sheet', '=', sheet)
    .where('row', '=', row)
    .where('code', '<>', DUPLICATE)
    .execute()
  await recordComplaints(setting, batch, sheet, complaints)
}

/** What a sheet says of rows that are there twice, as it is found now. */
export async function replaceDuplicates(
  setting: Setting,
  batch: Batch,
  sheet: number,
  complaints: readonly Complaint[],
): Promise<void> {
  await tables(setting)
    .deleteFrom('intake_complaint')
    .where('batch_id', '=', batch.id)
    .where('sheet', '=', sheet)
    .where('code', '=', DUPLICATE)
    .execute()
  await recordComplaints(setting, batch, sheet, complaints)
}

/** Which of some rows the rest of their sheet holds. */
export async function listRowsHeldAsDuplicates(
  setting: Setting,
  batchId: string,
  sheet: number,
  rows: readonly number[],
): Promise<ReadonlySet<number>> {
  const found = (await listComplaintsOfRows(setting, batchId, sheet, rows)).filter(
    ({ code, severity }) => code === DUPLICATE && severity === 'held',
  )
  return new Set(found.map(({ row }) => row))
}

export async function countComplaints(
  setting: Setting,
  batchId: string,
): Promise<readonly { readonly code: string; readonly severity: 'warned' | 'held'; readonly count: number }[]> {
  const rows = await tables(setting)
    .selectFrom('intake_complaint')
    .select(['code', 'severity', sql<number>`count(*)`.as('count')])
    .where('batch_id', '=', batchId)
    .groupBy(['code', 'severity'])
    .orderBy('severity')
    .orderBy('count', 'desc')
    .orderBy('code')
    .execute()
  return rows.map((row) => ({ ...row, severity: row.severity as 'warned' | 'held' }))
}

/** Complaints of some rows of a sheet, for the page of the grid that shows them. */
export async function listComplaintsOfRows(
  setting: Setting,
  batchId: string,
  sheet: number,
  rows: readonly number[],
): Promise<readonly SheetComplaint[]> {
  if (rows.length === 0) return []
  const found = await complaints(setting, batchId)
    .where('sheet', '=', sheet)
    .where('row', 'in', [...rows])
    .execute()
  return found.map(toComplaint)
}

/** Complaints page by page behind an id, for the marked workbook. */
export async function listComplaintsAfter(setting: Setting, batchId: string, afterId: number, size: number) {
  const found = await complaints(setting, batchId).where('id', '>', afterId).limit(size).execute()
  return { complaints: found.map(toComplaint), lastId: found.at(-1)?.id }
}

/** The numbers of the rows that a filter of the grid shows, one page of them. */
export async function listRowsComplained(
  setting: Setting,
  where: {
    readonly batchId: string
    readonly sheet: number
    readonly severity?: 'held' | 'warned'
    readonly code?: string | undefined
  },
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly rows: readonly number[]; readonly total: number }> {
  const found = tables(setting)
    .selectFrom('intake_complaint')
    .where('batch_id', '=', where.batchId)
    .where('sheet', '=', where.sheet)
    .$if(where.severity !== undefined, (query) => query.where('severity', '=', where.severity ?? ''))
    .$if(where.code !== undefined, (query) => query.where('code', '=', where.code ?? ''))
  const rows = await found
    .select('row')
    .groupBy('row')
    .orderBy('row')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute()
  const counted = await found.select(sql<number>`count(distinct row)`.as('total')).executeTakeFirstOrThrow()
  return { rows: rows.map(({ row }) => row), total: counted.total }
}

function complaints(setting: Setting, batchId: string) {
  return tables(setting)
    .selectFrom('intake_complaint')
    .select(['id', 'sheet', 'row', 'column', 'field', 'code', 'severity', 'say'])
    .where('batch_id', '=', batchId)
    .orderBy('id')
}

function toComplaint(row: {
  readonly sheet: number
  readonly row: number
  readonly column: number
  readonly field: string
  readonly code: string
  readonly severity: string
  readonly say: string
}): SheetComplaint {
  const { sheet, row: number, column, field, say } = row
  // Written from the engine's own closed unions.
  return {
    sheet,
    row: number,
    column,
    field,
    say,
    code: row.code as Complaint['code'],
    severity: row.severity as Complaint['severity'],
  }
}

function tables({ tx }: { readonly tx: Tx }) {
  return tx.withTables<IntakeTables>()
}
