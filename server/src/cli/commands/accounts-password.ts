import { sql } from 'kysely'
import { hashPassword } from '../../access/index.ts'
import { freshPassword, systemActor } from '../../main/index.ts'
import { settingFor } from '../../platform/app.ts'
import type { Tx } from '../../platform/db/database.ts'
import { asOwner } from '../../platform/db/scope.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import type { Command } from '../command.ts'
import { CommandError } from '../command-error.ts'
import { getBureau, withApp } from '../with-app.ts'

/** 重置密码, from the console of the machine: for an administrator whom nobody else can help. Leaves a trail. */
export const accountsPasswordCommand: Command = {
  name: 'accounts password',
  takes: '登录名',
  summary: '给一个账号换上新的随机密码（只显示一次），并结束其全部会话',
  options: { bureau: { type: 'string' }, 'drop-second-factor': { type: 'boolean' } },
  help: [
    '--bureau 代码           有多个局时指明',
    '--drop-second-factor    同时清除动态口令，用于手机遗失；下次登录后须重新启用',
  ],
  run: ({ config, arguments: [userName], options, say }) =>
    withApp(config, async (app) => {
      if (!userName) throw new CommandError('请写明登录名。')
      const bureau = await getBureau(app, options.get('bureau'))
      const password = freshPassword()
      const hash = await hashPassword(password)
      const dropsSecondFactor = options.get('drop-second-factor') === true
      await asOwner(app.database.db, bureau.schema, async (tx) => {
        const account = await findAccount(tx, userName)
        if (!account) throw new CommandError(`没有登录名为 ${userName} 的账号。`)
        await changePassword(tx, account.user_id, hash)
        if (dropsSecondFactor) await dropSecondFactor(tx, account.user_id)
        await recordTrail(settingFor(app, systemActor(bureau, []), tx), {
          verb: 'access.reset-password',
          subject: { kind: 'account', id: account.id },
          after: { dropsSecondFactor },
        })
      })
      say(`${userName} 的新密码（只显示这一次，登录后请立即更改）：${password}`)
      return 0
    }),
}

async function findAccount(tx: Tx, userName: string): Promise<{ id: number; user_id: string } | undefined> {
  const { rows } = await sql<{ id: number; user_id: string }>`
    select id, user_id from account where user_name = ${userName}`.execute(tx)
  return rows[0]
}

async function changePassword(tx: Tx, userId: string, hash: string): Promise<void> {
  await sql`update auth."account" set "password" = ${hash}, "updatedAt" = now()
    where "userId" = ${userId} and "providerId" = 'credential'`.execute(tx)
  await sql`delete from auth."session" where "userId" = ${userId}`.execute(tx)
  await sql`delete from auth.sign_in_failure where user_name = (
    select "username" from auth."user" where "id" = ${userId})`.execute(tx)
}

async function dropSecondFactor(tx: Tx, userId: string): Promise<void> {
  await sql`delete from auth."twoFactor" where "userId" = ${userId}`.execute(tx)
  await sql`update auth."user" set "twoFactorEnabled" = false where "id" = ${userId}`.execute(tx)
}
