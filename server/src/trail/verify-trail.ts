import type { Tx } from '../platform/db/database.ts'
import { type BlockSeal, type ChainVerdict, type Damage, type KnownBlock, verifyChain } from '../platform/seal/index.ts'
import { listBlocksAfter, listTrailLines } from './blocks.sql.ts'
import { countUnsealed } from './trail.sql.ts'

export interface TrailVerdict {
  readonly isWhole: boolean
  readonly blocks: number
  readonly rows: number
  readonly unsealed: number
  readonly say: string
  /** To be noted outside the database: a later verification can be held against it. */
  readonly last: KnownBlock | undefined
}

/**
 * 核验留痕 (verify the trail): recomputes every block from its rows and names the first damaged one. It must see all rows of
 * the bureau: a transaction fenced to a town would take the other towns' rows for missing.
 */
export async function verifyTrail(tx: Tx, known?: KnownBlock): Promise<TrailVerdict> {
  const verdict = await verifyChain(allBlocks(tx), (span) => listTrailLines(tx, span), known)
  const unsealed = await countUnsealed(tx)
  return { ...judge(verdict, unsealed), unsealed }
}

const BLOCKS_PER_PAGE = 200

async function* allBlocks(tx: Tx): AsyncGenerator<BlockSeal> {
  let number = 0
  for (;;) {
    const blocks = await listBlocksAfter(tx, number, BLOCKS_PER_PAGE)
    yield* blocks
    const last = blocks.at(-1)
    if (!last) return
    number = last.number
  }
}

function judge(verdict: ChainVerdict, unsealed: number): Omit<TrailVerdict, 'unsealed'> {
  if (verdict.kind === 'damaged') {
    const say = `第 ${verdict.block} 个封存块${damageNames[verdict.damage]}，请立即保全数据库并报告。`
    return { isWhole: false, blocks: verdict.block, rows: 0, say, last: undefined }
  }
  const { blocks, rows, last } = verdict
  const say = `留痕完好：${blocks} 个封存块、${rows} 条记录核验一致，另有 ${unsealed} 条尚未封存。`
  return { isWhole: true, blocks, rows, say, last: last && { number: last.number, hash: last.hash } }
}

const damageNames: { readonly [D in Damage]: string } = {
  'row-altered': '内有记录被改动',
  'row-missing': '内有记录被删除',
  'row-added': '内被插入了记录',
  'chain-broken': '与前后不相衔接，封存本身被改动或截断',
}
