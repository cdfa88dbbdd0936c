import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Files, type FilesConfig, type ListedFile, openFiles } from './index.ts'
import { addressOf } from './s3-call.ts'
import { type S3Server, startS3Server, testKeys } from './s3-server-for-tests.ts'

const MB = 1024 * 1024
const label = { kind: 'upload', name: '花名册.xlsx' }
const unknownKey = `upload/ab/ab${'0'.repeat(38)}.xlsx`

let folder = ''
let server: S3Server
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'))
  server = await startS3Server(join(folder, 's3'))
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const s3Config = (change: Partial<Extract<FilesConfig, { kind: 's3' }>> = {}) =>
  ({
    kind: 's3',
    ...testKeys,
    endpoint: server.endpoint,
    pathStyle: true,
    scratch: join(folder, 'scratch'),
    ...change,
  }) as const

const adapters: readonly [string, () => FilesConfig, () => string][] = [
  ['disk', () => ({ kind: 'disk', root: join(folder, 'disk') }), () => join(folder, 'disk', '.incoming')],
  ['S3', () => s3Config(), () => join(folder, 'scratch')],
]

const sm3 = (bytes: Uint8Array | string) => createHash('sm3').update(bytes).digest('hex')

async function contentOf(files: Files, key: string): Promise<Buffer> {
  return buffer(await files.open(key))
}

async function listed(files: Files, kind?: string): Promise<readonly ListedFile[]> {
  const found: ListedFile[] = []
  for await (const file of files.list(kind)) found.push(file)
  return found
}

async function keysOf(files: Files, kind?: string): Promise<readonly string[]> {
  return (await listed(files, kind)).map(({ key }) => key)
}

async function* breakingOff(): AsyncGenerator<Uint8Array> {
  yield Buffer.alloc(70_000, 1)
  throw new Error('the network is gone')
}

