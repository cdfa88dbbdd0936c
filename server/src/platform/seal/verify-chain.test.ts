import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BlockSeal,
  type ChainVerdict,
  genesisHash,
  type KnownBlock,
  sealBlock,
  type TrailLine,
  verifyChain,
} from './index.ts'

const aLine = (id: number, change: Partial<TrailLine> = {}): TrailLine => ({
  id,
  at: '2025-03-05T01:02:03.456789Z',
  actor: 'clerk-1',
  verb: 'registry.record-fact',
  subject: `person/${id}`,
  before: { phone: null },
  after: { phone: 'sealed', division: '999999001000' },
  purpose: undefined,
  actionId: `action-${id}`,
  division: '999999001000',
  ...change,
})

/** Ten lines with holes between their ids, in blocks of three, four and three. */
const lines = [3, 5, 6, 10, 11, 13, 14, 20, 21, 25].map((id) => aLine(id))
const blocks = sealAll([lines.slice(0, 3), lines.slice(3, 7), lines.slice(7)])

function sealAll(runs: readonly (readonly TrailLine[])[]): readonly BlockSeal[] {
  const sealed: BlockSeal[] = []
  for (const run of runs) sealed.push(sealBlock(sealed.at(-1), run))
  return sealed
}

function verify(chain: readonly BlockSeal[], rows: readonly TrailLine[], known?: KnownBlock): Promise<ChainVerdict> {
  const rowsOf = async (span: { after: number; through: number }) =>
    rows.filter((row) => row.id > span.after && row.id <= span.through)
  return verifyChain(each(chain), rowsOf, known)
}

async function* each(chain: readonly BlockSeal[]): AsyncGenerator<BlockSeal> {
  yield* chain
}

const blockOf = (at: number): number => (at < 3 ? 1 : at < 7 ? 2 : 3)

describe('sealing a block', () => {
  test('the first block follows nothing, the next follows the first', () => {
    expect(blocks[0]).toMatchObject({ number: 1, previousHash: genesisHash, firstTrailId: 3, lastTrailId: 6, count: 3 })
    expect(blocks[1]).toMatchObject({
      number: 2,
      previousHash: blocks[0]?.hash,
      firstTrailId: 10,
      lastTrailId: 14,
      count: 4,
    })
  })

  // Made by the first release of this format: if it changes, no sealed trail verifies any more.
  test('the hash of a known line is what it has always been', () => {
    expect(sealBlock(undefined, [aLine(1)]).hash).toBe(
      '0366ffd9c5f1532240f5dddf15833ad0c4b3c3765d8ba04a08d40702e071f47f',
    )
  })

  test('the order of the keys that the database gives back does not matter', () => {
    const other = { ...aLine(1), after: { division: '999999001000', phone: 'sealed' } }

    expect(sealBlock(undefined, [other])).toEqual(sealBlock(undefined, [aLine(1)]))
  })

  test('a column added to the trail later does not change old hashes', () => {
    const widened: TrailLine & { readonly device: string } = { ...aLine(1), device: 'desk' }

    expect(sealBlock(undefined, [widened])).toEqual(sealBlock(undefined, [aLine(1)]))
  })

  test.each<[string, readonly TrailLine[]]>([
    ['no lines', []],
    ['lines out of order', [aLine(8), aLine(7)]],
    ['a line twice', [aLine(7), aLine(7)]],
    ['a line of the block before', [aLine(6), aLine(7)]],
  ])('%s cannot be sealed', (_, rows) => {
    expect(() => sealBlock(blocks[0], rows)).toThrow(RangeError)
  })
})

