import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { Fault } from './fault.ts'
import type { ActionSetting } from './setting.ts'

// An ID number that somebody opened is in the reply, and a repetition gets it again.
const REPLY = 'action.reply'

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
  const digest = digestOf(order, setting.clerk.actor)
  const isFirst = await claim(setting, order, setting.vault.index('action-input', digest))
  if (!isFirst) return (await findFirstReply(setting, order, digest)) as Reply
  const value = await work()
  await setting.tx
    .updateTable('action')
    .set({ reply_sealed: setting.vault.seal(JSON.stringify({ value }), REPLY) })
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
      reply_sealed: null,
      at: setting.now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

async function findFirstReply({ tx, vault }: ActionSetting, order: ActionOrder, digest: string): Promise<unknown> {
  const { rows } = await sql<{ input_hash: string; reply_sealed: string | null }>`
    select input_hash, reply_sealed from action where id = ${order.actionId}`.execute(tx)
  const first = rows[0]
  const isSame = first !== undefined && vault.indexes('action-input', digest).includes(first.input_hash)
  if (!isSame || first.reply_sealed === null) throw new Fault('platform.action-reused')
  const { value }: { readonly value?: unknown } = JSON.parse(vault.open(first.reply_sealed, REPLY))
  return value
}

// The verb and the actor are part of it: somebody else's id is not a way to read somebody else's reply. It is kept under the vault's
// index key: of a form whose other fields stand in the register, an unkeyed digest would give the ID number to whoever tries them all.
function digestOf(order: ActionOrder, actor: string): string {
  return createHash('sha256').update(`${order.verb}\n${actor}\n`).update(JSON.stringify(order.input)).digest('hex')
}
