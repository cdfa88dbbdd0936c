import { createCipheriv, createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type IndexKind,
  openVault,
  parseKeyring,
  retireFormer,
  rotateIndex,
  rotateSealing,
  VaultError,
} from './index.ts'
import { keyringText } from './keyring.ts'

const SECRET_1 = Buffer.alloc(32, 1).toString('base64')
const SECRET_2 = Buffer.alloc(32, 2).toString('base64')
const keyring = parseKeyring(
  JSON.stringify({ current: 'k1', keys: { k1: SECRET_1 }, index: { current: 'i1', keys: { i1: SECRET_2 } } }),
)
const vault = openVault(keyring)
const where = 'person_fact.value/7'

// Made by the first release of this format: if these change, nobody's data opens or is found any more.
const KEPT = 'v1.k1.fk5GDQKyjFQPtnNkl_mdqWRd5cw-ReLdg8FZlqmh6QZ4bJXHxbwLxPlbnM4jl2yBzGC2qAb4f0cXY5g9cvDTkQ'
const KEPT_INDEX = 'x9-SISv3uDmSj-hPUCWZCQ'

const codeOf = (attempt: () => unknown): string => {
  try {
    attempt()
    return 'no refusal'
  } catch (error) {
    return error instanceof VaultError ? error.code : String(error)
  }
}

describe('the state algorithms of this Node are those of the standards', () => {
  // GB/T 32905-2016 (GM/T 0004), appendix A.
  test.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('SM3 of %s', (text, expected) => {
    expect(createHash('sm3').update(text).digest('hex')).toBe(expected)
  })

  // GB/T 32907-2016 (GM/T 0002), appendix A.1: key and plain block are the same.
  test('SM4 of the example block', () => {
    const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')

    const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false)

    expect(cipher.update(block, undefined, 'hex')).toBe('681edf34d206965e86b3e94f536e4246')
  })
})

describe('sealing a field', () => {
  test('what was sealed opens again, whatever the text and the place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, context) => {
        expect(vault.open(vault.seal(text, context), context)).toBe(text)
      }),
    )
  })

  test.each(['', '张三', '32062519490101123X', '𠮷'.repeat(500), 'x'.repeat(200_000)])('text %# comes back', (text) => {
    expect(vault.open(vault.seal(text, where), where)).toBe(text)
  })

  test('a value sealed last year opens today', () => {
    expect(vault.open(KEPT, where)).toBe('13800000000')
  })

  test('the same phone of two people cannot be told to be the same', () => {
    const sealed = Array.from({ length: 200 }, () => vault.seal('13800000000', where))

    expect(new Set(sealed).size).toBe(200)
  })

  test('a thousand seals of one phone are a thousand values, each of which opens', () => {
    const sealed = Array.from({ length: 1000 }, () => vault.seal('13912345678', where))

    expect(new Set(sealed.map((value) => value.slice(6, 27))).size).toBe(1000)
    expect(sealed.every((value) => vault.open(value, where) === '13912345678')).toBe(true)
  })

  test('the sealed value is text-safe and names its key', () => {
    expect(vault.seal('32062519490101123X', where)).toMatch(/^v1\.k1\.[A-Za-z0-9_-]+$/)
  })

  test('a change of any single character is refused', () => {
    const sealed = vault.seal('32062519490101123X', where)

    for (let at = 0; at < sealed.length; at += 1) {
      for (const other of ['A', 'B', 'z', '_', '.', '=', ' ', '+']) {
        if (sealed[at] === other) continue
        const changed = sealed.slice(0, at) + other + sealed.slice(at + 1)
        expect(codeOf(() => vault.open(changed, where))).toMatch(/^(tampered|malformed|unknown-key)$/)
      }
    }
  })

  test('a change of any single bit behind the key id is refused as tampering', () => {
    const sealed = vault.seal('32062519490101123X', where)
    const body = Buffer.from(sealed.slice('v1.k1.'.length), 'base64url')

    for (let bit = 0; bit < body.length * 8; bit += 1) {
      const changed = Buffer.from(body)
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(codeOf(() => vault.open(`v1.k1.${changed.toString('base64url')}`, where))).toBe('tampered')
    }
  })

  test('a value moved to another field or another row is refused', () => {
    const sealed = vault.seal('13800000000', 'person_fact.value/7')

    for (const elsewhere of [
      'person_fact.value/8',
      'person_fact.note/7',
      '',
      'person_fact.value/7 ',
      'person_fact.value/70',
    ]) {
      expect(codeOf(() => vault.open(sealed, elsewhere))).toBe('tampered')
    }
  })

  test.each([
    ['a plain ID number left in the column', '320625194901011234'],
    ['an empty text', ''],
    ['another version', 'v2.k1.AAAA'],
    ['no body', 'v1.k1.'],
    ['a body too short to hold a code', `v1.k1.${Buffer.alloc(63).toString('base64url')}`],
    ['a body that is no whole number of blocks', `v1.k1.${Buffer.alloc(65).toString('base64url')}`],
    ['a further part', `${'v1.k1.'}${Buffer.alloc(64).toString('base64url')}.AAAA`],
    ['a key id that no keyring has', 'v1.张三.AAAA'],
    ['padding, which base64url does not have', `v1.k1.${Buffer.alloc(64).toString('base64')}`],
  ])('%s is malformed', (_, text) => {
    expect(codeOf(() => vault.open(text, where))).toBe('malformed')
  })

  test('half a character is refused rather than turned into another', () => {
    expect(codeOf(() => vault.seal('\uD842', where))).toBe('malformed')
  })

  test('no refusal repeats what it was given', () => {
    const secret = '320625194901011234'
    const attempts = [
      () => vault.open(secret, where),
      () => vault.open(`v1.${secret}.AAAA`, where),
      () => vault.open(vault.seal(secret, where), 'elsewhere'),
      () => vault.seal(`${secret}\uD842`, where),
      () => vault.index('phone', '三二〇六二五'),
    ]

    for (const attempt of attempts) {
      expect(attempt).toThrow(VaultError)
      expect(attempt).not.toThrow(/320625|三二/)
    }
  })
})

