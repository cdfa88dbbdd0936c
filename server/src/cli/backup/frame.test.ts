import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeFrames, encodeFrame, type Frame } from './frame.ts'

const frames: readonly Frame[] = [
  {
    kind: 'header',
    header: { format: 1, madeAt: '2025-06-30T01:00:00.000Z', bureaus: [], migrations: [], probe: 'v1.k1.x' },
  },
  { kind: 'table', table: { schema: 'b999999', table: 'person', columns: ['id', 'name'] } },
  { kind: 'rows', lines: ['{"id": 9007199254740993, "name": "甲\\n乙"}', '{"id": 2}'] },
  { kind: 'file', file: { key: 'upload/00/x', size: 3 } },
  { kind: 'bytes', bytes: Buffer.from([0, 10, 255]) },
  { kind: 'end', end: { rows: 2, files: 1 } },
]

test('frames come back as they were, however the stream is cut', async () => {
  const bytes = Buffer.concat(frames.map(encodeFrame))
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: bytes.length }), async (size) => {
      expect(await read(inPieces(bytes, size))).toEqual(frames)
    }),
  )
})

test('a stream that ends too early is refused', async () => {
  const bytes = Buffer.concat(frames.map(encodeFrame))

  await expect(read(inPieces(bytes.subarray(0, -1), 7))).rejects.toThrow(/middle of a frame/)
})

test('what is no frame is refused', async () => {
  await expect(read(inPieces(Buffer.from('X\0\0\0\0'), 5))).rejects.toThrow(/not a frame/)
})

async function read(chunks: AsyncIterable<Uint8Array>): Promise<readonly Frame[]> {
  const found: Frame[] = []
  for await (const frame of decodeFrames(chunks)) found.push(frame)
  return found
}

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}
