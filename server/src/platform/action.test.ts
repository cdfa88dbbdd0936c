import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase } from '../testing/fresh-database.ts'
import { anIdNumber } from '../testing/people.ts'
import { once } from './action.sql.ts'
import type { ActionSetting } from './setting.ts'
import { recordTrail } from './trail.sql.ts'

const { rolledBack } = freshDatabase()

test(
  'an action that comes twice is done once and answered alike',
  rolledBack(async (setting) => {
    const actionId = randomUUID()
    const order = { actionId, verb: 'test.do', input: { note: '甲' } }

    const first = await once(setting, order, () => leaveTrail(setting))
    const second = await once(setting, order, () => leaveTrail(setting))

    expect(second).toEqual(first)
    expect(await trailRows(setting)).toBe(1)
  }),
)

test(
  'an action id that was used for something else is refused',
  rolledBack(async (setting) => {
    const actionId = randomUUID()
    await once(setting, { actionId, verb: 'test.do', input: { note: '甲' } }, () => leaveTrail(setting))

    const again = once(setting, { actionId, verb: 'test.do', input: { note: '乙' } }, () => leaveTrail(setting))

    await expect(again).rejects.toMatchObject({ code: 'platform.action-reused' })
  }),
)

test(
  'what is kept of an input tells nothing without the key: trying all inputs against a stolen table finds none',
  rolledBack(async (setting) => {
    const order = { actionId: randomUUID(), verb: 'test.do', input: { idNumber: anIdNumber() } }
    await once(setting, order, () => leaveTrail(setting))

    const { rows } = await sql<{ kept: string }>`
      select input_hash as kept from action where id = ${order.actionId}`.execute(setting.tx)
    const tried = createHash('sha256')
      .update(`${order.verb}\n${setting.clerk.actor}\n`)
      .update(JSON.stringify(order.input))
    const bytes = tried.digest()

    expect([bytes.toString('hex'), bytes.toString('base64url')]).not.toContain(rows[0]?.kept)
    expect(rows[0]?.kept).toMatch(/^[\w-]{22}$/)
  }),
)

test(
  'a value that was opened is not kept in clear for the repetition, which gets it again',
  rolledBack(async (setting) => {
    const order = { actionId: randomUUID(), verb: 'test.open', input: {} }
    const text = anIdNumber()
    await once(setting, order, async () => ({ text }))

    const { rows } = await sql<{ leaks: boolean }>`
      select position(${text} in action::text) > 0 as leaks from action where id = ${order.actionId}`.execute(
      setting.tx,
    )

    expect(rows[0]?.leaks).toBe(false)
    expect(await once(setting, order, async () => ({ text: '' }))).toEqual({ text })
  }),
)

test(
  "somebody else's action id does not open somebody else's reply",
  rolledBack(async (setting) => {
    const order = { actionId: randomUUID(), verb: 'test.do', input: {} }
    await once(setting, order, () => leaveTrail(setting))

    const other = { ...setting, clerk: { ...setting.clerk, actor: 'another' } }

    await expect(once(other, order, () => leaveTrail(other))).rejects.toMatchObject({ code: 'platform.action-reused' })
  }),
)

async function leaveTrail(setting: ActionSetting): Promise<{ done: boolean }> {
  await recordTrail(setting, { verb: 'test.do', subject: { kind: 'test', id: 1 } })
  return { done: true }
}

async function trailRows({ tx }: ActionSetting): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from trail where verb = 'test.do'`.execute(tx)
  return rows[0]?.count ?? 0
}
