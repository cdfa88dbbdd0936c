import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type TestAccount, testServer } from '../../testing/http.ts'
import { asOwner } from '../db/scope.ts'
import { UPLOAD_LIMIT } from './transfers.ts'

const { current } = testServer()

const BYTES = new TextEncoder().encode('姓名,身份证号\r\n张三,\r\n')

test('what was uploaded is fetched again byte for byte, under its own name, never shown in the page', async () => {
  const chief = await current().as('chief')
  const fileId = await upload('chief', '花名册 2025（一）.csv')

  const response = await chief.fetch(`/downloads/${fileId}`)

  expect(response.status).toBe(200)
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(BYTES)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-length': String(BYTES.length),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('花名册 2025（一）.csv')}`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  })
})

test('uploads and downloads stand in the trail, without the name of the file', async () => {
  const fileId = await upload('chief', '张三.csv')
  const chief = await current().as('chief')
  await (await chief.fetch(`/downloads/${fileId}`)).arrayBuffer()

  const rows = await asOwner(current().app.database.db, 'b999999', async (tx) => {
    const trail =
      await sql<object>`select verb, actor, before, after from trail where subject = ${fileId} order by id`.execute(tx)
    return trail.rows
  })

  expect(rows).toMatchObject([
    { verb: 'platform.upload', actor: 'chief' },
    { verb: 'platform.download', actor: 'chief' },
  ])
  expect(JSON.stringify(rows)).not.toContain('张三')
})

test.each<[string, TestAccount]>([
  ['a colleague with the same rights', 'clerk'],
  ['somebody of another town', 'west-clerk'],
  ['a leader', 'leader'],
  ['an administrator', 'audit-administrator'],
])('a file belongs to whoever made it: %s gets nothing of it', async (_who, account) => {
  const fileId = await upload('chief', '花名册.csv')
  const other = await current().as(account)

  const response = await other.fetch(`/downloads/${fileId}`)

  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ code: 'platform.file-not-found' })
})

test.each(['nothing', '00000000-0000-4000-8000-000000000000', '..%2f..%2fkeys.json', `1' or '1'='1`])(
  'an address that is no file is answered like one that is not there: %s',
  async (id) => {
    const chief = await current().as('chief')

    expect((await chief.fetch(`/downloads/${id}`)).status).toBe(404)
  },
)

test('without a session nothing is taken and nothing is given', async () => {
  const fileId = await upload('chief', '花名册.csv')
  const stranger = current().stranger()

  expect((await stranger.fetch('/uploads?name=a.csv', { method: 'POST', body: BYTES })).status).toBe(401)
  expect((await stranger.fetch(`/downloads/${fileId}`)).status).toBe(401)
})

test.each<[TestAccount, number]>([
  ['village-worker', 403],
  ['leader', 403],
  ['system-administrator', 403],
  ['without-role', 403],
  ['town-worker', 200],
])('who may not import may not upload: %s', async (account, status) => {
  const browser = await current().as(account)

  expect((await browser.fetch('/uploads?name=a.csv', { method: 'POST', body: BYTES })).status).toBe(status)
})

test.each(['', '?name=', '?name=%20%20'])('an upload without a name is refused: %s', async (query) => {
  const chief = await current().as('chief')

  const response = await chief.fetch(`/uploads${query}`, { method: 'POST', body: BYTES })

  expect(response.status).toBe(400)
})

test('an upload that announces too much is refused before a byte is read', async () => {
  const cookie = await cookieOf('chief')

  const answer = await send(cookie, { 'content-length': String(UPLOAD_LIMIT + 1) }, 1)

  expect(answer).toMatchObject({ status: 413, code: 'platform.file-too-large' })
})

test('an upload that says nothing of its size is cut off at the limit, and leaves nothing behind', async () => {
  const cookie = await cookieOf('chief')
  const before = await storedFiles()

  const answer = await send(cookie, { 'transfer-encoding': 'chunked' }, UPLOAD_LIMIT + 2 * CHUNK.length)

  expect(answer).toMatchObject({ status: 413, code: 'platform.file-too-large' })
  expect(await storedFiles()).toBe(before)
  expect((await current().stranger().fetch('/healthz')).status).toBe(200)
})

test('an upload that breaks off leaves nothing behind', async () => {
  const cookie = await cookieOf('chief')
  const before = await storedFiles()

  await breakOff(cookie)

  await expect.poll(storedFiles).toBe(before)
  expect((await current().stranger().fetch('/healthz')).status).toBe(200)
})

const CHUNK = Buffer.alloc(1024 * 1024, 'x')

async function upload(account: TestAccount, name: string): Promise<string> {
  const browser = await current().as(account)
  const path = `/uploads?name=${encodeURIComponent(name)}`
  const response = await browser.fetch(path, { method: 'POST', body: BYTES })
  expect(response.status).toBe(200)
  const answer = (await response.json()) as { fileId: string; name: string; size: number }
  expect(answer).toEqual({ fileId: expect.any(String), name, size: BYTES.length })
  return answer.fileId
}

async function cookieOf(account: TestAccount): Promise<string> {
  const { cookies } = await current().as(account)
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
}

/** Sends megabytes until the server answers. `fetch` would not stop for an early answer. */
function send(cookie: string, headers: Record<string, string>, bytes: number) {
  const url = new URL(`${current().address}/uploads?name=a.csv`)
  return new Promise<{ status: number | undefined; code: unknown }>((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', headers: { cookie, ...headers } })
    outgoing.on('response', (response) => {
      let text = ''
      response.on('data', (part) => {
        text += String(part)
      })
      response.on('end', () => {
        outgoing.destroy()
        resolve({ status: response.statusCode, code: (JSON.parse(text) as { code?: unknown }).code })
      })
    })
    outgoing.on('error', reject)
    let left = bytes
    const more = (): void => {
      while (left > 0) {
        left -= CHUNK.length
        if (!outgoing.write(CHUNK.subarray(0, Math.min(CHUNK.length, left + CHUNK.length)))) break
      }
      if (left > 0) outgoing.once('drain', more)
    }
    more()
  })
}

function breakOff(cookie: string): Promise<void> {
  const url = new URL(`${current().address}/uploads?name=a.csv`)
  return new Promise((resolve) => {
    const outgoing = request(url, { method: 'POST', headers: { cookie, 'content-length': String(5 * CHUNK.length) } })
    outgoing.on('error', () => resolve())
    outgoing.write(CHUNK, () => outgoing.destroy())
    outgoing.on('close', () => resolve())
  })
}

async function storedFiles(): Promise<number> {
  const { storage } = current()
  const entries = await readdir(storage, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).length
}
