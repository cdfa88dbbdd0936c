import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { freshKeyring, openVault, retireFormer, rotateSealing } from '../vault/index.ts'
import { type Files, type FilesConfig, openFiles, resealFile, sealFiles } from './index.ts'
import { type S3Server, startS3Server, testKeys } from './s3-server-for-tests.ts'

const MB = 1024 * 1024
const PIECE = 256 * 1024
const label = { kind: 'upload', name: '花名册.xlsx' }
const keyring = freshKeyring()
const vault = openVault(keyring)
// A checksum that fails: nobody's number.
const ID_NUMBER = '999999194901011234'

let folder = ''
let server: S3Server
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sealed-files-'))
  server = await startS3Server(join(folder, 's3'))
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const adapters: readonly [string, () => FilesConfig][] = [
  ['disk', () => ({ kind: 'disk', root: join(folder, 'disk') })],
  [
    'S3',
    () => ({
      kind: 's3',
      ...testKeys,
      endpoint: server.endpoint,
      pathStyle: true,
      scratch: join(folder, 'scratch'),
    }),
  ],
]

const sm3 = (bytes: Uint8Array) => createHash('sm3').update(bytes).digest('hex')
const openedFolder = () => join(folder, 'opened')

async function contentOf(files: Files, key: string): Promise<Buffer> {
  return buffer(await files.open(key))
}

/** The lengths of the sealed pieces, as they stand before each. */
function piecesOf(sealed: Buffer): readonly Buffer[] {
  const pieces: Buffer[] = []
  for (let at = 0; at < sealed.length; ) {
    const length = 4 + sealed.readUInt32BE(at)
    pieces.push(sealed.subarray(at, at + length))
    at += length
  }
  return pieces
}

