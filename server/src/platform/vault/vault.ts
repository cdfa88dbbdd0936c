import { createCipheriv, createDecipheriv, createHmac, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto'
import { deriveKey, isKeyId, type Keyring } from './keyring.ts'
import { type IndexKind, normaliseForIndex } from './normalise.ts'
import { VaultError } from './vault-error.ts'

const TEXT_VERSION = 'v1'
const BLOB_VERSION = 'b1'
const CIPHER = 'sm4-cbc'
const BLOCK = 16
const MAC = 32
const INDEX_BYTES = 16
const TAIL_CHARACTERS = 4
// Encrypted and authenticated piece by piece while a piece is still in the processor's cache.
const PIECE = 64 * 1024

/**
 * 密柜 (vault): seals single fields and blobs, and makes the blind indexes that find them again without opening them.
 *
 * `context` says where a value belongs (`person_fact.value/4711`). It is authenticated, not stored: a sealed value
 * copied into another row or column is refused there.
 *
 * Refusals are VaultError: `malformed` (not a sealed value), `unknown-key` (its key is not on the keyring), `tampered`.
 */
export interface Vault {
  /** Seals a text as `v1.<keyId>.<base64url>`; the same text never gives the same sealed value twice. */
  seal(text: string, context: string): string
  open(sealed: string, context: string): string
  /** Whether a sealed text or blob is under the current key; what is not, `reseal` brings there. */
  isCurrent(sealed: string | Uint8Array): boolean
  /** What every text sealed from now on begins with: rows that do not are under a former key, and a query can find them. */
  readonly currentMark: string
  readonly currentBlobMark: string
  /** Opens with the key that sealed it and seals with the current one. */
  reseal(sealed: string, context: string): string
  /** Seals a blob, such as an uploaded workbook in staging. */
  sealBytes(bytes: Uint8Array, context: string): Uint8Array
  openBytes(sealed: Uint8Array, context: string): Uint8Array
  resealBytes(sealed: Uint8Array, context: string): Uint8Array
  /** The blind index of a text, for exact search: the same kind and text give the same index under one index key. */
  index(kind: IndexKind, text: string): string
  /** The blind index of the last four characters. Of few possible values: it helps a search, and must never leave the server. */
  tail(kind: IndexKind, text: string): string
  /** The index under every index key, the current one first: what to search for while an index rotation is under way. */
  indexes(kind: IndexKind, text: string): readonly string[]
  tails(kind: IndexKind, text: string): readonly string[]
}

/**
 * Opens a vault over a keyring: SM4-CBC (GM/T 0002) with a random IV, then HMAC-SM3 (GM/T 0004) over version, key id, context, IV and
 * ciphertext; what does not authenticate is never decrypted. OpenSSL 3.5 has no SM4-GCM, hence the two steps.
 */
export function openVault(keyring: Keyring): Vault {
  const seals = new Seals(keyring)
  const indexKeys = indexKeysOf(keyring)
  const open = (sealed: string, context: string) => decodeText(seals.open(parseText(sealed), TEXT_VERSION, context))
  const openBytes = (sealed: Uint8Array, context: string) => seals.open(parseBlob(sealed), BLOB_VERSION, context)
  const seal = (text: string, context: string) => {
    const body = seals.seal(encodeText(text), TEXT_VERSION, context)
    return `${TEXT_VERSION}.${seals.current}.${body.toString('base64url')}`
  }
  const sealBytes = (bytes: Uint8Array, context: string) =>
    seals.seal(bytes, BLOB_VERSION, context, blobHead(seals.current))
  const indexes = (kind: IndexKind, text: string) => blindIndexes(indexKeys, kind, normalised(kind, text))
  const tails = (kind: IndexKind, text: string) =>
    blindIndexes(indexKeys, `${kind}/tail`, normalised(kind, text).slice(-TAIL_CHARACTERS))
  return {
    seal,
    open,
    currentMark: `${TEXT_VERSION}.${seals.current}.`,
    currentBlobMark: blobHead(seals.current).toString('latin1'),
    isCurrent: (sealed) => keyIdOf(sealed) === seals.current,
    reseal: (sealed, context) => seal(open(sealed, context), context),
    sealBytes,
    openBytes,
    resealBytes: (sealed, context) => sealBytes(openBytes(sealed, context), context),
    index: (kind, text) => blindIndex(indexKeys[0], kind, normalised(kind, text)),
    tail: (kind, text) => blindIndex(indexKeys[0], `${kind}/tail`, normalised(kind, text).slice(-TAIL_CHARACTERS)),
    indexes,
    tails,
  }
}

interface SealingKeys {
  readonly encrypt: KeyObject
  readonly authenticate: KeyObject
}

/** A sealed value taken apart: IV, ciphertext and code stand in `body`. */
interface Sealed {
  readonly keyId: string
  readonly body: Buffer
}

class Seals {
  readonly current: string
  private readonly keys: ReadonlyMap<string, SealingKeys>
  private readonly ivs = new RandomBlocks()

  constructor(keyring: Keyring) {
    this.current = keyring.sealing.current
    this.keys = new Map([...keyring.sealing.secrets].map(([id, secret]) => [id, sealingKeysOf(secret)]))
  }

  /** `head` is laid before IV, ciphertext and code in the same allocation: a blob of 60 MB is not copied once more. */
  seal(plain: Uint8Array, version: string, context: string, head: Uint8Array = new Uint8Array()): Buffer {
    const keys = this.keysOf(this.current)
    const iv = this.ivs.next()
    const cipher = createCipheriv(CIPHER, keys.encrypt, iv)
    const code = createHmac('sm3', keys.authenticate)
      .update(authenticated(version, this.current, context))
      .update(iv)
    const ciphertextBytes = plain.length + BLOCK - (plain.length % BLOCK)
    const sealed = Buffer.allocUnsafe(head.length + BLOCK + ciphertextBytes + MAC)
    sealed.set(head)
    sealed.set(iv, head.length)
    let at = head.length + BLOCK
    const lay = (piece: Buffer) => {
      code.update(piece)
      sealed.set(piece, at)
      at += piece.length
    }
    for (const piece of piecesOf(plain)) lay(cipher.update(piece))
    lay(cipher.final())
    sealed.set(code.digest(), at)
    return sealed
  }

  open({ keyId, body }: Sealed, version: string, context: string): Buffer {
    const keys = this.keysOf(keyId)
    const ciphertextBytes = body.length - BLOCK - MAC
    if (ciphertextBytes < BLOCK || ciphertextBytes % BLOCK !== 0) {
      throw new VaultError('malformed', 'not a sealed value: its length is impossible')
    }
    const iv = body.subarray(0, BLOCK)
    const ciphertext = body.subarray(BLOCK, -MAC)
    const code = createHmac('sm3', keys.authenticate).update(authenticated(version, keyId, context))
    if (!timingSafeEqual(code.update(iv).update(ciphertext).digest(), body.subarray(-MAC))) {
      throw new VaultError('tampered', `a value sealed under ${keyId} was changed, or stands where it does not belong`)
    }
    const decipher = createDecipheriv(CIPHER, keys.encrypt, iv)
    const plain = decipher.update(ciphertext)
    const last = decipher.final()
    return last.length === 0 ? plain : Buffer.concat([plain, last])
  }

  private keysOf(keyId: string): SealingKeys {
    const keys = this.keys.get(keyId)
    if (!keys) throw new VaultError('unknown-key', `the key ${keyId} is not on the keyring`)
    return keys
  }
}

// Asking the system for sixteen bytes at a time took 5.7 µs a value, more than encrypting it: they are cut from a page drawn
// at once, each block handed out once.
class RandomBlocks {
  private page = Buffer.alloc(0)
  private at = 0

  next(): Buffer {
    if (this.at === this.page.length) {
      this.page = randomBytes(BLOCK * 256)
      this.at = 0
    }
    this.at += BLOCK
    return this.page.subarray(this.at - BLOCK, this.at)
  }
}

function sealingKeysOf(secret: KeyObject): SealingKeys {
  return { encrypt: deriveKey(secret, 'encrypt/sm4', BLOCK), authenticate: deriveKey(secret, 'authenticate/sm3', MAC) }
}

/** The context goes first, with its length: no byte of a ciphertext can be passed off as a part of the context, or the reverse. */
function authenticated(version: string, keyId: string, context: string): string {
  return `${version}\0${keyId}\0${context.length}\0${context}\0`
}

function piecesOf(bytes: Uint8Array): readonly Uint8Array[] {
  if (bytes.length <= PIECE) return [bytes]
  return Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, at) =>
    bytes.subarray(at * PIECE, (at + 1) * PIECE),
  )
}

