import { createHash } from 'node:crypto'
import { canonicalText } from './canonical.ts'

/** 留痕 (trail line): who did what to what, before and after, as the trail table holds it. */
export interface TrailLine {
  readonly id: number
  /** ISO 8601 exactly as read from the database: the sealing job and the verifier must read it in the same way. */
  readonly at: string
  readonly actor: string
  readonly verb: string
  readonly subject: string
  readonly before: unknown
  readonly after: unknown
  readonly purpose: string | undefined
  readonly actionId: string | undefined
  readonly division: string
}

/** 封存块 (block seal): closes a run of trail lines; its hash covers the lines and the hash of the block before it. */
export interface BlockSeal {
  readonly number: number
  readonly previousHash: string
  readonly firstTrailId: number
  readonly lastTrailId: number
  readonly count: number
  readonly hash: string
}

/** What the first block has for a previous hash. */
export const genesisHash = '0'.repeat(64)

/** Below every id, also a negative one: a line smuggled in before the first is in the first block's span. */
export const beforeAllTrailIds = Number.MIN_SAFE_INTEGER

/**
 * Seals the lines that follow a block, in the order of their ids, by SM3. Throws RangeError when there is none or they do not follow.
 *
 * The caller must seal only what is settled: ids are drawn before they are committed, so id 10 may appear after id 12 was sealed, and
 * would look like a line smuggled in. A job that takes `lock table ... in share mode` before it reads waits for all such writers.
 */
export function sealBlock(previous: BlockSeal | undefined, rows: readonly TrailLine[]): BlockSeal {
  const first = rows[0]
  const last = rows.at(-1)
  if (!first || !last) throw new RangeError('a block needs at least one trail line')
  if (!isAscending(previous?.lastTrailId ?? beforeAllTrailIds, rows)) {
    throw new RangeError('trail lines must follow the block before and ascend by id')
  }
  const head = {
    number: (previous?.number ?? 0) + 1,
    previousHash: previous?.hash ?? genesisHash,
    firstTrailId: first.id,
    lastTrailId: last.id,
    count: rows.length,
  }
  return { ...head, hash: hashOf(head, rows) }
}

/** The hash of a block: SM3 over its head and its lines, one canonical text a line. No text holds a line break, so none can pass for two. */
export function hashOf(head: Omit<BlockSeal, 'hash'>, rows: readonly TrailLine[]): string {
  const hash = createHash('sm3')
  const { number, previousHash, firstTrailId, lastTrailId, count } = head
  hash.update(`${canonicalText(['trail-block-1', number, previousHash, firstTrailId, lastTrailId, count])}\n`)
  for (const row of rows) hash.update(`${lineText(row)}\n`)
  return hash.digest('hex')
}

/** Whether the ids of the lines rise from line to line, all above a given id. */
export function isAscending(above: number, rows: readonly TrailLine[]): boolean {
  return rows.every((row, at) => row.id > (rows[at - 1]?.id ?? above))
}

/** Fields are named one by one: a column added to the table later must not change the hashes of old blocks. */
function lineText(row: TrailLine): string {
  return canonicalText({
    id: row.id,
    at: row.at,
    actor: row.actor,
    verb: row.verb,
    subject: row.subject,
    before: row.before ?? null,
    after: row.after ?? null,
    purpose: row.purpose ?? null,
    actionId: row.actionId ?? null,
    division: row.division,
  })
}
