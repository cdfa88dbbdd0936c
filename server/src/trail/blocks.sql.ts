import { sql } from 'kysely'
import type { Tx } from '../platform/db/database.ts'
import type { BlockSeal, TrailLine, TrailSpan } from '../platform/seal/index.ts'

/**
 * The highest trail id that is settled: every row up to it is committed or will never be. The share lock waits for all
 * who are writing; an id is drawn only under a writer's lock. It is held for this one question, never while sealing.
 */
export async function findSettledIdUnderLock(tx: Tx): Promise<number> {
  await sql`lock table trail in share mode`.execute(tx)
  const { rows } = await sql<{ id: number | null }>`select max(id) as id from trail`.execute(tx)
  return rows[0]?.id ?? 0
}

/** Behind a long import the lock would stand in the way of everybody who writes after it: better to come again later. */
export async function limitLockWait(tx: Tx, milliseconds: number): Promise<void> {
  await sql.raw(`set local lock_timeout = ${Math.trunc(milliseconds)}`).execute(tx)
}

export async function findLastBlock(tx: Tx): Promise<BlockSeal | undefined> {
  const [block] = await readBlocks(tx, 'last', 1)
  return block
}

/** The blocks after a number, in order. */
export async function listBlocksAfter(tx: Tx, number: number, limit: number): Promise<readonly BlockSeal[]> {
  return readBlocks(tx, number, limit)
}

export async function recordBlock(tx: Tx, block: BlockSeal, now: Date): Promise<void> {
  await tx
    .insertInto('trail_block')
    .values({
      number: block.number,
      first_trail_id: block.firstTrailId,
      last_trail_id: block.lastTrailId,
      rows: block.count,
      previous_hash: block.previousHash,
      hash: block.hash,
      sealed_at: now,
    })
    .execute()
}

/**
 * The lines of a span by rising id, exactly as they are hashed: sealing and verifying read them here and nowhere else.
 * The kind of the subject and the account are folded into the texts that the seal covers.
 */
export async function listTrailLines(tx: Tx, span: TrailSpan, limit?: number): Promise<readonly TrailLine[]> {
  const bound = limit === undefined ? sql`` : sql`limit ${limit}`
  const { rows } = await sql<LineRow>`
    select id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
      actor || '#' || coalesce(account_id::text, '') || '#' || actor_name as actor, verb, subject_kind || ':' || subject as subject,
      before, after, purpose, action_id::text as action_id, division_code
    from trail where id > ${span.after}::bigint and id <= ${span.through}::bigint order by id ${bound}`.execute(tx)
  return rows.map(({ action_id, division_code, purpose, ...line }) => ({
    ...line,
    purpose: purpose ?? undefined,
    actionId: action_id ?? undefined,
    division: division_code,
  }))
}

interface LineRow {
  readonly id: number
  readonly at: string
  readonly actor: string
  readonly verb: string
  readonly subject: string
  readonly before: unknown
  readonly after: unknown
  readonly purpose: string | null
  readonly action_id: string | null
  readonly division_code: string
}

async function readBlocks(tx: Tx, after: number | 'last', limit: number): Promise<readonly BlockSeal[]> {
  const blocks = tx
    .selectFrom('trail_block')
    .select(['number', 'first_trail_id', 'last_trail_id', 'rows', 'previous_hash', 'hash'])
    .limit(limit)
  const rows = await (after === 'last'
    ? blocks.orderBy('number', 'desc')
    : blocks.where('number', '>', after).orderBy('number')
  ).execute()
  return rows.map((row) => ({
    number: row.number,
    previousHash: row.previous_hash,
    firstTrailId: row.first_trail_id,
    lastTrailId: row.last_trail_id,
    count: row.rows,
    hash: row.hash,
  }))
}
