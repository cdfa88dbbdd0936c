import { z } from 'zod'
import { BenefitCode } from './fact-draft.ts'
import {
  ChangeCauseCode,
  ChangeKindCode,
  FailureReasonCode,
  LineKindCode,
  MoneyAccountCode,
  RunCheckCode,
  RunKindCode,
  RunStateCode,
  TransferStateCode,
} from './payments-codes.ts'
import { DivisionName } from './registry.ts'
import { Division, Id } from './shapes.ts'

/** A month as it stands in an answer: `2025-03`. */
const MonthText = z.string()
/** Whole fen; negative where money is asked back. */
const Amount = z.number().int()
const Count = z.number().int()

/** 名单金额: every figure in fen; list = paid + failed + held + still under way. */
export const RunTotals = z.object({
  people: Count,
  lines: Count,
  regular: Amount,
  arrears: Amount,
  /** 追回, as a negative sum of posted lines. */
  recovery: Amount,
  /** Set against arrears of the same person at once. */
  offset: Amount,
  /** 按月扣回 from recoveries with a plan. */
  withheld: Amount,
  /** What the list comes to: the money that is to be transferred, held ones included. */
  list: Amount,
  planned: Amount,
  held: Amount,
  sent: Amount,
  paid: Amount,
  failed: Amount,
  /** 撤销: what of the held and failed money turned out not to be owed, and stays in the house. */
  cancelled: Amount,
})
export type RunTotals = z.infer<typeof RunTotals>

export const RunLine = z.object({
  id: Id,
  version: Count,
  kind: RunKindCode,
  state: RunStateCode,
  stateName: z.string(),
  month: MonthText,
  benefits: z.array(BenefitCode).readonly(),
  title: z.string(),
  division: DivisionName,
  people: Count,
  list: Amount,
  /** A sample rate took part: pages and files say so. */
  isSample: z.boolean(),
  /** The draft is being computed by this job. */
  jobId: z.uuid().nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
})
export type RunLine = z.infer<typeof RunLine>

/** 签批 (signature): who moved the run, from what to what, over which digest of the list. */
export const SignatureView = z.object({
  step: z.enum(['make', 'lock', 'check', 'approve', 'release', 'send-back', 'close', 'withdraw']),
  stepName: z.string(),
  by: z.string(),
  at: z.string(),
  note: z.string(),
  digest: z.string().nullable(),
})
export type SignatureView = z.infer<typeof SignatureView>

/** 人员增减 of the whole run. `unexplained` above nought stops the release. */
export const ChangeSummary = z.object({
  previousRunId: Id.nullable(),
  previousMonth: MonthText.nullable(),
  before: z.object({ people: Count, amount: Amount }),
  now: z.object({ people: Count, amount: Amount }),
  in: z.object({ people: Count, amount: Amount }),
  out: z.object({ people: Count, amount: Amount }),
  changed: z.object({ people: Count, amount: Amount }),
  same: z.object({ people: Count, amount: Amount }),
  byCause: z
    .array(z.object({ cause: ChangeCauseCode, causeName: z.string(), people: Count, amount: Amount }))
    .readonly(),
  unexplained: Count,
})
export type ChangeSummary = z.infer<typeof ChangeSummary>

/** 核查结果 by check. `blocks` stops the lock, `holds` keeps one person's money back, `warns` is for the eyes of whoever signs. */
export const CheckSummary = z.object({
  check: RunCheckCode,
  name: z.string(),
  effect: z.enum(['blocks', 'holds', 'warns']),
  found: Count,
  undecided: Count,
  say: z.string(),
  whatToDo: z.string(),
})
export type CheckSummary = z.infer<typeof CheckSummary>

/** 资金平衡: the balance of every account for the run, and whether it may close. */
export const LedgerView = z.object({
  balances: z.array(z.object({ account: MoneyAccountCode, accountName: z.string(), amount: Amount })).readonly(),
  entries: z
    .array(
      z.object({
        id: Id,
        at: z.string(),
        debit: z.string(),
        credit: z.string(),
        amount: Amount,
        memo: z.string(),
      }),
    )
    .readonly(),
  /** List = paid + failed + held. */
  isBalanced: z.boolean(),
  say: z.string(),
})
export type LedgerView = z.infer<typeof LedgerView>

/** A button the screen may draw: whether this clerk may press it now, and if not, why. */
export const StepView = z.object({
  step: z.enum([
    'recompute',
    'lock',
    'check',
    'approve',
    'release',
    'send-back',
    'withdraw',
    'export',
    'return',
    'close',
  ]),
  may: z.boolean(),
  /** Why not, in a sentence for whoever stands before the button; empty when it may. */
  why: z.string(),
})
export type StepView = z.infer<typeof StepView>