describe('rotation of the sealing keys', () => {
  const rotated = rotateSealing(keyring)
  const after = openVault(rotated)
  const old = vault.seal('13800000000', where)

  test('an old value still opens, and is known not to be current', () => {
    expect(after.open(old, where)).toBe('13800000000')
    expect(after.isCurrent(old)).toBe(false)
    expect(vault.isCurrent(old)).toBe(true)
  })

  test('resealing brings a value under the new key, in its place only', () => {
    const resealed = after.reseal(old, where)

    expect(resealed.startsWith('v1.k2.')).toBe(true)
    expect(after.isCurrent(resealed)).toBe(true)
    expect(after.open(resealed, where)).toBe('13800000000')
    expect(codeOf(() => after.reseal(old, 'elsewhere'))).toBe('tampered')
  })

  test('a missing key is named', () => {
    expect(() => vault.open(after.seal('13800000000', where), where)).toThrow('the key k2 is not on the keyring')
    expect(codeOf(() => vault.open(after.seal('13800000000', where), where))).toBe('unknown-key')
  })

  test('a retired key opens nothing more', () => {
    const retired = openVault(retireFormer(rotated, 'sealing'))

    expect(codeOf(() => retired.open(old, where))).toBe('unknown-key')
    expect(retired.open(after.reseal(old, where), where)).toBe('13800000000')
  })

  test('a value passed off under the id of the other key is refused', () => {
    expect(codeOf(() => after.open(old.replace('v1.k1.', 'v1.k2.'), where))).toBe('tampered')
  })

  test('blind indexes stay as they were', () => {
    expect(after.index('phone', '13800000000')).toBe(vault.index('phone', '13800000000'))
    expect(after.tail('phone', '13800000000')).toBe(vault.tail('phone', '13800000000'))
  })

  test('what is no sealed value is not current', () => {
    expect(vault.isCurrent('13800000000')).toBe(false)
    expect(vault.isCurrent(Buffer.from('13800000000'))).toBe(false)
  })
})

