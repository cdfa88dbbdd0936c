import { createHmac } from 'node:crypto'
import { TEST_PASSWORD, type Visitor } from './http.ts'

/** Sets up the second factor of whoever is signed in; answers the secret that makes their codes. */
export async function enrolSecondFactor(browser: Visitor): Promise<string> {
  const { body } = await browser.post('/api/auth/two-factor/enable', { password: TEST_PASSWORD })
  const secret = secretOf(body)
  const { status } = await browser.post('/api/auth/two-factor/verify-totp', { code: totp(secret) })
  if (status !== 200) throw new Error(`the second factor could not be set up: ${status}`)
  return secret
}

/** The secret in the address that an authenticator is given. */
export function secretOf(body: unknown): string {
  const { totpURI } = body as { totpURI: string }
  const secret = new URL(totpURI).searchParams.get('secret')
  if (!totpURI.startsWith('otpauth://totp/') || !secret) throw new Error('no secret was given')
  return secret
}

/** RFC 6238: six digits, thirty seconds, HMAC-SHA1. */
export function totp(secret: string): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const hash = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = (hash.at(-1) ?? 0) & 0xf
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** Six digits that are not the code of now. */
export function wrongCode(secret: string): string {
  return String((Number(totp(secret)) + 500_000) % 1_000_000).padStart(6, '0')
}

function fromBase32(text: string): Buffer {
  const bits = [...text.replace(/=+$/, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
