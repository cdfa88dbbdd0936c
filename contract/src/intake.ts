import { z } from 'zod'
import { ask, read, write } from './route.ts'
import { Id, Page, Paged, Version } from './shapes.ts'

export const BatchId = z.uuid()
export const BatchState = z.enum(['reading', 'refused', 'staged', 'accepting', 'accepted', 'withdrawing', 'withdrawn'])

/** How the rows of a sheet came out, in numbers a clerk can check against the sheet. */
export const SheetCounts = z.object({
  data: z.number().int(),
  good: z.number().int(),
  warned: z.number().int(),
  held: z.number().int(),
  blank: z.number().int(),
  total: z.number().int(),
  note: z.number().int(),
  header: z.number().int(),
})
export type SheetCounts = z.infer<typeof SheetCounts>

/** A column as it stands on the sheet, and what it is read as. */
export const ColumnView = z.object({
  index: z.number().int(),
  title: z.string(),
  isHidden: z.boolean(),
  field: z.string().nullable(),
  confidence: z.number(),
  why: z.string(),
  samples: z.array(z.string()).readonly(),
})
export type ColumnView = z.infer<typeof ColumnView>

export const SheetView = z.object({
  sheet: z.number().int(),
  name: z.string(),
  isHidden: z.boolean(),
  ledger: z.string().nullable(),
  ledgerName: z.string().nullable(),
  why: z.string(),
  headerBottom: z.number().int().nullable(),
  columns: z.array(ColumnView).readonly(),
  counts: SheetCounts,
})
export type SheetView = z.infer<typeof SheetView>

export const BatchLine = z.object({
  id: BatchId,
  version: z.number().int(),
  fileName: z.string(),
  sender: z.string(),
  state: BatchState,
  refusal: z.string().nullable(),
  fault: z.string().nullable(),
  jobId: z.uuid().nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
})
export type BatchLine = z.infer<typeof BatchLine>

/** 将会发生什么: said before anything is written, in the words of the last step. */
export const Forecast = z.object({
  newPeople: z.number().int(),
  changedPeople: z.number().int(),
  changedFacts: z.number().int(),
  unchangedPeople: z.number().int(),
  newRecords: z.number().int(),
  toDecide: z.number().int(),
  held: z.number().int(),
  done: z.number().int(),
  say: z.string(),
})
export type Forecast = z.infer<typeof Forecast>

export const ComplaintCount = z.object({
  code: z.string(),
  name: z.string(),
  severity: z.enum(['warned', 'held']),
  count: z.number().int(),
})

export const OutcomeCounts = z.object({
  new: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  withdrawn: z.number().int(),
  kept: z.number().int(),
})

export const BatchView = BatchLine.extend({
  sheets: z.array(SheetView).readonly(),
  complaints: z.array(ComplaintCount).readonly(),
  forecast: Forecast,
  outcomes: OutcomeCounts,
})
export type BatchView = z.infer<typeof BatchView>

export const MatchView = z.object({
  personId: Id,
  personName: z.string(),
  idNumberMasked: z.string(),
  divisionName: z.string(),
  band: z.enum(['same', 'likely', 'possible']),
  score: z.number().int(),
  reasons: z.array(z.string()).readonly(),
  decided: z.enum(['same', 'different']).nullable(),
})
export type MatchView = z.infer<typeof MatchView>

export const ComplaintView = z.object({
  column: z.number().int(),
  field: z.string(),
  code: z.string(),
  severity: z.enum(['warned', 'held']),
  say: z.string(),
})

/** One row of the import grid: the cells as they are on the sheet, the complaints on them, and whom it speaks of. */
export const StagedRow = z.object({
  row: z.number().int(),
  cells: z.array(z.string()).readonly(),
  severity: z.enum(['good', 'warned', 'held']),
  complaints: z.array(ComplaintView).readonly(),
  repairs: z.array(z.object({ column: z.number().int(), say: z.string() })).readonly(),
  matches: z.array(MatchView).readonly(),
  outcome: z.string().nullable(),
  why: z.string().nullable(),
  personId: Id.nullable(),
})
export type StagedRow = z.infer<typeof StagedRow>

export const LedgerView = z.object({
  code: z.string(),
  name: z.string(),
  fields: z
    .array(
      z.object({
        key: z.string(),
        title: z.string(),
        required: z.boolean(),
        help: z.string(),
        choices: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
})
export type LedgerView = z.infer<typeof LedgerView>

const Sheet = z.number().int().min(0).max(255)
const Row = z.number().int().min(1).max(1_048_576)
const Changed = z.object({ id: BatchId, version: z.number().int(), jobId: z.uuid().nullable() })

export const intake = {
  listLedgers: read('/intake/ledgers', 'intake.read', '台账种类').output(z.array(LedgerView).readonly()),
  listBatches: ask('/intake/batches/list', 'intake.read', '导入批次').input(Page).output(Paged(BatchLine)),
  getBatch: read('/intake/batches/{id}', 'intake.read', '导入批次详情')
    .input(z.object({ id: BatchId }))
    .output(BatchView),
  listRows: ask('/intake/rows/list', 'intake.write', '批次的行')
    .input(
      Page.extend({
        id: BatchId,
        sheet: Sheet,
        show: z.enum(['all', 'held', 'warned', 'to-decide', 'refused']).default('all'),
        code: z.string().max(40).optional(),
      }),
    )
    .output(Paged(StagedRow)),
  startBatch: write('/intake/batches', 'intake.write', '开始导入', {
    fileId: z.uuid(),
    /** 报送单位: whose columns are remembered. */
    sender: z.string().trim().min(1, '请填写报送单位。').max(40),
  }).output(Changed),
  changeMapping: write('/intake/mapping', 'intake.write', '调整列对应', {
    id: BatchId,
    version: Version,
    sheet: Sheet,
    ledger: z.string().max(40),
    columns: z
      .array(z.object({ index: z.number().int().min(0).max(400), field: z.string().max(40).nullable() }))
      .max(400),
  }).output(Changed),
  fixCells: write('/intake/cells', 'intake.write', '改正单元格', {
    id: BatchId,
    version: Version,
    sheet: Sheet,
    cells: z
      .array(z.object({ row: Row, column: z.number().int().min(0).max(400), text: z.string().max(500) }))
      .min(1)
      .max(500),
  }).output(Changed),
  decideMatch: write('/intake/matches/decide', 'intake.write', '确认是否同一人', {
    id: BatchId,
    version: Version,
    sheet: Sheet,
    row: Row,
    personId: Id,
    decided: z.enum(['same', 'different']),
  }).output(Changed),
  acceptBatch: write('/intake/batches/accept', 'intake.write', '接收台账', { id: BatchId, version: Version }).output(
    Changed,
  ),
  withdrawBatch: write('/intake/batches/withdraw', 'intake.write', '撤回台账', {
    id: BatchId,
    version: Version,
    because: z.string().trim().min(2, '请写明撤回原因。').max(200),
  }).output(Changed),
  exportComplaints: write('/intake/batches/complaints', 'intake.write', '退回问题表', { id: BatchId }).output(
    z.object({ jobId: z.uuid() }),
  ),
  makeTemplate: write('/intake/templates', 'intake.read', '下载空白模板', { ledger: z.string().max(40) }).output(
    z.object({ fileId: z.uuid(), name: z.string() }),
  ),
}
