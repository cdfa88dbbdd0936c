import type { BatchState, SheetCounts } from '@dongzhou/contract/intake'
import type { RememberedMapping } from '@dongzhou/engines/intake'
import { type DivisionCode, divisionCode } from '@dongzhou/terms/division'
import type { z } from 'zod'
import type { Tx } from '../platform/db/database.ts'
import { pageOf } from '../platform/db/paging.ts'
import type { ActionSetting, Setting } from '../platform/setting.ts'
import type { ReadSheet } from './reading-protocol.ts'
import type { IntakeTables } from './tables.ts'

export type State = z.infer<typeof BatchState>

export interface Batch {
  readonly id: string
  readonly version: number
  readonly division: DivisionCode
  readonly accountId: number | undefined
  readonly fileId: string
  readonly fileName: string
  readonly sender: string
  readonly state: State
  readonly refusal: string | undefined
  readonly fault: string | undefined
  readonly jobId: string | undefined
  readonly createdAt: Date
}

const columns = [
  'id',
  'version',
  'division_code',
  'account_id',
  'file_id',
  'file_name',
  'sender',
  'state',
  'refusal',
  'fault',
  'job_id',
  'created_at',
] as const

export async function recordBatch(
  setting: ActionSetting,
  batch: { readonly id: string; readonly fileId: string; readonly fileName: string; readonly sender: string },
): Promise<void> {
  await tables(setting)
    .insertInto('intake_batch')
    .values({
      id: batch.id,
      division_code: setting.clerk.division,
      account_id: setting.clerk.accountId ?? null,
      file_id: batch.fileId,
      file_name: batch.fileName,
      sender: batch.sender,
      state: 'reading',
      refusal: null,
      fault: null,
      job_id: null,
      created_at: setting.now,
      changed_at: setting.now,
    })
    .execute()
}

export async function findBatch(setting: Setting, id: string): Promise<Batch | undefined> {
  const row = await tables(setting).selectFrom('intake_batch').select(columns).where('id', '=', id).executeTakeFirst()
  return row && toBatch(row)
}

/** Locks the batch, so that two clerks cannot accept and take back the same rows at once. */
export async function findBatchForUpdate(setting: Setting, id: string): Promise<Batch | undefined> {
  const row = await tables(setting)
    .selectFrom('intake_batch')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && toBatch(row)
}

export async function listBatches(
  setting: Setting,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly Batch[]; readonly total: number; readonly more: boolean }> {
  const found = tables(setting).selectFrom('intake_batch').select(columns).orderBy('created_at', 'desc').orderBy('id')
  const { items, ...counted } = await pageOf(setting.tx, found, page)
  return { items: items.map(toBatch), ...counted }
}

export interface BatchChange {
  readonly state?: State
  readonly refusal?: string
  readonly fault?: string | null
  readonly jobId?: string | null
}

