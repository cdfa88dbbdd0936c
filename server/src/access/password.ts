import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

// OWASP's floor for argon2id: 19 MiB, two passes, one lane.
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const

/** Hashes a password: `argon2id$<salt>$<tag>`, both base64url. About 35 ms. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive('argon2id', { ...COST, message: password.normalize('NFKC'), nonce })
  return `argon2id$${nonce.toString('base64url')}$${tag.toString('base64url')}`
}

export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [kind, salt = '', expected = ''] = hash.split('$')
  const [nonce, tag] = [Buffer.from(salt, 'base64url'), Buffer.from(expected, 'base64url')]
  // A hash that was cut short opens nothing; left to itself, argon2 throws.
  if (kind !== 'argon2id' || nonce.length < 16 || tag.length !== COST.tagLength) return false
  return timingSafeEqual(await derive('argon2id', { ...COST, message: password.normalize('NFKC'), nonce }), tag)
}

/** 口令策略: at least 12 characters and three of lower case, upper case, digit, sign; not the user name. */
export function isStrongPassword(password: string, userName: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length
  return password.length >= 12 && kinds >= 3 && !password.toLowerCase().includes(userName.toLowerCase())
}