describe('verifying the trail', () => {
  test('an untouched trail is whole and gives its last block', async () => {
    expect(await verify(blocks, lines)).toEqual({ kind: 'whole', blocks: 3, rows: 10, last: blocks[2] })
  })

  test('a trail that was never sealed is whole', async () => {
    expect(await verify([], lines)).toEqual({ kind: 'whole', blocks: 0, rows: 0, last: undefined })
  })

  test('lines that are not sealed yet do no harm', async () => {
    expect(await verify(blocks, [...lines, aLine(26)])).toMatchObject({ kind: 'whole', rows: 10 })
  })

  test('any change of any field of any line is found in its block', async () => {
    const change = fc.oneof(
      fc.record({
        field: fc.constantFrom('at', 'actor', 'verb', 'subject', 'division', 'purpose', 'actionId'),
        value: fc.string(),
      }),
      fc.record({ field: fc.constantFrom('before', 'after'), value: fc.jsonValue() }),
      fc.record({ field: fc.constantFrom('purpose', 'actionId'), value: fc.constant(undefined) }),
    )

    await fc.assert(
      fc.asyncProperty(fc.nat(lines.length - 1), change, async (at, { field, value }) => {
        const altered = lines.map((line, place) => (place === at ? { ...line, [field]: value } : line))
        fc.pre(JSON.stringify(altered) !== JSON.stringify(lines))

        expect(await verify(blocks, altered)).toEqual({ kind: 'damaged', block: blockOf(at), damage: 'row-altered' })
      }),
      { numRuns: 500 },
    )
  })

  test('any change deep inside what was before or after is found', async () => {
    for (const after of [
      { phone: 'sealed' },
      { phone: 'sealed', division: 999999001000 },
      { phone: 'sealed', division: '999999001001' },
      null,
    ]) {
      const altered = lines.map((line) => (line.id === 11 ? { ...line, after } : line))

      expect(await verify(blocks, altered)).toEqual({ kind: 'damaged', block: 2, damage: 'row-altered' })
    }
  })

  test('text moved from one field to the next is found', async () => {
    const altered = lines.map((line) =>
      line.id === 11 ? { ...line, actor: 'clerk-', verb: '1registry.record-fact' } : line,
    )

    expect(await verify(blocks, altered)).toMatchObject({ block: 2, damage: 'row-altered' })
  })

  test.each(lines.map((line, at) => [line.id, at] as const))('line %i taken out is found missing', async (_, at) => {
    expect(await verify(blocks, lines.toSpliced(at, 1))).toEqual({
      kind: 'damaged',
      block: blockOf(at),
      damage: 'row-missing',
    })
  })

  test.each([
    [-4, 1],
    [1, 1],
    [4, 1],
    [7, 2],
    [9, 2],
    [12, 2],
    [17, 3],
    [24, 3],
  ])('a line smuggled in as number %i is found in block %i', async (id, block) => {
    const added = [...lines, aLine(id)].sort((one, other) => one.id - other.id)

    expect(await verify(blocks, added)).toEqual({ kind: 'damaged', block, damage: 'row-added' })
  })

  test('two lines whose contents changed places are found', async () => {
    const swapped = lines.map((line) =>
      line.id === 10 ? { ...aLine(11), id: 10 } : line.id === 11 ? { ...aLine(10), id: 11 } : line,
    )

    expect(await verify(blocks, swapped)).toEqual({ kind: 'damaged', block: 2, damage: 'row-altered' })
  })

  test('lines given in another order are not taken for the sealed ones', async () => {
    const [first, second, ...rest] = lines

    expect(
      await verify(
        blocks,
        [second, first, ...rest].filter((line) => line !== undefined),
      ),
    ).toMatchObject({
      block: 1,
      damage: 'row-altered',
    })
  })

  test('the last line of a block replaced by an earlier one is found missing', async () => {
    const rows = [...lines.filter((line) => line.id !== 14), aLine(12)].sort((one, other) => one.id - other.id)

    expect(await verify(blocks, rows)).toEqual({ kind: 'damaged', block: 2, damage: 'row-missing' })
  })

  test('of several damages the first is named', async () => {
    const rows = lines.filter((line) => line.id !== 5 && line.id !== 21)

    expect(await verify(blocks, rows)).toEqual({ kind: 'damaged', block: 1, damage: 'row-missing' })
  })
})

describe('verifying the chain itself', () => {
  test.each([0, 1])('block %i taken out breaks the chain there', async (at) => {
    expect(await verify(blocks.toSpliced(at, 1), lines)).toEqual({
      kind: 'damaged',
      block: at + 1,
      damage: 'chain-broken',
    })
  })

  test('two blocks that changed places break it', async () => {
    expect(await verify([...blocks].reverse(), lines)).toEqual({ kind: 'damaged', block: 1, damage: 'chain-broken' })
  })

  test.each<[string, Partial<BlockSeal>]>([
    ['hash', { hash: genesisHash }],
    ['previous hash', { previousHash: genesisHash }],
    ['number', { number: 3 }],
    ['count', { count: 3 }],
    ['first id', { firstTrailId: 9 }],
    ['last id', { lastTrailId: 20 }],
  ])('a block whose %s was rewritten is a broken chain, not an altered line', async (_, change) => {
    const altered = blocks.map((block) => (block.number === 2 ? { ...block, ...change } : block))

    expect(await verify(altered, lines)).toEqual({ kind: 'damaged', block: 2, damage: 'chain-broken' })
  })

  test('the seal of the last block rewritten is found too', async () => {
    for (const change of [{ count: 2 }, { firstTrailId: 19 }, { lastTrailId: 24 }, { hash: genesisHash }]) {
      const altered = blocks.map((block) => (block.number === 3 ? { ...block, ...change } : block))

      expect(await verify(altered, lines)).toMatchObject({ kind: 'damaged', block: 3 })
    }
  })

  test('a line altered and its block sealed again breaks the chain at the next block', async () => {
    const altered = lines.map((line) => (line.id === 5 ? { ...line, actor: 'nobody' } : line))
    const [resealed] = sealAll([altered.slice(0, 3)])

    expect(
      await verify(
        [resealed, ...blocks.slice(1)].filter((block) => block !== undefined),
        altered,
      ),
    ).toEqual({
      kind: 'damaged',
      block: 2,
      damage: 'chain-broken',
    })
  })

  test('the last blocks cut off are found by a block noted earlier', async () => {
    const last = blocks.at(-1)

    expect(await verify(blocks.slice(0, 2), lines)).toMatchObject({ kind: 'whole' })
    expect(await verify(blocks.slice(0, 2), lines, last)).toEqual({ kind: 'damaged', block: 3, damage: 'chain-broken' })
    expect(await verify([], lines, last)).toEqual({ kind: 'damaged', block: 1, damage: 'chain-broken' })
    expect(await verify(blocks, lines, last)).toMatchObject({ kind: 'whole' })
  })

  test('a trail altered and sealed again from end to end is found by a block noted earlier', async () => {
    const altered = lines.map((line) => (line.id === 5 ? { ...line, actor: 'nobody' } : line))
    const resealed = sealAll([altered.slice(0, 3), altered.slice(3, 7), altered.slice(7)])

    expect(await verify(resealed, altered)).toMatchObject({ kind: 'whole' })
    expect(await verify(resealed, altered, blocks[1])).toEqual({ kind: 'damaged', block: 2, damage: 'chain-broken' })
  })
})
