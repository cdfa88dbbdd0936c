import { createHash, randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { FileContent } from './files.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const NAME = /^([0-9a-f]{8})-(\d+)-(\d+)-[0-9a-f]+\.part$/

/** A content that lies whole and safe in a temporary file. */
export interface Spooled {
  readonly path: string
  readonly size: number
  readonly sm3: string
}

/**
 * Writes a content to a new temporary file of a folder, counting and hashing on the way, and forces it to the disk. When the
 * content breaks off, the temporary file goes and the error stays. `onPiece` sees every piece as it passes.
 */
export async function spool(
  folder: string,
  content: FileContent,
  onPiece: (piece: Uint8Array) => void = () => undefined,
): Promise<Spooled> {
  const path = join(folder, newName())
  const file = await open(path, 'wx', 0o600)
  const hash = createHash('sm3')
  let size = 0
  const seen = (piece: Uint8Array) => {
    size += piece.length
    hash.update(piece)
    onPiece(piece)
  }
  try {
    await writePieces(file, content, seen).finally(() => file.close())
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { path, size, sm3: hash.digest('hex') }
}

/** The path of a temporary file yet to be written; the sweep finds it by its name. */
export function newSpoolPath(folder: string): string {
  return join(folder, newName())
}

/** Makes the folder for temporary files and sweeps out those whose process is gone. */
export async function openSpoolFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if (await isOrphan(name, path)) await rm(path, { force: true })
  }
}

async function writePieces(file: FileHandle, content: FileContent, seen: (piece: Uint8Array) => void): Promise<void> {
  for await (const piece of piecesOf(content)) {
    seen(piece)
    await file.writeFile(piece)
  }
  await file.sync()
}

async function* piecesOf(content: FileContent): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) yield content
  else yield* content
}

/** Host, process and its start stand in the name, so that a sweep spares what another living process is writing. */
function newName(): string {
  return `${thisHost()}-${process.pid}-${thisStart()}-${randomBytes(8).toString('hex')}.part`
}

function thisHost(): string {
  return createHash('sm3').update(hostname()).digest('hex').slice(0, 8)
}

function thisStart(): number {
  return Math.floor(performance.timeOrigin)
}

/** Of another host, or under a process number that is in use again, only age tells. */
async function isOrphan(name: string, path: string): Promise<boolean> {
  const [, host, pid, start] = NAME.exec(name) ?? []
  if (host === undefined) return false
  if (host === thisHost() && isGone(Number(pid), Number(start))) return true
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && Date.now() - found.mtimeMs > DAY_MS
}

function isGone(pid: number, start: number): boolean {
  if (pid === process.pid) return start !== thisStart()
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