describe('blind indexes', () => {
  test('are 16 bytes in base64url, and the same after a restart', () => {
    const restarted = openVault(parseKeyring(keyringText(keyring)))

    expect(vault.index('id-number', '32062519490101123X')).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect(restarted.index('id-number', '32062519490101123X')).toBe(vault.index('id-number', '32062519490101123X'))
    expect(vault.index('phone', '13800000000')).toBe(KEPT_INDEX)
  })

  test.each<[IndexKind, string, string]>([
    ['id-number', '32062519490101123x', '32062519490101123X'],
    ['id-number', ' 320625 19490101 123X ', '32062519490101123X'],
    ['id-number', '３２０６２５１９４９０１０１１２３Ｘ', '32062519490101123X'],
    ['phone', '138-0000-0000', '13800000000'],
    ['phone', '+86 138 0000 0000', '13800000000'],
    ['phone', '１３８００００００００', '13800000000'],
    ['phone', '0513-82100000', '051382100000'],
    ['bank-account', '6222 0000 1111 2222', '6222000011112222'],
    ['certificate', '苏军退 f-12', '苏军退F12'],
  ])('%s: %s is found as %s', (kind, written, plain) => {
    expect(vault.index(kind, written)).toBe(vault.index(kind, plain))
    expect(vault.tail(kind, written)).toBe(vault.tail(kind, plain))
  })

  test('a landline that happens to begin with 86 keeps it', () => {
    expect(vault.index('phone', '86210000')).not.toBe(vault.index('phone', '210000'))
  })

  test('the tail of a whole number is the tail that a clerk types', () => {
    expect(vault.tail('id-number', '32062519490101123X')).toBe(vault.tail('id-number', '123x'))
    expect(vault.tail('phone', '13800005678')).toBe(vault.tail('phone', '5678'))
  })

  test('kinds and tails never meet, even over the same digits', () => {
    const all = (['id-number', 'phone', 'bank-account', 'certificate'] as const).flatMap((kind) => [
      vault.index(kind, '5678'),
      vault.tail(kind, '5678'),
    ])

    expect(new Set(all).size).toBe(8)
  })

  test('two different phones have two different indexes', () => {
    const phones = Array.from({ length: 5000 }, (_, at) => String(13_800_000_000 + at))

    expect(new Set(phones.map((phone) => vault.index('phone', phone))).size).toBe(5000)
  })

  test.each<[IndexKind, string]>([
    ['phone', '无'],
    ['phone', ''],
    ['id-number', ' - '],
  ])('%s: %s leaves nothing to index and is refused', (kind, text) => {
    expect(codeOf(() => vault.index(kind, text))).toBe('malformed')
    expect(codeOf(() => vault.tail(kind, text))).toBe('malformed')
    expect(codeOf(() => vault.indexes(kind, text))).toBe('malformed')
  })

  test('while the index key is changed, a search asks for the new index and for the old', () => {
    const after = openVault(rotateIndex(keyring))

    expect(after.index('phone', '13800000000')).not.toBe(KEPT_INDEX)
    expect(after.indexes('phone', '13800000000')).toEqual([after.index('phone', '13800000000'), KEPT_INDEX])
    expect(after.tails('phone', '5678')).toEqual([after.tail('phone', '5678'), vault.tail('phone', '5678')])
    expect(after.open(KEPT, where)).toBe('13800000000')
  })

  test('once the old index key is retired, only the new index is left', () => {
    const after = openVault(retireFormer(rotateIndex(keyring), 'indexing'))

    expect(after.indexes('phone', '13800000000')).toEqual([after.index('phone', '13800000000')])
  })
})

describe('sealing a blob', () => {
  const blob = Buffer.from(Array.from({ length: 200_003 }, (_, at) => at % 251))

  test.each([0, 1, 15, 16, 17, 65_535, 65_536, 65_537, 131_072])('%i bytes come back', (length) => {
    const bytes = blob.subarray(0, length)

    expect(Buffer.compare(Buffer.from(vault.openBytes(vault.sealBytes(bytes, 'batch/1'), 'batch/1')), bytes)).toBe(0)
  })

  test('a blob that is a window on a larger buffer opens', () => {
    const sealed = vault.sealBytes(blob, 'batch/1')
    const larger = new Uint8Array(sealed.length + 20)
    larger.set(sealed, 10)

    expect(vault.openBytes(larger.subarray(10, 10 + sealed.length), 'batch/1')).toEqual(blob)
  })

  test('a change of any byte is refused', () => {
    const sealed = vault.sealBytes(blob.subarray(0, 40), 'batch/1')

    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      expect(codeOf(() => vault.openBytes(changed, 'batch/1'))).toMatch(/^(tampered|malformed|unknown-key)$/)
    }
  })

  test('a blob cut anywhere is refused', () => {
    const sealed = vault.sealBytes(blob.subarray(0, 40), 'batch/1')

    for (let length = 0; length < sealed.length; length += 1) {
      expect(codeOf(() => vault.openBytes(sealed.subarray(0, length), 'batch/1'))).toMatch(/^(tampered|malformed)$/)
    }
  })

  test('a blob of another batch, and a field passed off as a blob, are refused', () => {
    const body = Buffer.from(vault.seal('x', 'batch/1').slice('v1.k1.'.length), 'base64url')

    expect(codeOf(() => vault.openBytes(vault.sealBytes(blob, 'batch/1'), 'batch/2'))).toBe('tampered')
    expect(codeOf(() => vault.openBytes(Buffer.concat([Buffer.from('b1.k1.'), body]), 'batch/1'))).toBe('tampered')
  })

  test('a blob is brought under the new key', () => {
    const after = openVault(rotateSealing(keyring))
    const old = vault.sealBytes(blob, 'batch/1')

    const resealed = after.resealBytes(old, 'batch/1')

    expect([after.isCurrent(old), after.isCurrent(resealed)]).toEqual([false, true])
    expect(after.openBytes(resealed, 'batch/1')).toEqual(blob)
  })
})
