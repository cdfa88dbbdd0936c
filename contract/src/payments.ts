import { z } from 'zod'
import { BenefitCode } from './fact-draft.ts'
import {
  ChangeCauseCode,
  ChangeKindCode,
  LineKindCode,
  RecoveryStateCode,
  RunCheckCode,
  RunKindCode,
  RunStateCode,
  TransferStateCode,
} from './payments-codes.ts'
import { deathRoutes } from './payments-deaths.ts'
import {
  LayoutView,
  LetterView,
  NoticeLine,
  RecoveryLine,
  RecoveryView,
  ReturnView,
  RunFileView,
} from './payments-money.ts'
import { stockRoutes } from './payments-stock.ts'
import {
  ChangeView,
  FindingView,
  PostedLineView,
  RecipientAsk,
  RunLine,
  RunView,
  TransferView,
} from './payments-views.ts'
import { WaitingPayment } from './payments-waiting.ts'
import { ask, read, write } from './route.ts'
import { Changed, Day, Division, Id, MonthCode, Page, Paged, Purpose, Version } from './shapes.ts'

const Because = z.string().trim().min(2, '请写明原因。').max(200)
const Note = z.string().trim().max(200).default('')
const Year = z.coerce.number().int().min(2000).max(2100)
const Layout = z.string().trim().min(1).max(40)
const Ordered = z.object({ id: Id, version: z.number().int(), jobId: z.uuid() })
const step = { id: Id, version: Version, note: Note }
const text = z.string().trim().max(40).default('')

const runRoutes = {
  /** What waits for whoever asks, the oldest first: at most a step of each of the oldest open runs and three queues. */
  listWaiting: read('/payments/waiting', 'payments.read', '发放待办').output(
    z.object({ items: z.array(WaitingPayment).readonly() }),
  ),
  listRuns: ask('/payments/runs/list', 'payments.read', '发放批次')
    .input(
      Page.extend({
        year: Year.optional(),
        state: RunStateCode.optional(),
        kind: RunKindCode.optional(),
        benefit: BenefitCode.optional(),
      }),
    )
    .output(Paged(RunLine)),
  getRun: read('/payments/runs/{id}', 'payments.read', '批次详情')
    .input(z.object({ id: Id }))
    .output(RunView),
  createRun: write('/payments/runs', 'payments.make', '编制发放批次', {
    month: MonthCode,
    benefits: z.array(BenefitCode).min(1, '请选择待遇项目。').max(30),
    /** 起始月 of those that no run has paid in this division yet: what was due before it was paid elsewhere. Left out, the month of the run. */
    opening: MonthCode.optional(),
    /** The part of the bureau it is for; left out, all that the clerk is in charge of. */
    division: Division.optional(),
    note: Note,
  }).output(Ordered),
  /** Computes the draft once more from the facts and rates of now. */
  recomputeRun: write('/payments/runs/recompute', 'payments.make', '重新计算批次', {
    id: Id,
    version: Version,
  }).output(Ordered),
  lockRun: write('/payments/runs/lock', 'payments.make', '锁定批次', step).output(Changed),
  checkRun: write('/payments/runs/check', 'payments.check', '复核批次', step).output(Changed),
  approveRun: write('/payments/runs/approve', 'payments.approve', '审批批次', step).output(Changed),
  releaseRun: write('/payments/runs/release', 'payments.release', '确认发放', step).output(Changed),
  sendBackRun: write('/payments/runs/send-back', 'payments.check', '退回重编', {
    id: Id,
    version: Version,
    because: Because,
  }).output(Changed),
  withdrawRun: write('/payments/runs/withdraw', 'payments.make', '作废批次', {
    id: Id,
    version: Version,
    because: Because,
  }).output(Changed),
  closeRun: write('/payments/runs/close', 'payments.make', '结清批次', step).output(Changed),
  listLines: ask('/payments/lines/list', 'payments.read', '发放明细')
    .input(
      Page.extend({
        runId: Id.optional(),
        personId: Id.optional(),
        kind: LineKindCode.optional(),
        benefit: BenefitCode.optional(),
        division: Division.optional(),
      }),
    )
    .output(Paged(PostedLineView)),
  listTransfers: ask('/payments/transfers/list', 'payments.read', '发放名册')
    .input(
      Page.extend({
        runId: Id.optional(),
        personId: Id.optional(),
        state: TransferStateCode.optional(),
        division: Division.optional(),
        /** Failed or held, and nobody has taken it up yet: what can be paid again. */
        isOutstanding: z.boolean().default(false),
        /** Some or all of it was cancelled: it turned out not to be owed. */
        isCancelled: z.boolean().default(false),
        text,
      }),
    )
    .output(Paged(TransferView)),
  listChanges: ask('/payments/changes/list', 'payments.read', '人员增减与金额变动')
    .input(
      Page.extend({
        runId: Id,
        change: ChangeKindCode.optional(),
        cause: ChangeCauseCode.optional(),
        isUnexplained: z.boolean().default(false),
        division: Division.optional(),
        text,
      }),
    )
    .output(Paged(ChangeView)),
  explainChange: write('/payments/changes/explain', 'payments.make', '说明变动', {
    runId: Id,
    changeId: Id,
    note: Because,
  }).output(z.object({ id: Id, unexplained: z.number().int() })),
  listRunFindings: ask('/payments/findings/list', 'payments.read', '锁定前核查')
    .input(Page.extend({ runId: Id, check: RunCheckCode.optional(), isUndecided: z.boolean().default(false) }))
    .output(Paged(FindingView)),
  /** Pays in spite of a finding, or keeps the money back because of one; decided by somebody other than the maker. */
  decideRunFinding: write('/payments/findings/decide', 'payments.check', '裁定核查结果', {
    runId: Id,
    findingId: Id,
    pay: z.boolean(),
    because: Because,
  }).output(z.object({ id: Id })),
}

