import type { BatchLine, BatchView, LedgerView, SheetView } from '@dongzhou/contract/intake'
import { complaintCodes, findLedger, type Ledger } from '@dongzhou/engines/intake'
import type { Setting } from '../platform/setting.ts'
import { type Batch, listSheets, type Sheet } from './batches.sql.ts'
import { sumForecasts } from './chunks.sql.ts'
import { forecastInWords } from './forecast.ts'
import { countComplaints } from './marks.sql.ts'
import { countOutcomes } from './outcomes.sql.ts'

export function presentBatch(batch: Batch, makers: ReadonlyMap<number, string>): BatchLine {
  return {
    id: batch.id,
    version: batch.version,
    fileName: batch.fileName,
    sender: batch.sender,
    state: batch.state,
    refusal: batch.refusal ?? null,
    fault: batch.fault ?? null,
    jobId: batch.jobId ?? null,
    createdAt: batch.createdAt.toISOString(),
    createdBy: batch.accountId === undefined ? '系统' : (makers.get(batch.accountId) ?? '其他人员'),
  }
}

export async function presentBatchView(
  setting: Setting,
  batch: Batch,
  makers: ReadonlyMap<number, string>,
): Promise<BatchView> {
  const { forecast } = await sumForecasts(setting, batch.id)
  const outcomes = await countOutcomes(setting, batch.id)
  const complaints = await countComplaints(setting, batch.id)
  const done = outcomes.new + outcomes.changed + outcomes.unchanged
  return {
    ...presentBatch(batch, makers),
    sheets: (await listSheets(setting, batch.id)).map(presentSheet),
    complaints: complaints.map(({ code, severity, count }) => ({ code, severity, count, name: nameOfCode(code) })),
    forecast: { ...forecast, done, say: forecastInWords(forecast) },
    outcomes,
  }
}

function nameOfCode(code: string): string {
  return Object.hasOwn(complaintCodes, code) ? complaintCodes[code as keyof typeof complaintCodes] : code
}

function presentSheet(sheet: Sheet): SheetView {
  return {
    sheet: sheet.sheet,
    name: sheet.name,
    isHidden: sheet.isHidden,
    ledger: sheet.ledger ?? null,
    ledgerName: (sheet.ledger && findLedger(sheet.ledger)?.name) ?? null,
    why: sheet.why,
    headerBottom: sheet.headerBottom ?? null,
    columns: sheet.columns.map(({ index, title, hidden, field, confidence, why, samples }) => ({
      index,
      title,
      isHidden: hidden,
      field: field ?? null,
      confidence,
      why,
      samples,
    })),
    counts: sheet.counts,
  }
}

export function presentLedger(ledger: Ledger): LedgerView {
  return {
    code: ledger.code,
    name: ledger.name,
    fields: ledger.fields.map(({ key, title, required, help, choices }) => ({ key, title, required, help, choices })),
  }
}
