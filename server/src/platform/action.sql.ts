import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from './db/database.ts'
import { Fault } from './fault.ts'
import type { ActionSetting } from './setting.ts'

export interface ActionOrder {
  readonly actionId: string
  readonly verb: string
  readonly input: unknown
}

/**
 * Runs an action exactly once. A repetition of the same id with the same input gets the first reply again and changes
 * nothing; the same id with another input is refused. Two at the same moment: the second waits on the unique key.
 */
export async function once<Reply>(
  setting: ActionSetting,
  order: ActionOrder,
  work: () => Promise<Reply>,
): Promise<Reply> {
  const inputHash = hashOf(order, setting.clerk.actor)
  const isFirst = await claim(setting, order, inputHash)
  if (!isFirst) return (await findFirstReply(setting.tx, order, inputHash)) as Reply
  const value = await work()
  await setting.tx
    .updateTable('action')
    .set({ reply: JSON.stringify({ value }) })
    .where('id', '=', order.actionId)
    .execute()
  return value
}

async function claim(setting: ActionSetting, order: ActionOrder, inputHash: string): Promise<boolean> {
  const result = await setting.tx
    .insertInto('action')
    .values({
      id: order.actionId,
      account_id: setting.clerk.accountId ?? null,
      verb: order.verb,
      input_hash: inputHash,
      reply: null,
      at: setting.now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

async function findFirstReply(tx: Tx, order: ActionOrder, inputHash: string): Promise<unknown> {
  const { rows } = await sql<{ input_hash: string; reply: { value?: unknown } | null }>`
    select input_hash, reply from action where id = ${order.actionId}`.execute(tx)
  const first = rows[0]
  if (!first?.reply || first.input_hash !== inputHash) throw new Fault('platform.action-reused')
  return first.reply.value
}

// The verb and the actor are part of it: somebody else's id is not a way to read somebody else's reply.
function hashOf(order: ActionOrder, actor: string): string {
  return createHash('sha256').update(`${order.verb}\n${actor}\n`).update(JSON.stringify(order.input)).digest('hex')
}
