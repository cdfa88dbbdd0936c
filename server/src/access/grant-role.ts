import type { DivisionCode } from '@dongzhou/terms/division'
import type { Role, Section } from '@dongzhou/terms/role'
import { Fault } from '../platform/fault.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { recordTrail } from '../platform/trail.sql.ts'
import { changeAccount, findAccountForUpdate } from './accounts.sql.ts'
import { keepsDutiesApart, mayGrantRole } from './policy.ts'

export interface GrantRole {
  readonly id: number
  readonly version: number
  readonly role: Role
  readonly section: Section | null
  readonly division: DivisionCode
}

/** 授予角色与范围: one role, one division, and a section where the role works in one. */
export async function grantRole(setting: ActionSetting, input: GrantRole): Promise<{ id: number; version: number }> {
  const account = await findAccountForUpdate(setting.tx, input.id)
  if (!account) throw new Fault('access.account-not-found')
  const answer = mayGrantRole(setting.clerk, account, input)
  if (answer !== 'yes') throw new Fault(answer)
  if (!keepsDutiesApart(account.role, input.role)) throw new Fault('access.duties-mixed')
  const { role, section, division } = input
  const version = await changeAccount(setting.tx, input, { role, section, division, ...granter(setting) })
  if (version === undefined) throw new Fault('platform.changed-meanwhile')
  await recordTrail(setting, {
    verb: 'access.grant-role',
    subject: { kind: 'account', id: account.id },
    division: account.division,
    before: { role: account.role, section: account.section, division: account.division },
    after: { role, section, division },
  })
  return { id: account.id, version }
}

function granter(setting: ActionSetting): { grantedBy?: number } {
  return setting.clerk.accountId === undefined ? {} : { grantedBy: setting.clerk.accountId }
}
