import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { type Vault, VaultError } from '../vault/index.ts'
import { checkFileKey, newFileKey } from './file-key.ts'
import type { FileContent, Files, LocalFile, StoredFile } from './files.ts'
import { openSpoolFolder, spool } from './spool.ts'

// Of clear content. A piece is sealed at once, so it bounds the memory; at 256 kB the marks around it weigh nothing.
const PIECE = 256 * 1024
const LENGTH_BYTES = 4
/** What sealing adds to a piece is under a hundred bytes; more is no piece of our making, and is not waited for. */
const LONGEST = PIECE + 256

/**
 * 密封的文件存储 (sealed file storage): what is put is sealed before it reaches the storage, piece by piece, each piece as its length
 * (four bytes) and a blob of the vault. The context of a piece is the key, its number and whether it is the last: pieces that
 * are swapped, left out, added, cut off or laid under another key are refused. Size and SM3 are those of the clear content.
 *
 * `localPath` writes an opened copy into `scratch`; copies of dead processes are swept here. `list` gives the sizes as stored.
 * A content that was changed is a VaultError, at the piece where it shows: a reader must not use the beginning before the end came.
 */
export async function sealFiles(storage: Files, vault: Vault, scratch: string): Promise<Files> {
  await openSpoolFolder(scratch)
  const putAt = async (key: string, content: FileContent) => putSealed(storage, vault, checkFileKey(key), content)
  const open = async (key: string) =>
    Readable.from(openPieces(vault, key, await storage.open(key)), { objectMode: false })
  return {
    ...storage,
    put: (content, label) => putAt(newFileKey(label), content),
    putAt,
    open,
    localPath: async (key) => openedCopy(scratch, await open(key)),
  }
}

/** Brings a stored content under the current key, in one step in its place; false when it is there already. */
export async function resealFile(storage: Files, vault: Vault, key: string): Promise<boolean> {
  if (await isUnderCurrentKey(storage, vault, key)) return false
  await putSealed(storage, vault, key, openPieces(vault, key, await storage.open(key)))
  return true
}

/** The key stands at the head of each piece, and all pieces of a content are sealed by one vault: the first tells. */
export async function isUnderCurrentKey(storage: Files, vault: Vault, key: string): Promise<boolean> {
  for await (const sealed of sealedPieces(await storage.open(key))) return vault.isCurrent(sealed)
  return false
}

async function putSealed(storage: Files, vault: Vault, key: string, content: FileContent): Promise<StoredFile> {
  const hash = createHash('sm3')
  let size = 0
  const seen = (piece: Uint8Array) => {
    size += piece.length
    hash.update(piece)
  }
  await storage.putAt(key, sealPieces(vault, key, content, seen))
  return { key, size, sm3: hash.digest('hex') }
}

async function* sealPieces(
  vault: Vault,
  key: string,
  content: FileContent,
  seen: (piece: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  let number = 0
  let pending: Uint8Array | undefined
  for await (const piece of evenPieces(content)) {
    if (pending) yield framed(vault.sealBytes(pending, contextOf(key, number++, false)))
    seen(piece)
    pending = piece
  }
  // An empty content is one empty piece: an empty object in the storage is never a content of ours.
  yield framed(vault.sealBytes(pending ?? new Uint8Array(), contextOf(key, number, true)))
}

async function* openPieces(vault: Vault, key: string, stored: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let number = 0
  let pending: Uint8Array | undefined
  for await (const sealed of sealedPieces(stored)) {
    if (pending) yield vault.openBytes(pending, contextOf(key, number++, false))
    pending = sealed
  }
  if (!pending) throw new VaultError('malformed', 'a stored file is empty')
  yield vault.openBytes(pending, contextOf(key, number, true))
}

function contextOf(key: string, number: number, isLast: boolean): string {
  return `file/${key}/${number}/${isLast ? 'last' : 'more'}`
}

function framed(sealed: Uint8Array): Uint8Array {
  const frame = Buffer.allocUnsafe(LENGTH_BYTES + sealed.length)
  frame.writeUInt32BE(sealed.length)
  frame.set(sealed, LENGTH_BYTES)
  return frame
}

async function* sealedPieces(stored: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held = Buffer.alloc(0)
  for await (const chunk of stored) {
    held = held.length === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk])
    for (let length = lengthAt(held); length <= held.length; length = lengthAt(held)) {
      yield held.subarray(LENGTH_BYTES, length)
      held = held.subarray(length)
    }
  }
  if (held.length > 0) throw new VaultError('malformed', 'a stored file ends within a piece')
}

/** The bytes of the next piece with its length; beyond everything while its length has not come in. */
function lengthAt(held: Buffer): number {
  if (held.length < LENGTH_BYTES) return Number.POSITIVE_INFINITY
  const length = held.readUInt32BE()
  if (length > LONGEST) throw new VaultError('malformed', 'a stored file is not of sealed pieces')
  return LENGTH_BYTES + length
}

/** Pieces of one size, the last one shorter; none of an empty content. */
async function* evenPieces(content: FileContent): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const chunk of content instanceof Uint8Array ? [content] : content) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + PIECE - length)
      held.push(part)
      length += part.length
      at += part.length
      if (length < PIECE) continue
      yield Buffer.concat(held)
      held = []
      length = 0
    }
  }
  if (length > 0) yield Buffer.concat(held)
}

async function openedCopy(scratch: string, content: Readable): Promise<LocalFile> {
  const { path } = await spool(scratch, content)
  return { path, dispose: () => rm(path, { force: true }) }
}
