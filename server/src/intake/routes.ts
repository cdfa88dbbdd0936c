import type { intake } from '@dongzhou/contract/intake'
import { ledgers } from '@dongzhou/engines/intake'
import { accountNames } from '../access/index.ts'
import { Fault, requireMay } from '../platform/fault.ts'
import type { RoutesOf } from '../platform/routes.ts'
import { acceptBatch } from './accept-batch.ts'
import { findBatch, listBatches } from './batches.sql.ts'
import { changeMapping } from './change-mapping.ts'
import { decideMatch } from './decide-match.ts'
import { exportComplaints } from './export-complaints.ts'
import { fixCells } from './fix-cells.ts'
import { listRows } from './list-rows.ts'
import { makeTemplate } from './make-template.ts'
import { mayReadBatch } from './policy.ts'
import { presentBatch, presentBatchView, presentLedger } from './present.ts'
import { startBatch } from './start-batch.ts'
import { withdrawBatch } from './withdraw-batch.ts'

/** The routes of 台账导入. */
export const intakeRoutes: RoutesOf<typeof intake> = {
  listLedgers: async () => ledgers.map(presentLedger),
  listBatches: async (setting, input) => {
    const found = await listBatches(setting, input)
    const makers = await accountNames(
      setting,
      found.items.flatMap(({ accountId }) => accountId ?? []),
    )
    return { ...found, items: found.items.map((batch) => presentBatch(batch, makers)) }
  },
  getBatch: async (setting, input) => {
    const batch = await findBatch(setting, input.id)
    if (!batch) throw new Fault('intake.batch-not-found')
    requireMay(mayReadBatch(setting.clerk, batch))
    return presentBatchView(
      setting,
      batch,
      await accountNames(setting, batch.accountId === undefined ? [] : [batch.accountId]),
    )
  },
  listRows: (setting, input) => listRows(setting, input),
  startBatch: (setting, input) => startBatch(setting, input),
  changeMapping: (setting, input) => changeMapping(setting, input),
  fixCells: (setting, input) => fixCells(setting, input),
  decideMatch: (setting, input) => decideMatch(setting, input),
  acceptBatch: (setting, input) => acceptBatch(setting, input),
  withdrawBatch: (setting, input) => withdrawBatch(setting, input),
  exportComplaints: (setting, input) => exportComplaints(setting, input),
  makeTemplate: (setting, input) => makeTemplate(setting, input),
}