const fileRoutes = {
  listLayouts: read('/payments/layouts', 'payments.read', '发放文件格式').output(z.array(LayoutView).readonly()),
  listRunFiles: ask('/payments/files/list', 'payments.read', '已导出文件')
    .input(Page.extend({ runId: Id }))
    .output(Paged(RunFileView)),
  /** For the bank: whole numbers, after the release only. The job's result names the file. */
  exportBankFile: write('/payments/files/bank', 'payments.release', '导出银行文件', {
    runId: Id,
    layout: Layout,
    purpose: Purpose,
  }).output(z.object({ jobId: z.uuid() })),
  /** For paper and signatures: masked numbers, subtotals by town, the digest. */
  exportRoster: write('/payments/files/roster', 'payments.make', '导出发放花名册', {
    runId: Id,
    purpose: Purpose,
  }).output(z.object({ jobId: z.uuid() })),
  /** Whom the list pays and what became of it, as far as the filters mean: masked numbers, subtotals by town, the digest. */
  exportRecipients: write('/payments/files/recipients', 'payments.make', '导出发放名单', {
    runId: Id,
    filter: RecipientAsk,
    purpose: Purpose,
  }).output(z.object({ jobId: z.uuid() })),
  importReturn: write('/payments/returns', 'payments.make', '导入回盘文件', {
    runId: Id,
    layout: Layout,
    fileId: z.uuid(),
  }).output(ReturnView),
  listReturns: ask('/payments/returns/list', 'payments.read', '回盘记录')
    .input(Page.extend({ runId: Id }))
    .output(Paged(ReturnView)),
  createReissue: write('/payments/runs/reissue', 'payments.make', '编制补发退汇批次', {
    transferIds: z.array(Id).min(1, '请选择要重发的款项。').max(2000),
    month: MonthCode,
    note: Note,
  }).output(Ordered),
  listNotice: ask('/payments/notice', 'payments.read', '发放公示')
    .input(Page.extend({ runId: Id, division: Division.optional() }))
    .output(Paged(NoticeLine)),
  getLetter: ask('/payments/letter', 'payments.read', '告知书')
    .input(z.object({ kind: z.enum(['failed', 'recovery']), id: Id }))
    .output(LetterView),
}

const recoveryRoutes = {
  listRecoveries: ask('/payments/recoveries/list', 'payments.read', '追回台账')
    .input(
      Page.extend({
        state: RecoveryStateCode.optional(),
        personId: Id.optional(),
        division: Division.optional(),
        text,
      }),
    )
    .output(Paged(RecoveryLine)),
  getRecovery: read('/payments/recoveries/{id}', 'payments.read', '追回详情')
    .input(z.object({ id: Id }))
    .output(RecoveryView),
  planRecovery: write('/payments/recoveries/plan', 'payments.make', '制定追回方案', {
    id: Id,
    version: Version,
    /** In fen a month. */
    monthly: z.number().int().min(1).max(1_000_000_00),
    fromMonth: MonthCode,
    document: z.string().trim().min(2, '请填写告知书或协议编号。').max(60),
  }).output(Changed),
  recordRepayment: write('/payments/recoveries/repay', 'payments.make', '登记退缴', {
    id: Id,
    version: Version,
    amount: z.number().int().min(1).max(10_000_000_00),
    on: Day,
    receipt: z.string().trim().min(2, '请填写缴款凭证号。').max(60),
  }).output(Changed),
  writeOffRecovery: write('/payments/recoveries/write-off', 'payments.approve', '核销追回款', {
    id: Id,
    version: Version,
    document: z.string().trim().min(2, '请填写核销依据文件。').max(60),
    because: Because,
  }).output(Changed),
}

/** 资金发放: payment runs, what came back, what is asked back, deaths and confirmations, goods and condolence money. */
export const payments = { ...runRoutes, ...fileRoutes, ...recoveryRoutes, ...deathRoutes, ...stockRoutes }
