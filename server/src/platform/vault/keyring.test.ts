import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  changeKeyFile,
  createKeyFile,
  freshKeyring,
  KeyringError,
  loadKeyring,
  openVault,
  parseKeyring,
  readKeyFile,
  retireFormer,
  rotateIndex,
  rotateSealing,
} from './index.ts'
import { keyringText } from './keyring.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyring-'))
})
afterAll(() => rm(folder, { recursive: true }))

const SECRET = Buffer.alloc(32, 9).toString('base64')
const good = { current: 'k1', keys: { k1: SECRET }, index: { current: 'i1', keys: { i1: SECRET } } }

describe('the text of a keyring', () => {
  test('is read back as it was written, through any rotation', () => {
    const keyring = rotateIndex(rotateSealing(rotateSealing(freshKeyring())))

    const read = parseKeyring(keyringText(keyring))

    expect([read.sealing.current, [...read.sealing.secrets.keys()]]).toEqual(['k3', ['k1', 'k2', 'k3']])
    expect([read.indexing.current, [...read.indexing.secrets.keys()]]).toEqual(['i2', ['i1', 'i2']])
    expect(keyringText(read)).toBe(keyringText(keyring))
  })

  test.each([
    ['is not JSON', 'k1=abc'],
    ['is a list', '[]'],
    ['has no keys', JSON.stringify({ ...good, keys: undefined })],
    ['has no index keys', JSON.stringify({ ...good, index: undefined })],
    ['names a current key that is not there', JSON.stringify({ ...good, current: 'k9' })],
    ['names no current index key', JSON.stringify({ ...good, index: { keys: { i1: SECRET } } })],
    ['holds a key of 16 bytes', JSON.stringify({ ...good, keys: { k1: Buffer.alloc(16).toString('base64') } })],
    ['holds a key that is a number', JSON.stringify({ ...good, keys: { k1: 7 } })],
    [
      'holds an id that would break the sealed format',
      JSON.stringify({ ...good, current: 'K.1', keys: { 'K.1': SECRET } }),
    ],
  ])('that %s is refused', (_, text) => {
    expect(() => parseKeyring(text)).toThrow(expect.objectContaining({ code: 'not-a-keyring' }))
  })

  test('is never repeated by a refusal', () => {
    const text = `{"current":"k1","keys":{"k1":"${SECRET}"`

    expect(() => parseKeyring(text)).toThrow(KeyringError)
    expect(() => parseKeyring(text)).not.toThrow(SECRET.slice(0, 8))
  })

  test('cannot be had by printing a keyring', () => {
    const keyring = parseKeyring(JSON.stringify(good))

    const printed = inspect(keyring, { depth: 9 }) + JSON.stringify([...keyring.sealing.secrets])

    expect(printed).not.toContain(SECRET)
    expect(printed).not.toContain('09 09 09')
  })
})

test('every fresh keyring has keys of its own', () => {
  expect(keyringText(freshKeyring())).not.toBe(keyringText(freshKeyring()))
})

test('a new key never takes the number of a key that was retired', () => {
  const keyring = retireFormer(rotateSealing(rotateSealing(freshKeyring())), 'sealing')

  expect([...keyring.sealing.secrets.keys()]).toEqual(['k3'])
  expect(rotateSealing(keyring).sealing.current).toBe('k4')
})

describe('the key file', () => {
  test('is made once, for its owner only, and never overwritten', async () => {
    const path = join(folder, 'made.json')

    const made = await createKeyFile(path)

    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(keyringText(await readKeyFile(path))).toBe(keyringText(made))
    await expect(createKeyFile(path)).rejects.toMatchObject({ code: 'already-there' })
    expect(keyringText(await readKeyFile(path))).toBe(keyringText(made))
  })

  test.each([0o640, 0o604, 0o644, 0o620, 0o666])(
    'with mode %o is refused in a sentence that says what to run',
    async (mode) => {
      const path = join(folder, `mode-${mode}.json`)
      await writeFile(path, JSON.stringify(good))
      await chmod(path, mode)

      await expect(readKeyFile(path)).rejects.toMatchObject({
        code: 'readable-by-others',
        message: expect.stringContaining(`chmod 600 ${path}`),
      })
    },
  )

  test('that is not there is named', async () => {
    await expect(readKeyFile(join(folder, 'nowhere.json'))).rejects.toMatchObject({
      code: 'no-keys',
      message: expect.stringContaining('nowhere.json'),
    })
  })

  test('gives way to the environment', async () => {
    const path = join(folder, 'second-choice.json')
    const inFile = await createKeyFile(path)

    const fromEnvironment = await loadKeyring({ environment: JSON.stringify(good), path })

    expect(keyringText(fromEnvironment)).toBe(keyringText(parseKeyring(JSON.stringify(good))))
    expect(keyringText(await loadKeyring({ environment: undefined, path }))).toBe(keyringText(inFile))
    expect(keyringText(await loadKeyring({ environment: '', path }))).toBe(keyringText(inFile))
    await expect(loadKeyring({ environment: undefined, path: undefined })).rejects.toMatchObject({ code: 'no-keys' })
  })

  test('is changed in one step, keeps its mode, and old values still open', async () => {
    const path = join(folder, 'rotated.json')
    const sealed = openVault(await createKeyFile(path)).seal('13800000000', 'a/1')

    const changed = await changeKeyFile(path, rotateSealing)

    expect(changed.sealing.current).toBe('k2')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(openVault(await readKeyFile(path)).open(sealed, 'a/1')).toBe('13800000000')
    expect((await readdir(folder)).filter((name) => name.startsWith('rotated.json'))).toEqual(['rotated.json'])
  })

  test('is not changed by two at once', async () => {
    const path = join(folder, 'contended.json')
    await createKeyFile(path)
    await writeFile(`${path}.lock`, '1\n')

    await expect(changeKeyFile(path, rotateSealing)).rejects.toMatchObject({ code: 'being-changed' })

    await rm(`${path}.lock`)
    const outcomes = await Promise.allSettled([changeKeyFile(path, rotateSealing), changeKeyFile(path, rotateSealing)])
    const done = outcomes.filter((outcome) => outcome.status === 'fulfilled')
    expect((await readKeyFile(path)).sealing.secrets.size).toBe(1 + done.length)
  })

  test('is left as it was when the change fails, and free for the next', async () => {
    const path = join(folder, 'failing.json')
    await createKeyFile(path)
    const before = await readFile(path, 'utf8')

    const failing = changeKeyFile(path, () => {
      throw new Error('no')
    })

    await expect(failing).rejects.toThrow('no')
    expect(await readFile(path, 'utf8')).toBe(before)
    expect((await changeKeyFile(path, rotateIndex)).indexing.current).toBe('i2')
  })
})
