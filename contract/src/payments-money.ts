import { z } from 'zod'
import { FailureReasonCode, RecoveryStateCode, RecoveryWayCode } from './payments-codes.ts'
import { PostedLineView } from './payments-views.ts'
import { DivisionName } from './registry.ts'
import { Id } from './shapes.ts'

/** A month as it stands in an answer: `2025-03`. */
const MonthText = z.string()
/** Whole fen; negative where money is asked back. */
const Amount = z.number().int()
const Count = z.number().int()

/** 回盘 (return file) as it was taken or refused. A refused one has changed nothing. */
export const ReturnView = z.object({
  id: Id,
  runId: Id,
  fileName: z.string(),
  layout: z.string(),
  layoutName: z.string(),
  state: z.enum(['taken', 'refused']),
  paid: z.object({ people: Count, amount: Amount }),
  failed: z.object({ people: Count, amount: Amount }),
  byReason: z
    .array(z.object({ reason: FailureReasonCode, reasonName: z.string(), people: Count, amount: Amount }))
    .readonly(),
  /** Where it is wrong, what is wrong, what to do; the first twenty. */
  complaints: z.array(z.object({ where: z.string(), say: z.string() })).readonly(),
  by: z.string(),
  at: z.string(),
})
export type ReturnView = z.infer<typeof ReturnView>

export const RecoveryLine = z.object({
  id: Id,
  version: Count,
  personId: Id,
  name: z.string(),
  division: DivisionName,
  isAlive: z.boolean(),
  runId: Id,
  month: MonthText,
  amount: Amount,
  settled: Amount,
  rest: Amount,
  cause: z.string(),
  state: RecoveryStateCode,
  stateName: z.string(),
  monthly: Amount.nullable(),
  fromMonth: MonthText.nullable(),
  document: z.string().nullable(),
})
export type RecoveryLine = z.infer<typeof RecoveryLine>

export const RecoveryView = RecoveryLine.extend({
  steps: z
    .array(
      z.object({
        id: Id,
        way: RecoveryWayCode,
        wayName: z.string(),
        amount: Amount,
        on: z.string(),
        runId: Id.nullable(),
        note: z.string(),
        by: z.string(),
      }),
    )
    .readonly(),
  /** What the plan will bring month by month from now on, until nothing is left. */
  ahead: z.array(z.object({ month: MonthText, amount: Amount, rest: Amount })).readonly(),
  lines: z.array(PostedLineView).readonly(),
  may: z.object({ plan: z.boolean(), repay: z.boolean(), writeOff: z.boolean() }),
})
export type RecoveryView = z.infer<typeof RecoveryView>

/** 文件格式 (layout) of a bank file, a return file or the paper roster. */
export const LayoutView = z.object({
  code: z.string(),
  name: z.string(),
  /** For whom, and what it holds, in a sentence. */
  say: z.string(),
  format: z.enum(['csv', 'fixed', 'xlsx']),
  encoding: z.enum(['utf-8', 'gb18030', 'xlsx']),
  readsReturns: z.boolean(),
})
export type LayoutView = z.infer<typeof LayoutView>

/** A file that was made from a run, with its digest. */
export const RunFileView = z.object({
  id: Id,
  layout: z.string(),
  layoutName: z.string(),
  batch: z.string(),
  people: Count,
  amount: Amount,
  digest: z.string(),
  purpose: z.string(),
  fileId: z.uuid(),
  by: z.string(),
  at: z.string(),
})
export type RunFileView = z.infer<typeof RunFileView>

export const LetterView = z.object({ title: z.string(), paragraphs: z.array(z.string()).readonly() })

export const NoticeLine = z.object({
  division: DivisionName,
  name: z.string(),
  idNumber: z.string(),
  benefits: z.string(),
  amount: Amount,
})
export type NoticeLine = z.infer<typeof NoticeLine>
