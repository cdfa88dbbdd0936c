import { payments } from '@dongzhou/contract/payments'
import { authoritiesOf } from '@dongzhou/terms/role'
import { approveRun } from '../../payments/runs/sign-run.ts'
import type { ClerkOptions } from '../fresh-database.ts'
import type { Stage } from './sample.ts'

const second = { accountId: undefined, actor: 'test-second-leader', may: new Set(authoritiesOf.leader) }

/** Approved by as many as the list asks for: whoever cannot be compared, or is new, asks for two. */
export async function allApproved(
  stage: Stage,
  order: { readonly id: number; readonly version: number },
  by: ClerkOptions,
): Promise<{ id: number; version: number }> {
  const first = await stage.run(payments.approveRun, { ...order, note: '' }, by)
  const { state } = await stage.run(payments.getRun, { id: order.id })
  if (state === 'approved') return first
  return stage.inSetting((setting) =>
    approveRun({ ...setting, clerk: { ...setting.clerk, ...second } }, { ...first, note: '' }),
  )
}
