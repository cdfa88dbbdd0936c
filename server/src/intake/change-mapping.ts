import { findField, type Ledger, rememberMapping } from '@dongzhou/engines/intake'
import { Fault } from '../platform/fault.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { recordTrail } from '../platform/trail.sql.ts'
import { changeBatch, listSheets, rememberColumns, type Sheet } from './batches.sql.ts'
import { loadBatchForChange } from './load-batch.ts'
import { countOutcomes } from './outcomes.sql.ts'
import { requireLedger } from './require-ledger.ts'

export interface ChangeMapping {
  readonly id: string
  readonly version: number
  readonly sheet: number
  readonly ledger: string
  readonly columns: readonly { readonly index: number; readonly field: string | null }[]
}

/** 调整列对应: what each column is, as the clerk says; the sender's next sheet is read alike. The file is read again. */
export async function changeMapping(
  setting: ActionSetting,
  input: ChangeMapping,
): Promise<{ id: string; version: number; jobId: string }> {
  const batch = await loadBatchForChange(setting, input)
  if (batch.state !== 'staged') throw new Fault('intake.batch-not-staged')
  const outcomes = await countOutcomes(setting, batch.id)
  if (outcomes.new + outcomes.changed + outcomes.unchanged > 0) throw new Fault('intake.batch-not-staged')
  const ledger = requireLedger(input.ledger)
  refuseTwice(ledger, input)
  const sheets = await listSheets(setting, batch.id)
  const sheet = sheets.find((each) => each.sheet === input.sheet)
  if (!sheet) throw new Fault('intake.sheet-not-found')
  await rememberColumns(setting, batch.sender, ledger.code, rememberMapping(settledColumns(sheet, input)))
  const jobId = await setting.startJob({
    kind: 'intake.read-batch',
    title: '按新的列对应重新读取台账',
    payload: { batchId: batch.id, settled: [...otherSettled(sheets, input.sheet), { ...input }] },
  })
  const version = await changeBatch(setting, batch.id, { state: 'reading', jobId, fault: null })
  await recordTrail(setting, {
    verb: 'intake.change-mapping',
    subject: { kind: 'intake-batch', id: batch.id },
    division: batch.division,
    after: { sheet: input.sheet, ledger: ledger.code },
  })
  return { id: batch.id, version, jobId }
}

function refuseTwice(ledger: Ledger, input: ChangeMapping): void {
  const fields = input.columns.flatMap(({ field }) => (field === null ? [] : [field]))
  if (new Set(fields).size !== fields.length) throw new Fault('intake.field-mapped-twice')
  if (fields.some((field) => !findField(ledger, field))) throw new Fault('intake.ledger-unknown')
}

function settledColumns(sheet: Sheet, input: ChangeMapping) {
  const chosen = new Map(input.columns.map(({ index, field }) => [index, field ?? undefined]))
  return sheet.columns.map((column) => ({
    title: column.title,
    field: chosen.has(column.index) ? chosen.get(column.index) : column.field,
  }))
}

/** Sheets that a clerk settled before stay as they were settled when the file is read again. */
function otherSettled(sheets: readonly Sheet[], changed: number) {
  return sheets
    .filter(({ sheet, columns }) => sheet !== changed && columns.some(({ why }) => why === '经办人指定'))
    .map(({ sheet, ledger, columns }) => ({
      sheet,
      ledger,
      columns: columns.map(({ index, field }) => ({ index, field: field ?? null })),
    }))
}
