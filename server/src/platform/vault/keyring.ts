import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import { KeyringError } from './vault-error.ts'

const SECRET_BYTES = 32
const KEY_ID = /^[a-z][a-z0-9-]{0,15}$/

/** Secrets by their id, and which of them is used for what is written from now on. */
export interface Secrets {
  readonly current: string
  readonly secrets: ReadonlyMap<string, KeyObject>
}

/**
 * 密钥环 (keyring): the secrets of one installation, 32 random bytes each. Those of `sealing` encrypt fields and blobs and are
 * rotated freely: a sealed value carries the id of its key, so former keys go on opening what they sealed. Those of `indexing`
 * make the blind indexes and stand apart, because an index carries no key id: a new one is of use only after every index has
 * been computed again. Hence two rotations, `rotateSealing` and `rotateIndex`, and never one that does both.
 *
 * As text: `{ "current": "k2", "keys": { "k1": "<base64>", "k2": "<base64>" }, "index": { "current": "i1", "keys": { "i1": "<base64>" } } }`.
 * One secret an id, not one for each use: HKDF over SM3 derives the encryption and the authentication key from it (`deriveKey`), so
 * that nobody can mix them up by hand. The secrets are KeyObjects: they print as nothing, and are four times as fast as bytes.
 */
export interface Keyring {
  readonly sealing: Secrets
  readonly indexing: Secrets
}

/** A new keyring with one random secret for sealing (k1) and one for indexing (i1). */
export function freshKeyring(): Keyring {
  return {
    sealing: { current: 'k1', secrets: new Map([['k1', freshSecret()]]) },
    indexing: { current: 'i1', secrets: new Map([['i1', freshSecret()]]) },
  }
}

/** Adds a new key for sealing and makes it current; former keys stay, so that old values open. Indexes do not change. */
export function rotateSealing(keyring: Keyring): Keyring {
  return { ...keyring, sealing: rotate(keyring.sealing, 'k') }
}

/**
 * Adds a new key for blind indexes and makes it current. Every stored index must then be computed again from the opened
 * value; until that is done, search with `Vault.indexes` and `Vault.tails`, which answer for the former keys too.
 */
export function rotateIndex(keyring: Keyring): Keyring {
  return { ...keyring, indexing: rotate(keyring.indexing, 'i') }
}

/** Drops the former keys of one use, once nothing is left that needs them. What they sealed can never be opened again. */
export function retireFormer(keyring: Keyring, use: 'sealing' | 'indexing'): Keyring {
  const { current } = keyring[use]
  return { ...keyring, [use]: { current, secrets: new Map([[current, secretOf(keyring[use], current)]]) } }
}

/** Reads a keyring from its JSON text. Throws KeyringError, whose sentence never holds a part of the text. */
export function parseKeyring(text: string): Keyring {
  const { current, keys, index } = recordOf(parseJson(text), '密钥')
  const { current: currentIndex, keys: indexKeys } = recordOf(index, 'index')
  return {
    sealing: parseSecrets(current, keys, 'keys'),
    indexing: parseSecrets(currentIndex, indexKeys, 'index.keys'),
  }
}

/** The JSON text of a keyring, as `parseKeyring` reads it. It holds the secrets: for the key file only, never for a log. */
export function keyringText(keyring: Keyring): string {
  const { sealing, indexing } = keyring
  const index = { current: indexing.current, keys: exported(indexing) }
  return `${JSON.stringify({ current: sealing.current, keys: exported(sealing), index }, undefined, 2)}\n`
}

/** A key for one purpose, derived from a secret by HKDF over SM3 (RFC 5869): purposes never share a key. */
export function deriveKey(secret: KeyObject, purpose: string, bytes: number): KeyObject {
  return createSecretKey(new Uint8Array(hkdfSync('sm3', secret, new Uint8Array(), `dongzhou/${purpose}`, bytes)))
}

/** Whether a text may be the id of a key. */
export function isKeyId(text: string): boolean {
  return KEY_ID.test(text)
}

function rotate(former: Secrets, letter: 'k' | 'i'): Secrets {
  const numbers = [...former.secrets.keys()].map((id) => Number(/^[ki](\d+)$/.exec(id)?.[1] ?? 0))
  const current = `${letter}${Math.max(0, ...numbers) + 1}`
  return { current, secrets: new Map([...former.secrets, [current, freshSecret()]]) }
}

function freshSecret(): KeyObject {
  return createSecretKey(randomBytes(SECRET_BYTES))
}

function secretOf(of: Secrets, id: string): KeyObject {
  const secret = of.secrets.get(id)
  if (!secret) throw new KeyringError('not-a-keyring', `密钥格式不对：没有编号为 ${id} 的密钥。`)
  return secret
}

function exported(of: Secrets): Record<string, string> {
  return Object.fromEntries([...of.secrets].map(([id, secret]) => [id, secret.export().toString('base64')]))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The cause is left out: a JSON error quotes the text it could not read, and the text is secret.
    throw new KeyringError('not-a-keyring', '密钥格式不对：不是 JSON。')
  }
}

function parseSecrets(current: unknown, keys: unknown, where: string): Secrets {
  const secrets = new Map(Object.entries(recordOf(keys, where)).map(([id, secret]) => parseSecret(id, secret, where)))
  if (typeof current !== 'string' || !secrets.has(current)) {
    throw new KeyringError('not-a-keyring', `密钥格式不对：current 所指的密钥不在 ${where} 中。`)
  }
  return { current, secrets }
}

function parseSecret(id: string, secret: unknown, where: string): readonly [string, KeyObject] {
  if (!isKeyId(id))
    throw new KeyringError('not-a-keyring', `密钥格式不对：${where} 中的编号应为 k1 这样的小写字母和数字。`)
  const bytes = Buffer.from(typeof secret === 'string' ? secret : '', 'base64')
  if (bytes.length !== SECRET_BYTES) {
    throw new KeyringError('not-a-keyring', `密钥格式不对：${where} 中的 ${id} 应为 32 字节的 Base64。`)
  }
  return [id, createSecretKey(bytes)]
}

function recordOf(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new KeyringError('not-a-keyring', `密钥格式不对：${where} 应为一个对象。`)
  }
  return { ...value }
}