function encodeText(text: string): Buffer {
  // Half a surrogate pair has no UTF-8: it would come back as another character.
  if (!text.isWellFormed()) throw new VaultError('malformed', 'a text with half a character cannot be sealed')
  return Buffer.from(text, 'utf8')
}

function decodeText(bytes: Buffer): string {
  return bytes.toString('utf8')
}

function parseText(sealed: string): Sealed {
  const [version, keyId = '', encoded = '', ...more] = sealed.split('.')
  const body = Buffer.from(encoded, 'base64url')
  // Node skips what is no base64url and ignores spare bits: only the one right spelling counts as unchanged.
  if (version !== TEXT_VERSION || !isKeyId(keyId) || more.length > 0 || body.toString('base64url') !== encoded) {
    throw new VaultError('malformed', 'not a sealed text')
  }
  return { keyId, body }
}

function blobHead(keyId: string): Buffer {
  return Buffer.from(`${BLOB_VERSION}.${keyId}.`, 'latin1')
}

function parseBlob(sealed: Uint8Array): Sealed {
  const keyId = keyIdOf(sealed)
  if (keyId === undefined || !isKeyId(keyId)) throw new VaultError('malformed', 'not a sealed blob')
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  return { keyId, body: bytes.subarray(blobHead(keyId).length) }
}