/** Moves a batch on and answers its new version. The caller holds its lock. */
export async function changeBatch(setting: Setting, id: string, change: BatchChange): Promise<number> {
  const row = await tables(setting)
    .updateTable('intake_batch')
    .set((expression) => ({
      version: expression('version', '+', 1),
      changed_at: setting.now,
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.refusal === undefined ? {} : { refusal: change.refusal }),
      ...(change.fault === undefined ? {} : { fault: change.fault }),
      ...(change.jobId === undefined ? {} : { job_id: change.jobId }),
    }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

/** 工作表 as stored. */
export interface Sheet {
  readonly sheet: number
  readonly name: string
  readonly isHidden: boolean
  readonly ledger: string | undefined
  readonly why: string
  readonly headerBottom: number | undefined
  readonly columns: ReadSheet['columns']
  readonly counts: SheetCounts
}

// The samples beside each column are cells of the sheet, ID numbers among them.
const COLUMNS = 'intake_sheet.columns'

export const NO_COUNTS: SheetCounts = { data: 0, good: 0, warned: 0, held: 0, blank: 0, total: 0, note: 0, header: 0 }

export async function recordSheet(setting: Setting, batch: Batch, sheet: ReadSheet): Promise<void> {
  await tables(setting)
    .insertInto('intake_sheet')
    .values({
      batch_id: batch.id,
      sheet: sheet.sheet,
      division_code: batch.division,
      name: sheet.name,
      is_hidden: sheet.isHidden,
      ledger: sheet.ledger ?? null,
      why: sheet.why,
      header_bottom: sheet.headerBottom ?? null,
      columns_sealed: setting.vault.seal(JSON.stringify(sheet.columns), COLUMNS),
      counts: JSON.stringify(NO_COUNTS),
    })
    .execute()
}

export async function changeSheetCounts(
  setting: Setting,
  batchId: string,
  sheet: number,
  counts: SheetCounts,
): Promise<void> {
  await tables(setting)
    .updateTable('intake_sheet')
    .set({ counts: JSON.stringify(counts) })
    .where('batch_id', '=', batchId)
    .where('sheet', '=', sheet)
    .execute()
}

/** A workbook holds at most 255 sheets; nobody pages through those. */
export async function listSheets(setting: Setting, batchId: string): Promise<readonly Sheet[]> {
  const rows = await tables(setting)
    .selectFrom('intake_sheet')
    .select(['sheet', 'name', 'is_hidden', 'ledger', 'why', 'header_bottom', 'columns_sealed', 'counts'])
    .where('batch_id', '=', batchId)
    .orderBy('sheet')
    .limit(255)
    .execute()
  return rows.map((row) => ({
    sheet: row.sheet,
    name: row.name,
    isHidden: row.is_hidden,
    ledger: row.ledger ?? undefined,
    why: row.why,
    headerBottom: row.header_bottom ?? undefined,
    // Written by recordSheet and changeSheetCounts alone.
    columns: JSON.parse(setting.vault.open(row.columns_sealed, COLUMNS)) as ReadSheet['columns'],
    counts: row.counts as SheetCounts,
  }))
}

/** Clears what an earlier reading left: a reading that was cut off, or one under another mapping, starts afresh. */
export async function clearReading(setting: Setting, batchId: string): Promise<void> {
  await clearRows(setting, batchId)
  await tables(setting).deleteFrom('intake_sheet').where('batch_id', '=', batchId).execute()
}

/** Clears the staged rows and keeps what the sheets were recognised as, by which the file can be read again. */
export async function clearRows(setting: Setting, batchId: string): Promise<void> {
  for (const table of ['intake_match', 'intake_complaint', 'intake_chunk'] as const) {
    await tables(setting).deleteFrom(table).where('batch_id', '=', batchId).execute()
  }
}

/** The columns a sender used last time, by ledger. */
export async function findMappings(
  setting: Setting,
  sender: string,
): Promise<Readonly<Record<string, RememberedMapping>>> {
  const rows = await tables(setting)
    .selectFrom('intake_mapping')
    .select(['ledger', 'titles'])
    .where('sender', '=', sender)
    .orderBy('changed_at')
    .limit(50)
    .execute()
  return Object.fromEntries(rows.map(({ ledger, titles }) => [ledger, forgetNulls(titles)]))
}

export async function rememberColumns(
  setting: ActionSetting,
  sender: string,
  ledger: string,
  titles: RememberedMapping,
): Promise<void> {
  const kept = JSON.stringify(
    Object.fromEntries(Object.entries(titles).map(([title, field]) => [title, field ?? null])),
  )
  await tables(setting)
    .insertInto('intake_mapping')
    .values({ sender, ledger, division_code: setting.clerk.division, titles: kept, changed_at: setting.now })
    .onConflict((conflict) =>
      conflict.columns(['sender', 'ledger', 'division_code']).doUpdateSet({ titles: kept, changed_at: setting.now }),
    )
    .execute()
}

/** null in JSON says "left out on purpose", which the engine knows as undefined. */
function forgetNulls(titles: object): RememberedMapping {
  return Object.fromEntries(
    Object.entries(titles).map(([title, field]) => [title, field === null ? undefined : String(field)]),
  )
}

function tables({ tx }: { readonly tx: Tx }) {
  return tx.withTables<IntakeTables>()
}

interface BatchRow {
  readonly id: string
  readonly version: number
  readonly division_code: string
  readonly account_id: number | null
  readonly file_id: string
  readonly file_name: string
  readonly sender: string
  readonly state: string
  readonly refusal: string | null
  readonly fault: string | null
  readonly job_id: string | null
  readonly created_at: Date
}

function toBatch(row: BatchRow): Batch {
  return {
    id: row.id,
    version: row.version,
    division: divisionCode(row.division_code),
    accountId: row.account_id ?? undefined,
    fileId: row.file_id,
    fileName: row.file_name,
    sender: row.sender,
    state: row.state as State,
    refusal: row.refusal ?? undefined,
    fault: row.fault ?? undefined,
    jobId: row.job_id ?? undefined,
    createdAt: row.created_at,
  }
}