describe.each(adapters)('sealed files on %s', (_, config) => {
  let storage: Files
  let files: Files
  beforeEach(async () => {
    storage = await openFiles(config())
    files = await sealFiles(storage, vault, openedFolder())
  })
  afterEach(async () => {
    expect(await readdir(openedFolder())).toEqual([])
  })

  test('an ID number that is uploaded does not stand in the storage', async () => {
    const { key } = await files.put(Buffer.from(`张三,${ID_NUMBER}`), label)

    const lying = await contentOf(storage, key)

    expect(lying.includes(ID_NUMBER)).toBe(false)
    expect(lying.includes('张三')).toBe(false)
    expect((await contentOf(files, key)).toString()).toBe(`张三,${ID_NUMBER}`)
  })

  test.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])(
    '%i bytes come back, with the size and print of the clear content on record',
    async (length) => {
      const clear = Buffer.alloc(length, '东洲')

      const stored = await files.put(clear, label)

      expect(stored).toMatchObject({ size: length, sm3: sm3(clear) })
      expect((await contentOf(files, stored.key)).equals(clear)).toBe(true)
    },
  )

  test('a stream in pieces of any size comes back', async () => {
    const parts = [1, 70_000, 3, 400_000, 0, 250_000].map((length, at) => Buffer.alloc(length, at))

    const { key } = await files.put(Readable.from(parts), label)

    expect((await contentOf(files, key)).equals(Buffer.concat(parts))).toBe(true)
  })

  test.each<[string, (pieces: readonly Buffer[]) => readonly Buffer[]]>([
    ['two pieces are swapped', ([a, b, ...rest]) => [b, a, ...rest].flatMap((one) => (one ? [one] : []))],
    ['the last piece is cut off', (pieces) => pieces.slice(0, -1)],
    ['a piece is left out', (pieces) => pieces.filter((_piece, at) => at !== 1)],
    ['a piece is doubled', ([a, ...rest]) => (a ? [a, a, ...rest] : [])],
    ['something is added', (pieces) => [...pieces, ...pieces.slice(-1)]],
    ['half a piece is missing', (pieces) => [Buffer.concat(pieces).subarray(0, -100)]],
    ['nothing is left', () => []],
    ['it is no sealed content', () => [Buffer.from('PK a workbook as it was')]],
    ['one bit differs', (pieces) => [flipped(Buffer.concat(pieces))]],
  ])('a stored content is refused when %s', async (_what, change) => {
    const { key } = await files.put(Buffer.alloc(2 * PIECE + 5, 7), label)
    const pieces = piecesOf(await contentOf(storage, key))
    await storage.putAt(key, Buffer.concat(change(pieces)))

    await expect(contentOf(files, key)).rejects.toMatchObject({ name: 'VaultError' })
    await expect(files.localPath(key)).rejects.toMatchObject({ name: 'VaultError' })
  })

  test('a content that is laid under the name of another is refused', async () => {
    const [one, other] = [await files.put(Buffer.from('一'), label), await files.put(Buffer.from('二'), label)]
    await storage.putAt(other.key, await contentOf(storage, one.key))

    await expect(contentOf(files, other.key)).rejects.toMatchObject({ code: 'tampered' })
  })

  test('a tool is given an opened copy for the server alone, which goes when it is done', async () => {
    const { key } = await files.put(Buffer.from('东洲'), label)

    const local = await files.localPath(key)
    const [read, mode] = [await readFile(local.path, 'utf8'), (await stat(local.path)).mode & 0o777]
    await local.dispose()
    await local.dispose()

    expect([read, mode]).toEqual(['东洲', 0o600])
  })

  test('what is not there is not found, and what is removed is gone', async () => {
    const { key } = await files.put(Buffer.from('x'), label)
    await files.remove(key)

    expect(await files.exists(key)).toBe(false)
    await expect(files.open(key)).rejects.toMatchObject({ code: 'not-found' })
    await expect(files.localPath(key)).rejects.toMatchObject({ code: 'not-found' })
    await expect(files.open('../../etc/passwd')).rejects.toMatchObject({ code: 'bad-key' })
  })

  test('60 MB pass through in pieces: never more than 2 MB are taken ahead of what was handed to the storage', async () => {
    let [taken, handed, furthestAhead] = [0, 0, 0]
    const watching: Files = {
      ...storage,
      putAt: (key, content) =>
        storage.putAt(
          key,
          counted(content, (length) => (handed += length)),
        ),
    }
    const source = async function* () {
      for (let at = 0; at < 120; at += 1) {
        furthestAhead = Math.max(furthestAhead, taken - handed)
        taken += MB / 2
        yield Buffer.alloc(MB / 2, at)
      }
    }

    const stored = await (await sealFiles(watching, vault, openedFolder())).put(source(), label)

    expect(stored.size).toBe(60 * MB)
    expect(furthestAhead).toBeLessThan(2 * MB)
    const hash = createHash('sm3')
    for await (const piece of await files.open(stored.key)) hash.update(piece)
    expect(hash.digest('hex')).toBe(stored.sm3)
    await files.remove(stored.key)
  })

  test('a content is brought under a new key in its place, and only once', async () => {
    const clear = Buffer.alloc(PIECE + 9, 3)
    const { key } = await files.put(clear, label)
    const rotated = rotateSealing(keyring)

    expect(await resealFile(storage, openVault(rotated), key)).toBe(true)
    expect(await resealFile(storage, openVault(rotated), key)).toBe(false)

    const after = await sealFiles(storage, openVault(retireFormer(rotated, 'sealing')), openedFolder())
    expect((await contentOf(after, key)).equals(clear)).toBe(true)
  })
})

test('opened copies that a dead process left are swept at the start', async () => {
  const scratch = join(folder, 'swept')
  const storage = await openFiles({ kind: 'disk', root: join(folder, 'swept-root') })
  const files = await sealFiles(storage, vault, scratch)
  const { key } = await files.put(Buffer.from('东洲'), label)
  const { path } = await files.localPath(key)
  const dead = path.replace(`-${process.pid}-`, '-999999-')
  await writeFile(dead, '东洲')

  await sealFiles(storage, vault, scratch)

  expect((await readdir(scratch)).map((name) => join(scratch, name))).toEqual([path])
})

function flipped(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes)
  const at = changed.length - 50
  changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
  return changed
}

async function* counted(content: Parameters<Files['putAt']>[1], seen: (length: number) => void) {
  const pieces = content instanceof Uint8Array ? [content] : content
  for await (const piece of pieces) {
    seen(piece.length)
    yield piece
  }
}
