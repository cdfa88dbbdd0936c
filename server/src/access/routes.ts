import type { access } from '@dongzhou/contract/access'
import { roles } from '@dongzhou/terms/role'
import type { RoutesOf } from '../platform/routes.ts'
import type { Setting } from '../platform/setting.ts'
import { divisionNames } from '../registry/index.ts'
import { type Account, listAccounts } from './accounts.sql.ts'
import { grantRole } from './grant-role.ts'
import { openAccount } from './open-account.ts'
import { stopAccount } from './stop-account.ts'

/** The routes of 账号: `me` for everybody, the rest for the administrators. */
export const accessRoutes: RoutesOf<typeof access> = {
  me: async (setting) => {
    const { clerk, bureau } = setting
    const names = await divisionNames(setting, [clerk.division])
    return {
      accountId: clerk.accountId ?? 0,
      userName: clerk.actor,
      displayName: clerk.displayName,
      role: clerk.role === 'system' || clerk.role === undefined ? null : clerk.role,
      roleName: clerk.role === 'system' || clerk.role === undefined ? '待授权' : roles[clerk.role],
      section: clerk.section ?? null,
      division: { code: clerk.division, name: names.get(clerk.division) ?? clerk.division },
      bureau: { code: bureau.code, name: bureau.name, isDemo: bureau.isDemo },
      may: [...clerk.may],
      secondFactor: setting.secondFactor,
      today: setting.today,
    }
  },
  listAccounts: async (setting, input) => {
    const found = await listAccounts(setting.tx, input.text, input)
    return { ...found, items: await presentAccounts(setting, found.items) }
  },
  openAccount: (setting, input) => openAccount(setting, input),
  stopAccount: (setting, input) => stopAccount(setting, input),
  grantRole: (setting, input) => grantRole(setting, input),
}

async function presentAccounts(setting: Setting, accounts: readonly Account[]) {
  const names = await divisionNames(
    setting,
    accounts.map((account) => account.division),
  )
  return accounts.map((account) => ({
    id: account.id,
    version: account.version,
    userName: account.userName,
    displayName: account.displayName,
    role: account.role ?? null,
    section: account.section ?? null,
    division: { code: account.division, name: names.get(account.division) ?? account.division },
    isActive: account.isActive,
    createdAt: account.createdAt.toISOString(),
  }))
}
