import { randomUUID } from 'node:crypto'
import type { OpenAccount as OpenAccountShape } from '@dongzhou/contract/access'
import type { z } from 'zod'
import { Fault, requireMay } from '../platform/fault.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { recordTrail } from '../platform/trail.sql.ts'
import { isUserNameTaken, recordAccount } from './accounts.sql.ts'
import { hashPassword, isStrongPassword } from './password.ts'
import { mayOpenAccount } from './policy.ts'

export type OpenAccount = z.infer<z.ZodObject<typeof OpenAccountShape>>

/** 开设账号: a user with a first password and no role yet; the security administrator grants that. */
export async function openAccount(
  setting: ActionSetting,
  input: OpenAccount,
): Promise<{ id: number; version: number }> {
  requireMay(mayOpenAccount(setting.clerk, input.division))
  if (!isStrongPassword(input.password, input.userName)) throw new Fault('access.weak-password')
  if (await isUserNameTaken(setting.tx, input.userName)) throw new Fault('access.user-name-taken')
  const id = await recordAccount(setting.tx, {
    userId: randomUUID(),
    userName: input.userName,
    displayName: input.displayName,
    passwordHash: await hashPassword(input.password),
    role: undefined,
    section: undefined,
    division: input.division,
    bureauCode: setting.bureau.code,
    now: setting.now,
  })
  await recordTrail(setting, {
    verb: 'access.open-account',
    subject: { kind: 'account', id },
    division: input.division,
    after: { userName: input.userName, division: input.division },
  })
  return { id, version: 1 }
}