describe.each(adapters)('files on %s', (_, config, temporary) => {
  let files: Files
  beforeEach(async () => {
    files = await openFiles(config())
  })
  afterEach(async () => {
    expect(await readdir(temporary())).toEqual([])
  })

  test.each<[string, () => Parameters<Files['put']>[0], string]>([
    ['bytes', () => Buffer.from('东洲'), '东洲'],
    ['no bytes', () => new Uint8Array(), ''],
    ['a Node stream', () => Readable.from([Buffer.from('东'), Buffer.from('洲')]), '东洲'],
    ['a web stream', () => new Blob(['东洲']).stream(), '东洲'],
    ['an empty stream', () => Readable.from([]), ''],
  ])('%s come back as they were put', async (_what, content, text) => {
    const stored = await files.put(content(), label)

    expect(stored).toMatchObject({ size: Buffer.byteLength(text), sm3: sm3(text) })
    expect((await contentOf(files, stored.key)).toString()).toBe(text)
    expect(await files.exists(stored.key)).toBe(true)
  })

  test('a key tells nothing of the name but its ending', async () => {
    const { key } = await files.put(Buffer.from('x'), { kind: 'upload', name: '张三 320625194901011234.XLSX' })

    expect(key).toMatch(/^upload\/([0-9a-f]{2})\/\1[0-9a-f]{38}\.xlsx$/)
  })

  test.each(['无扩展名', 'a.x/y', 'a.图片', '.xlsx', 'a.../..', 'a.verylongending'])(
    'the name %s gives a key without an ending',
    async (name) => {
      const { key } = await files.put(Buffer.from('x'), { kind: 'upload', name })

      expect(key).toMatch(/^upload\/[0-9a-f]{2}\/[0-9a-f]{40}$/)
    },
  )

  test('the same content twice is two files', async () => {
    const [one, other] = await Promise.all([files.put(Buffer.from('x'), label), files.put(Buffer.from('x'), label)])

    await files.remove(one.key)

    expect(await files.exists(other.key)).toBe(true)
  })

  test('a removed file is gone, and removing it again is no error', async () => {
    const { key } = await files.put(Buffer.from('x'), label)

    await files.remove(key)
    await files.remove(key)

    expect(await files.exists(key)).toBe(false)
    await expect(files.open(key)).rejects.toMatchObject({ code: 'not-found' })
    await expect(files.localPath(key)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a key that nobody stored is not found', async () => {
    expect(await files.exists(unknownKey)).toBe(false)
    await expect(files.open(unknownKey)).rejects.toMatchObject({ code: 'not-found' })
    await expect(files.localPath(unknownKey)).rejects.toMatchObject({ code: 'not-found' })
  })

  test.each([
    '',
    '/etc/passwd',
    '../../etc/passwd',
    `upload/ab/../../${'0'.repeat(40)}`,
    `upload/ab/cd${'0'.repeat(38)}`,
    `${unknownKey}/`,
    `${unknownKey}\0`,
    `${unknownKey}\n`,
    unknownKey.toUpperCase(),
    `.incoming/ab/ab${'0'.repeat(38)}`,
  ])('the key %j is refused before anything is touched', async (key) => {
    const before = server.asked.length

    for (const attempt of [files.open, files.localPath, files.remove, files.exists]) {
      await expect(attempt(key)).rejects.toMatchObject({ code: 'bad-key' })
    }

    expect(server.asked.length).toBe(before)
  })

  test.each(['', '..', 'a/b', 'Upload', '上传'])('the kind %j is refused', async (kind) => {
    await expect(files.put(Buffer.from('x'), { kind, name: 'a.txt' })).rejects.toMatchObject({ code: 'bad-kind' })
    await expect(keysOf(files, kind)).rejects.toMatchObject({ code: 'bad-kind' })
  })

  test('a content that breaks off leaves nothing', async () => {
    const before = await keysOf(files)

    await expect(files.put(breakingOff(), label)).rejects.toThrow('the network is gone')

    expect(await keysOf(files)).toEqual(before)
  })

  test('a tool is given a path, and the stored file outlives it', async () => {
    const { key } = await files.put(Buffer.from('东洲'), label)

    const local = await files.localPath(key)
    const read = await readFile(local.path, 'utf8')
    await local.dispose()
    await local.dispose()

    expect(read).toBe('东洲')
    expect((await contentOf(files, key)).toString()).toBe('东洲')
  })

  test('files are listed with their sizes, all or of one kind', async () => {
    const report = await files.put(Buffer.from('12345'), { kind: 'report', name: 'a.docx' })
    const upload = await files.put(Buffer.from('x'), label)

    expect(await listed(files, 'report')).toContainEqual({ key: report.key, size: 5, putAt: expect.any(Date) })
    expect(await keysOf(files, 'report')).not.toContain(upload.key)
    expect(await keysOf(files)).toEqual(expect.arrayContaining([report.key, upload.key]))
    expect(await keysOf(files, 'nothing-yet')).toEqual([])
  })

  test('60 MB pass through: never more than 30 MB are taken from the stream before they are on the disk', async () => {
    let taken = 0
    let furthestAhead = 0
    const piece = Buffer.alloc(MB, 7)
    const counting = async function* () {
      for (let at = 0; at < 60; at += 1) {
        const [name = ''] = await readdir(temporary())
        const written = (await stat(join(temporary(), name))).size
        furthestAhead = Math.max(furthestAhead, taken - written)
        taken += piece.length
        yield piece
      }
    }

    const stored = await files.put(counting(), label)

    expect(stored).toMatchObject({ size: 60 * MB, sm3: sm3(Buffer.alloc(60 * MB, 7)) })
    expect(furthestAhead).toBeLessThan(30 * MB)
    expect(await listed(files, 'upload')).toContainEqual({ key: stored.key, size: 60 * MB, putAt: expect.any(Date) })
    await files.remove(stored.key)
  })
})

describe.each(adapters)('what an earlier process left half-written on %s', (_, config, temporary) => {
  const putForEver = `
    const { openFiles } = await import(process.argv[1])
    const files = await openFiles(JSON.parse(process.argv[2]))
    async function* slow() {
      yield Buffer.alloc(100_000)
      console.log('half-way')
      await new Promise((never) => setTimeout(never, 60_000))
    }
    await files.put(slow(), { kind: 'killed', name: 'a.xlsx' })`

  test('after kill -9 nothing is stored, and the next start sweeps the rest', async () => {
    const front = new URL('./index.ts', import.meta.url).href
    const child = spawn(process.execPath, ['--input-type=module', '-e', putForEver, front, JSON.stringify(config())])
    await new Promise((halfWay) => child.stdout.once('data', halfWay))
    const gone = new Promise((exit) => child.once('exit', exit))
    child.kill('SIGKILL')
    await gone
    expect(await readdir(temporary())).toHaveLength(1)

    const files = await openFiles(config())

    expect(await readdir(temporary())).toEqual([])
    expect(await keysOf(files, 'killed')).toEqual([])
  })

  test('what this very process is writing is spared', async () => {
    const files = await openFiles(config())
    const content = async function* () {
      yield Buffer.from('东')
      await openFiles(config())
      yield Buffer.from('洲')
    }

    const { key } = await files.put(content(), label)

    expect((await contentOf(files, key)).toString()).toBe('东洲')
  })

  test('of another host, only what is older than a day goes; what is not ours stays', async () => {
    const names = ['0000abcd-1-1-aa.part', '0000abcd-1-1-bb.part', 'notes.txt']
    await mkdir(temporary(), { recursive: true })
    for (const name of names) await writeFile(join(temporary(), name), 'x')
    const old = new Date(Date.now() - 25 * 60 * 60 * 1000)
    for (const name of [names[0], names[2]]) await utimes(join(temporary(), `${name}`), old, old)

    await openFiles(config())

    expect((await readdir(temporary())).sort()).toEqual([names[1], names[2]])
    for (const name of names) await rm(join(temporary(), name), { force: true })
  })
})

describe('files on disk', () => {
  test('are readable by the server alone', async () => {
    const root = join(folder, 'disk')
    const { key } = await (await openFiles({ kind: 'disk', root })).put(Buffer.from('x'), label)

    expect((await stat(join(root, key))).mode & 0o777).toBe(0o600)
    expect((await stat(join(root, 'upload'))).mode & 0o777).toBe(0o700)
  })

  test('strangers in the folder are not listed', async () => {
    const root = join(folder, 'strangers')
    const files = await openFiles({ kind: 'disk', root })
    await writeFile(join(root, 'README'), 'x')
    await mkdir(join(root, 'upload', 'ab'), { recursive: true })
    await writeFile(join(root, 'upload', 'ab', 'Thumbs.db'), 'x')

    expect(await keysOf(files)).toEqual([])
  })
})

describe('files on S3', () => {
  test('a wrong secret is refused, and the refusal names neither key nor secret', async () => {
    const files = await openFiles(s3Config({ secretAccessKey: 'wrong' }))

    const refusal = await files.put(Buffer.from('x'), label).catch((error: unknown) => error)

    expect(refusal).toMatchObject({
      code: 'storage-refused',
      message: 'the storage answered PUT with 403 SignatureDoesNotMatch',
    })
    await expect(files.exists(unknownKey)).rejects.toMatchObject({ code: 'storage-refused' })
    await expect(files.remove(unknownKey)).rejects.toMatchObject({ code: 'storage-refused' })
    await expect(files.open(unknownKey)).rejects.toMatchObject({ code: 'storage-refused' })
    await expect(keysOf(files)).rejects.toMatchObject({ code: 'storage-refused' })
  })

  test('a storage that is busy is asked again, with the whole content', async () => {
    const files = await openFiles(s3Config())
    server.failNext(2)

    const { key } = await files.put(Readable.from([Buffer.from('东洲')]), label)

    expect(server.asked.filter((line) => line === `PUT /${testKeys.bucket}/${key}`)).toHaveLength(3)
    expect((await contentOf(files, key)).toString()).toBe('东洲')
  })

  test('a storage that stays busy is an error, not a lost file', async () => {
    const files = await openFiles(s3Config())
    server.failNext(4)

    await expect(files.put(Buffer.from('x'), label)).rejects.toMatchObject({ code: 'storage-refused' })
  })

  test('a storage that refuses a large file before it has read it is heard', async () => {
    const hasty = createServer((_request, response) => {
      response
        .writeHead(413)
        .end('<Error><Code>EntityTooLarge</Code></Error>', () => setTimeout(() => response.destroy(), 50))
    })
    const address = await new Promise<AddressInfo | string | null>((ready) =>
      hasty.listen(0, '127.0.0.1', () => ready(hasty.address())),
    )
    const port = typeof address === 'object' ? address?.port : undefined
    const files = await openFiles(s3Config({ endpoint: `http://127.0.0.1:${port}` }))

    await expect(files.put(Buffer.alloc(30 * MB), label)).rejects.toMatchObject({
      message: 'the storage answered PUT with 413 EntityTooLarge',
    })

    expect(await readdir(join(folder, 'scratch'))).toEqual([])
    await new Promise((closed) => hasty.close(closed))
  })

  test('a storage that is not there is an error of its own, and leaves no temporary file', async () => {
    const scratch = join(folder, 'scratch-unreachable')
    const files = await openFiles(s3Config({ endpoint: 'http://127.0.0.1:9', scratch }))

    await expect(files.put(Buffer.from('x'), label)).rejects.toMatchObject({ code: 'storage-unreachable' })
    await expect(files.localPath(unknownKey)).rejects.toMatchObject({ code: 'storage-unreachable' })
    expect(await readdir(scratch)).toEqual([])
  })

  test('a bucket that is not there is an error, not an empty storage', async () => {
    const files = await openFiles(s3Config({ bucket: 'nowhere' }))

    await expect(keysOf(files)).rejects.toMatchObject({
      code: 'storage-refused',
      message: expect.stringContaining('NoSuchBucket'),
    })
  })

  test.each([
    ['https://s3.example.cn', true, 'https://s3.example.cn/bureau/upload/x'],
    ['https://s3.example.cn/', true, 'https://s3.example.cn/bureau/upload/x'],
    ['http://10.0.0.7:9000/minio/', true, 'http://10.0.0.7:9000/minio/bureau/upload/x'],
    ['https://s3.example.cn', false, 'https://bureau.s3.example.cn/upload/x'],
    ['https://s3.example.cn:8443/', false, 'https://bureau.s3.example.cn:8443/upload/x'],
  ])('endpoint %s with path style %s', (endpoint, pathStyle, address) => {
    expect(addressOf(s3Config({ endpoint, pathStyle }), 'upload/x')).toBe(address)
  })
})
