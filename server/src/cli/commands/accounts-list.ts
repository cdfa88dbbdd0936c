import { isRole, roles } from '@dongzhou/terms/role'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { asOwner } from '../../platform/db/scope.ts'
import type { Command } from '../command.ts'
import { getBureau, withApp } from '../with-app.ts'

/** 账号列表, for an operator who must find out whom to ask. */
export const accountsListCommand: Command = {
  name: 'accounts list',
  takes: '',
  summary: '列出一个局的账号：登录名、角色、范围、是否启用',
  options: { bureau: { type: 'string' } },
  help: ['--bureau 代码  有多个局时指明'],
  run: ({ config, options, say }) =>
    withApp(config, async (app) => {
      const bureau = await getBureau(app, options.get('bureau'))
      const accounts = await asOwner(app.database.db, bureau.schema, listAccounts)
      for (const { user_name, role, division_code, is_active } of accounts) {
        const roleName = role !== null && isRole(role) ? roles[role] : '待授权'
        say(`${user_name.padEnd(24)} ${division_code}  ${is_active ? '启用' : '停用'}  ${roleName}`)
      }
      say(`共 ${accounts.length} 个账号。`)
      return 0
    }),
}

interface AccountRow {
  readonly user_name: string
  readonly role: string | null
  readonly division_code: string
  readonly is_active: boolean
}

async function listAccounts(tx: Tx): Promise<readonly AccountRow[]> {
  const { rows } = await sql<AccountRow>`
    select user_name, role, division_code, is_active from account order by division_code, id limit 10000`.execute(tx)
  return rows
}
