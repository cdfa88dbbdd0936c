import { type BlockSeal, beforeAllTrailIds, genesisHash, hashOf, isAscending, type TrailLine } from './seal-block.ts'

/** What was done to the trail, as far as a chain of hashes can tell. */
export type Damage = 'row-altered' | 'row-missing' | 'row-added' | 'chain-broken'

/** `whole` gives the last block: kept elsewhere (on paper, in a report), it is what a later verification is held against. */
export type ChainVerdict =
  | { readonly kind: 'whole'; readonly blocks: number; readonly rows: number; readonly last: BlockSeal | undefined }
  | { readonly kind: 'damaged'; readonly block: number; readonly damage: Damage }

/** The trail ids that a block answers for: all above `after`, up to and including `through`. */
export interface TrailSpan {
  readonly after: number
  readonly through: number
}

/** Reads the lines of a span by rising id: all of them, also those that lie between the ids of two blocks. */
export type RowsOf = (span: TrailSpan) => Promise<readonly TrailLine[]>

/** A block known from elsewhere. */
export type KnownBlock = Pick<BlockSeal, 'number' | 'hash'>

/**
 * Verifies the sealed trail and names the first damaged block and the kind of damage. One block's lines are in memory at a time.
 *
 * A chain alone cannot show that its last blocks were cut off, or that somebody with the right to write both tables sealed all
 * again from some block on. Both are found when `known`, a block noted earlier outside the database, is given.
 */
export async function verifyChain(
  blocks: AsyncIterable<BlockSeal>,
  rowsOf: RowsOf,
  known?: KnownBlock,
): Promise<ChainVerdict> {
  let previous: BlockSeal | undefined
  let rowCount = 0
  let suspect: Suspect | undefined
  for await (const block of blocks) {
    if (suspect) return verdictOn(suspect, block)
    if (!follows(previous, block)) return damaged(numberAfter(previous), 'chain-broken')
    const rows = await rowsOf({ after: previous?.lastTrailId ?? beforeAllTrailIds, through: block.lastTrailId })
    suspect = suspicionOf(block, rows)
    if (!suspect && isUnlike(block, known)) return damaged(block.number, 'chain-broken')
    previous = block
    rowCount += rows.length
  }
  if (suspect) return verdictOn(suspect, undefined)
  if (isCutBefore(known, previous)) return damaged(numberAfter(previous), 'chain-broken')
  return { kind: 'whole', blocks: numberAfter(previous) - 1, rows: rowCount, last: previous }
}

/** A block whose stored hash is not that of its lines, with the hash they do have. */
interface Suspect {
  readonly block: BlockSeal
  readonly rows: readonly TrailLine[]
  readonly actualHash: string
}

/**
 * The next block remembers the hash that the suspect had when it was sealed: if the lines still have it, the seal was altered, not
 * they. So it was when two blocks claim the same lines.
 */
function verdictOn({ block, rows, actualHash }: Suspect, next: BlockSeal | undefined): ChainVerdict {
  const linesStand = actualHash === block.hash || actualHash === next?.previousHash
  const overlaps = next !== undefined && next.firstTrailId <= block.lastTrailId
  return damaged(block.number, linesStand || overlaps ? 'chain-broken' : damageOf(block, rows))
}

function follows(previous: BlockSeal | undefined, block: BlockSeal): boolean {
  return block.number === numberAfter(previous) && block.previousHash === (previous?.hash ?? genesisHash)
}

function numberAfter(previous: BlockSeal | undefined): number {
  return (previous?.number ?? 0) + 1
}

function isCutBefore(known: KnownBlock | undefined, last: BlockSeal | undefined): boolean {
  return known !== undefined && known.number >= numberAfter(last)
}

function isUnlike(block: BlockSeal, known: KnownBlock | undefined): boolean {
  return known?.number === block.number && known.hash !== block.hash
}

function suspicionOf(block: BlockSeal, rows: readonly TrailLine[]): Suspect | undefined {
  const first = rows[0]?.id ?? block.firstTrailId
  const last = rows.at(-1)?.id ?? block.lastTrailId
  const actual = { ...block, firstTrailId: first, lastTrailId: last, count: rows.length }
  const actualHash = hashOf(actual, rows)
  return actualHash === block.hash && isUnchanged(block, actual) ? undefined : { block, rows, actualHash }
}

function isUnchanged(block: BlockSeal, actual: BlockSeal): boolean {
  return (
    block.firstTrailId === actual.firstTrailId &&
    block.lastTrailId === actual.lastTrailId &&
    block.count === actual.count
  )
}

/** One hash a block tells that something changed; count and ends of the block tell what. */
function damageOf(block: BlockSeal, rows: readonly TrailLine[]): Damage {
  if (rows.length < block.count) return 'row-missing'
  if (rows.length > block.count) return 'row-added'
  const endsStand = rows[0]?.id === block.firstTrailId && rows.at(-1)?.id === block.lastTrailId
  return endsStand || !isAscending(beforeAllTrailIds, rows) ? 'row-altered' : 'row-missing'
}

function damaged(block: number, damage: Damage): ChainVerdict {
  return { kind: 'damaged', block, damage }
}
