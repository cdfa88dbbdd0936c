import type { payments } from '@dongzhou/contract/payments'
import type { LayoutView } from '@dongzhou/contract/payments-money'
import { findLayout, layouts } from '@dongzhou/engines/payments'
import { addMonths, monthOf } from '@dongzhou/terms/month'
import { dueSource } from '../benefits/index.ts'
import { Fault, requireMay } from '../platform/fault.ts'
import type { RoutesOf } from '../platform/routes.ts'
import type { Setting } from '../platform/setting.ts'
import { divisionNames } from '../registry/index.ts'
import { decideDeathNotice, recordConfirmations, showNotices } from './deaths/death-notices.ts'
import { listDeathLists, listUnconfirmed } from './deaths/deaths.sql.ts'
import { importDeathList, presentDeathList } from './deaths/import-death-list.ts'
import { exportBankFile, exportRoster } from './files/export-file.ts'
import { exportRecipients } from './files/export-recipients.ts'
import { listRunFiles } from './files/files.sql.ts'
import { importReturn, showReturns } from './files/import-return.ts'
import { letterOf } from './files/letter-of.ts'
import { noticeOf } from './files/roster-of.ts'
import { mayReadPayments } from './policy.ts'
import { divisionName, presentRun } from './present.ts'
import { planRecovery, recordRepayment, writeOffRecovery } from './recoveries/settle-recovery.ts'
import { getRecovery, showRecoveries } from './recoveries/show-recoveries.ts'
import { createReissue } from './reissues/create-reissue.ts'
import { createRun, recomputeRun } from './runs/create-run.ts'
import { getRun } from './runs/get-run.ts'
import { showChanges, showFindings, showLines, showTransfers } from './runs/list-run-rows.ts'
import { lockRunWith } from './runs/lock-run.ts'
import { releaseRun } from './runs/release-run.ts'
import { findRun, listRuns, type Run } from './runs/runs.sql.ts'
import { decideRunFinding, explainChange } from './runs/settle-draft.ts'
import { approveRun, checkRun, closeRun, sendBackRun, withdrawRun } from './runs/sign-run.ts'
import { issueStock, recordStockIn, recordStockLoss, registerStockItem, returnStock } from './stock/move-stock.ts'
import { showStockItems, showStockMoves, showStockUse } from './stock/show-stock.ts'
import { listWaiting } from './waiting/list-waiting.ts'

const lockRun = lockRunWith(dueSource)

/** The routes of 资金发放. */
export const paymentsRoutes: RoutesOf<typeof payments> = {
  listRuns: async (setting, input) => {
    const { items, ...counted } = await listRuns(setting, input, input)
    const names = await divisionNames(
      setting,
      items.map(({ division }) => division),
    )
    return { ...counted, items: items.map((run) => presentRun(run, names)) }
  },
  getRun: (setting, input) => getRun(setting, input.id),
  listWaiting: (setting) => listWaiting(setting),
  createRun: (setting, input) => createRun(setting, input),
  recomputeRun: (setting, input) => recomputeRun(setting, input),
  lockRun: (setting, input) => lockRun(setting, input),
  checkRun: (setting, input) => checkRun(setting, input),
  approveRun: (setting, input) => approveRun(setting, input),
  releaseRun: (setting, input) => releaseRun(setting, input),
  sendBackRun: (setting, input) => sendBackRun(setting, input),
  withdrawRun: (setting, input) => withdrawRun(setting, input),
  closeRun: (setting, input) => closeRun(setting, input),
  listLines: (setting, input) => showLines(setting, input),
  listTransfers: (setting, input) => showTransfers(setting, input),
  listChanges: (setting, input) => showChanges(setting, input),
  explainChange: (setting, input) => explainChange(setting, input),
  listRunFindings: (setting, input) => showFindings(setting, input),
  decideRunFinding: (setting, input) => decideRunFinding(setting, input),
  listLayouts: async () => layoutViews,
  listRunFiles: async (setting, input) => {
    await requireSight(setting, input.runId)
    const { items, ...counted } = await listRunFiles(setting, input.runId, input)
    return {
      ...counted,
      items: items.map(({ amount_fen: amount, file_id: fileId, actor: by, at, ...file }) => ({
        ...{ ...file, amount, fileId, by },
        layoutName: findLayout(file.layout)?.name ?? paperNames.get(file.layout) ?? rosterView.name,
        at: at.toISOString(),
      })),
    }
  },
  exportBankFile: (setting, input) => exportBankFile(setting, input),
  exportRoster: (setting, input) => exportRoster(setting, input),
  exportRecipients: (setting, input) => exportRecipients(setting, input),
  importReturn: (setting, input) => importReturn(setting, input),
  listReturns: (setting, input) => showReturns(setting, input),
  createReissue: (setting, input) => createReissue(setting, input),
  listNotice: async (setting, input) => noticeOf(setting, await requireSight(setting, input.runId), input),
  getLetter: (setting, input) => letterOf(setting, input),
  listRecoveries: (setting, input) => showRecoveries(setting, input),
  getRecovery: (setting, input) => getRecovery(setting, input.id),
  planRecovery: (setting, input) => planRecovery(setting, input),
  recordRepayment: (setting, input) => recordRepayment(setting, input),
  writeOffRecovery: (setting, input) => writeOffRecovery(setting, input),
  listDeathLists: async (setting, input) => {
    const { items, ...counted } = await listDeathLists(setting, input)
    return { ...counted, items: items.map(presentDeathList) }
  },
  importDeathList: (setting, input) => importDeathList(setting, input),
  listDeathNotices: (setting, input) => showNotices(setting, input),
  decideDeathNotice: (setting, input) => decideDeathNotice(setting, input),
  listUnconfirmed: async (setting, input) => {
    const from = addMonths(monthOf(setting.today), -12)
    const { items, ...counted } = await listUnconfirmed(setting, { ...input, from }, input)
    const names = await divisionNames(
      setting,
      items.map(({ division }) => division),
    )
    return { ...counted, items: items.map((one) => ({ ...one, division: divisionName(one.division, names) })) }
  },
  recordConfirmations: (setting, input) => recordConfirmations(setting, input),
  listStockItems: (setting, input) => showStockItems(setting, input),
  registerStockItem: (setting, input) => registerStockItem(setting, input),
  recordStockIn: (setting, input) => recordStockIn(setting, input),
  issueStock: (setting, input) => issueStock(setting, input),
  returnStock: (setting, input) => returnStock(setting, input),
  recordStockLoss: (setting, input) => recordStockLoss(setting, input),
  listStockMoves: (setting, input) => showStockMoves(setting, input),
  listStockUse: (setting, input) => showStockUse(setting, input),
}

async function requireSight(setting: Setting, runId: number): Promise<Run> {
  const run = await findRun(setting, runId)
  if (!run) throw new Fault('payments.run-not-found')
  requireMay(mayReadPayments(setting.clerk, run))
  return run
}

const rosterView = {
  code: 'roster',
  name: '发放花名册',
  say: '供签字的纸质花名册，按镇小计，印有名单摘要，号码已遮蔽。',
  format: 'xlsx',
  encoding: 'xlsx',
  readsReturns: false,
} as const satisfies LayoutView

const paperNames: ReadonlyMap<string, string> = new Map([['recipients', '发放名单']])

const layoutViews: readonly LayoutView[] = [
  ...layouts.map(({ code, name, say, format, encoding, returns }) => {
    return { code, name, say, format, encoding, readsReturns: returns !== undefined }
  }),
  rosterView,
]
