import { type App, inOwnerSetting } from '../platform/app.ts'
import { sealBlock } from '../platform/seal/index.ts'
import type { Bureau } from '../platform/setting.ts'
import { findLastBlock, findSettledIdUnderLock, limitLockWait, listTrailLines, recordBlock } from './blocks.sql.ts'

const ROWS_PER_BLOCK = 10_000
const LOCK_WAIT_MS = 5000
const LOCK_NOT_AVAILABLE = '55P03'

export interface Sealing {
  readonly blocks: number
  readonly rows: number
  /** Somebody was writing for too long; the next round takes what this one left. */
  readonly isPutOff: boolean
}

/**
 * 封存留痕 (seal the trail): puts every settled row that no block covers yet into blocks of up to 10,000. Each block is a
 * transaction of its own, and its number is unique: of two sealers at once, one fails and changes nothing.
 */
export async function sealTrail(app: App, bureau: Bureau): Promise<Sealing> {
  const through = await findSettledId(app, bureau)
  if (through === undefined) return { blocks: 0, rows: 0, isPutOff: true }
  let blocks = 0
  let rows = 0
  for (;;) {
    const sealed = await sealOne(app, bureau, through)
    if (sealed === 0) return { blocks, rows, isPutOff: false }
    blocks += 1
    rows += sealed
  }
}

async function findSettledId(app: App, bureau: Bureau): Promise<number | undefined> {
  return inOwnerSetting(app, bureau, async ({ tx }) => {
    await limitLockWait(tx, LOCK_WAIT_MS)
    return findSettledIdUnderLock(tx)
  }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE) return undefined
    throw error
  })
}

function sealOne(app: App, bureau: Bureau, through: number): Promise<number> {
  return inOwnerSetting(app, bureau, async ({ tx, now }) => {
    const previous = await findLastBlock(tx)
    const after = previous?.lastTrailId ?? Number.MIN_SAFE_INTEGER
    const lines = await listTrailLines(tx, { after, through }, ROWS_PER_BLOCK)
    if (lines.length > 0) await recordBlock(tx, sealBlock(previous, lines), now)
    return lines.length
  })
}
