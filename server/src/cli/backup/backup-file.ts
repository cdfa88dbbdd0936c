import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { CommandError } from '../command-error.ts'
import { decodeFrames, encodeFrame, type Frame } from './frame.ts'

const TRAILER_MARK = Buffer.from('\nDZBSM3\n')
const SM3_BYTES = 32
const TRAILER_BYTES = TRAILER_MARK.length + SM3_BYTES

/**
 * Writes frames into a backup file: gzip, then the SM3 of all of it. Under another name until it is whole, for its owner
 * only, and never over a file that is there. Answers its size.
 */
export async function writeBackupFile(path: string, frames: AsyncIterable<Frame>): Promise<number> {
  if (await stat(path).catch(() => undefined)) throw new CommandError(`文件 ${path} 已经存在，不会覆盖，请换一个名字。`)
  const part = `${path}.part`
  await rm(part, { force: true })
  try {
    const hash = createHash('sm3')
    const file = createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true })
    await pipeline(Readable.from(encoded(frames)), createGzip({ level: 4 }), hashedInto(hash), file)
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  return (await stat(path)).size
}

/** Reads a backup file: the whole of it is verified before the first frame comes out. Throws CommandError. */
export async function* readBackupFile(path: string): AsyncGenerator<Frame> {
  const end = await verify(path)
  const bytes = createReadStream(path, { end: end - 1 }).pipe(createGunzip())
  yield* decodeFrames(bytes as AsyncIterable<Buffer>)
}

async function* encoded(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  for await (const frame of frames) yield encodeFrame(frame)
}

/** Passes everything on and adds the hash of it at the end. */
function hashedInto(hash: ReturnType<typeof createHash>): Transform {
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk)
      done(null, chunk)
    },
    flush: (done) => done(null, Buffer.concat([TRAILER_MARK, hash.digest()])),
  })
}

/** Answers where the content ends, when the seal at the end is that of the content. */
async function verify(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new CommandError(`没有找到备份文件 ${path}。`)
  const end = found.size - TRAILER_BYTES
  const trailer = end > 0 ? await readEnd(path, end) : Buffer.alloc(0)
  if (!trailer.subarray(0, TRAILER_MARK.length).equals(TRAILER_MARK)) {
    throw new CommandError('备份文件不完整，或不是东洲的备份。没有恢复任何内容。')
  }
  const hash = createHash('sm3')
  for await (const chunk of createReadStream(path, { end: end - 1 }) as AsyncIterable<Buffer>) hash.update(chunk)
  if (!hash.digest().equals(trailer.subarray(TRAILER_MARK.length))) {
    throw new CommandError('备份文件已损坏或被改动（指纹不符）。没有恢复任何内容，请换一份备份。')
  }
  return end
}

async function readEnd(path: string, from: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(TRAILER_BYTES), 0, TRAILER_BYTES, from)
    return buffer
  } finally {
    await file.close()
  }
}
