import { Fault, requireMay } from '../platform/fault.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { recordTrail } from '../platform/trail.sql.ts'
import { changeAccount, endSessions, findAccountForUpdate } from './accounts.sql.ts'
import { mayOpenAccount } from './policy.ts'

export interface StopAccount {
  readonly id: number
  readonly version: number
  readonly isActive: boolean
}

/** 停用账号 (and 恢复): a stopped account loses its sessions in the same transaction. */
export async function stopAccount(
  setting: ActionSetting,
  input: StopAccount,
): Promise<{ id: number; version: number }> {
  const account = await findAccountForUpdate(setting.tx, input.id)
  if (!account) throw new Fault('access.account-not-found')
  requireMay(mayOpenAccount(setting.clerk, account.division))
  if (account.id === setting.clerk.accountId) throw new Fault('access.own-account')
  const version = await changeAccount(setting.tx, input, { isActive: input.isActive })
  if (version === undefined) throw new Fault('platform.changed-meanwhile')
  if (!input.isActive) await endSessions(setting.tx, account.userId)
  await recordTrail(setting, {
    verb: input.isActive ? 'access.resume-account' : 'access.stop-account',
    subject: { kind: 'account', id: account.id },
    division: account.division,
    before: { isActive: account.isActive },
    after: { isActive: input.isActive },
  })
  return { id: account.id, version }
}