function keyIdOf(sealed: string | Uint8Array): string | undefined {
  if (typeof sealed === 'string') return /^v1\.([^.]*)\./.exec(sealed)?.[1]
  return /^b1\.([^.]*)\./.exec(Buffer.from(sealed.subarray(0, 20)).toString('latin1'))?.[1]
}

function indexKeysOf({ indexing }: Keyring): readonly [KeyObject, ...KeyObject[]] {
  const former = [...indexing.secrets].filter(([id]) => id !== indexing.current)
  const current = indexing.secrets.get(indexing.current)
  if (!current) throw new VaultError('unknown-key', `the index key ${indexing.current} is not on the keyring`)
  return [indexKeyOf(current), ...former.map(([, secret]) => indexKeyOf(secret))]
}

function indexKeyOf(secret: KeyObject): KeyObject {
  return deriveKey(secret, 'index/sm3', MAC)
}

function normalised(kind: IndexKind, text: string): string {
  const plain = normaliseForIndex(kind, text)
  // An index of nothing would make one person of all whose phone reads 无.
  if (plain === '') throw new VaultError('malformed', `nothing to index in a text given as ${kind}`)
  return plain
}

function blindIndexes(keys: readonly KeyObject[], kind: string, plain: string): readonly string[] {
  return keys.map((key) => blindIndex(key, kind, plain))
}

function blindIndex(key: KeyObject, kind: string, plain: string): string {
  return createHmac('sm3', key).update(`${kind}\0${plain}`).digest().toString('base64url', 0, INDEX_BYTES)
}
