import { type Month, monthOf } from '@dongzhou/terms/month'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { mayListPayments } from '../policy.ts'
import { orderComputation } from '../runs/create-run.ts'
import { recordRun } from '../runs/runs.sql.ts'
import { recordSignature } from '../runs/signatures.sql.ts'
import { claimTransfers, countInSight } from './claims.sql.ts'

/** 编制补发退汇批次: takes up what came back or was held; each of it once, and only once. */
export async function createReissue(
  setting: ActionSetting,
  input: { readonly transferIds: readonly number[]; readonly month: Month; readonly note: string },
): Promise<{ id: number; version: number; jobId: string }> {
  requireMay(mayListPayments(setting.clerk, setting.bureau))
  if (input.month > monthOf(setting.today)) throw new Fault('payments.month-ahead')
  const ids = [...new Set(input.transferIds)]
  if ((await countInSight(setting.tx, ids)) !== ids.length) throw new Fault('payments.transfer-not-found')
  const { division } = setting.clerk
  const run = {
    division,
    kind: 'reissue' as const,
    month: input.month,
    benefits: [],
    openings: [],
    note: input.note,
  }
  const id = await recordRun(setting, run)
  if ((await claimTransfers(setting, id, ids)) !== ids.length) throw new Fault('payments.nothing-to-reissue')
  await recordSignature(setting, { ...run, id, edition: 0 }, { step: 'make', note: input.note })
  await recordTrail(setting, {
    verb: 'payments.create-reissue',
    subject: { kind: 'payment-run', id },
    after: { transfers: ids.length },
  })
  return orderComputation(setting, { id, month: input.month })
}