export const RunView = RunLine.extend({
  totals: RunTotals,
  /** SM3 of the list as locked, in hex; printed on the paper roster. */
  digest: z.string().nullable(),
  computedAt: z.string().nullable(),
  signatures: z.array(SignatureView).readonly(),
  /** How many approvals this run needs, and by which rule: by amount and by change from last month. */
  signaturesNeeded: z.object({ approvals: Count, given: Count, because: z.array(z.string()).readonly() }),
  changes: ChangeSummary,
  checks: z.array(CheckSummary).readonly(),
  byDivision: z.array(z.object({ division: DivisionName, people: Count, amount: Amount })).readonly(),
  byBenefit: z
    .array(z.object({ benefit: BenefitCode, benefitName: z.string(), people: Count, amount: Amount }))
    .readonly(),
  ledger: LedgerView,
  steps: z.array(StepView).readonly(),
  /** 起始月: from which month on benefits are settled here, of the division and of parts that began otherwise, with a sentence; none of a run that pays money again. */
  openings: z
    .array(z.object({ month: MonthText, benefits: z.array(BenefitCode).readonly(), say: z.string() }))
    .readonly(),
  /** What the last computation could not answer: facts or rates that are missing. Nobody unknown is paid. */
  unknown: Count,
})
export type RunView = z.infer<typeof RunView>

/** 发放明细 (posted line): never edited. */
export const PostedLineView = z.object({
  id: Id,
  runId: Id,
  personId: Id,
  name: z.string(),
  division: DivisionName,
  benefit: BenefitCode,
  benefitName: z.string(),
  month: MonthText,
  kind: LineKindCode,
  kindName: z.string(),
  amount: Amount,
  cause: z.string(),
  rateIds: z.array(Id).readonly(),
  ruleVersion: Count,
  knownAt: z.string(),
})
export type PostedLineView = z.infer<typeof PostedLineView>

/** What one person gets in one run, in one transfer. */
export const TransferView = z.object({
  id: Id,
  runId: Id,
  runTitle: z.string(),
  month: MonthText,
  personId: Id,
  name: z.string(),
  division: DivisionName,
  gross: Amount,
  offset: Amount,
  withheld: Amount,
  amount: Amount,
  bank: z.string(),
  accountMasked: z.string(),
  holder: z.string(),
  state: TransferStateCode,
  stateName: z.string(),
  heldBecause: z.string().nullable(),
  failure: FailureReasonCode.nullable(),
  failureName: z.string().nullable(),
  /** The bank's own words. */
  failureText: z.string().nullable(),
  /** 撤销: what of held or failed money turned out not to be owed. */
  cancelled: Amount,
  /** The run that pays it again; null while nobody has taken it up. */
  reissuedIn: Id.nullable(),
  /** The transfer this one pays again. */
  reissueOf: Id.nullable(),
})
export type TransferView = z.infer<typeof TransferView>

/** Whom of a run an export of its recipients means: as the list's own filters. */
export const RecipientAsk = z.object({
  state: TransferStateCode.optional(),
  isCancelled: z.boolean().default(false),
  division: Division.optional(),
  text: z.string().trim().max(40).default(''),
})
export type RecipientAsk = z.infer<typeof RecipientAsk>

export const ChangeView = z.object({
  id: Id,
  personId: Id,
  name: z.string(),
  division: DivisionName,
  change: ChangeKindCode,
  changeName: z.string(),
  before: Amount,
  now: Amount,
  causes: z.array(ChangeCauseCode).readonly(),
  /** One line a cause, as the sheet prints it: 标准由 5,000.00 元调整为 5,200.00 元. */
  say: z.array(z.string()).readonly(),
  isUnexplained: z.boolean(),
  explanation: z.object({ note: z.string(), by: z.string(), at: z.string() }).nullable(),
})
export type ChangeView = z.infer<typeof ChangeView>

export const FindingView = z.object({
  id: Id,
  check: RunCheckCode,
  checkName: z.string(),
  effect: z.enum(['blocks', 'holds', 'warns']),
  personId: Id.nullable(),
  name: z.string(),
  division: DivisionName,
  amount: Amount,
  say: z.string(),
  whatToDo: z.string(),
  decision: z.object({ pay: z.boolean(), because: z.string(), by: z.string(), at: z.string() }).nullable(),
})
export type FindingView = z.infer<typeof FindingView>
