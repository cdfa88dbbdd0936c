import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { testServer } from '../../testing/http.ts'
import { anIdNumber } from '../../testing/people.ts'
import type { Work } from '../routes.ts'
import { stopServer } from './server.ts'

const { current } = testServer()

const opened: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of opened.splice(0)) await close()
})

interface Operation {
  readonly operationId?: string
  readonly summary?: string
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[]
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>
}

interface Document {
  readonly openapi: string
  readonly info: { readonly title?: string; readonly version?: string }
  readonly servers: readonly { readonly url: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

test('the interface document names every route once, by its own path and verb', async () => {
  const { openapi, info, servers, paths } = await theDocument()
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  )

  expect(openapi).toMatch(/^3\.1\.\d+$/)
  expect(info).toMatchObject({ title: expect.stringMatching(/\S/), version: expect.stringMatching(/^\d/) })
  expect(servers).toEqual([{ url: '/api/v1' }])
  const expected = current().routes.map(({ procedure }) => {
    const { method, path } = procedure['~orpc'].route
    return `${method} ${path}`
  })
  expect(operations.sort()).toEqual(expected.sort())
  expect(new Set(expected).size).toBe(expected.length)
})

test('each operation of the document stands by itself: an id, a Chinese title, its parameters, its answers', async () => {
  const { paths } = await theDocument()
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.values(item).map((operation) => ({ path, ...operation })),
  )

  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
  for (const { path, summary, parameters = [], responses = {} } of operations) {
    expect(summary, path).toMatch(/\p{Script=Han}/u)
    const inPath = parameters.filter((parameter) => parameter.in === 'path')
    expect(inPath.map(({ name }) => `{${name}}`).sort(), path).toEqual(path.match(/\{\w+\}/g) ?? [])
    expect(inPath.every(({ required }) => required === true)).toBe(true)
    expect(Object.keys(responses).length, path).toBeGreaterThan(0)
    for (const { description } of Object.values(responses)) expect(typeof description).toBe('string')
  }
})

test('every reference inside the document leads somewhere', async () => {
  const document = await theDocument()
  const references = JSON.stringify(document).match(/"\$ref":"[^"]+"/g) ?? []

  for (const reference of new Set(references)) {
    const pointer = JSON.parse(`{${reference}}`).$ref as string
    expect(pointer).toMatch(/^#\//)
    const found = pointer
      .slice(2)
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key.replaceAll('~1', '/')], document)
    expect(found, pointer).toBeDefined()
  }
})

test('what the document describes can be called as it says', async () => {
  const chief = await current().as('chief')

  const me = await chief.fetch('/api/v1/access/me')
  const found = await chief.post('/api/v1/registry/people/list', { text: '', size: 5 })
  const missing = await chief.fetch('/api/v1/registry/people/123')

  expect(await me.json()).toMatchObject({ userName: 'chief', role: 'chief', secondFactor: 'off' })
  expect(found).toEqual({ status: 200, body: { items: [], total: 0, more: false } })
  expect(missing.status).toBe(404)
  expect(await missing.json()).toMatchObject({ code: 'registry.person-not-found' })
})

test('the reference is read without another host: all its parts come from here', async () => {
  const stranger = current().stranger()
  const page = await (await stranger.fetch('/api/reference')).text()
  const parts = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '')

  expect(parts.length).toBe(3)
  for (const part of parts) {
    expect(part).toMatch(/^\/[^/]/)
    expect((await stranger.fetch(part)).status).toBe(200)
  }
  const start = await (await stranger.fetch('/api/reference/start.js')).text()
  expect(start).toContain("url: '/api/openapi.json'")
  expect(start).toContain('validatorUrl: null')
  expect(start).not.toMatch(/https?:/)
})

const ID_NUMBER = anIdNumber('19550101', '123')

const failures: readonly [string, Work][] = [
  [
    'a row that breaks a rule of the table',
    async ({ tx }) =>
      sql`insert into stored_file (id, division_code, kind, name, media_type, key, size, sm3, created_at)
      values (${randomUUID()}, '999999000000', ${ID_NUMBER}, '张三', 'text/plain', 'k', null, 'x', now())`.execute(tx),
  ],
  [
    'a row that stands there already',
    async ({ tx }) =>
      sql`insert into action (id, verb, input_hash, at)
      select ${randomUUID()}::uuid, verb, input_hash, at from action union all
      select '00000000-0000-4000-8000-000000000000'::uuid, ${ID_NUMBER}, '张三', now() from generate_series(1, 2)`.execute(
        tx,
      ),
  ],
  ['a value of the wrong type', async ({ tx }) => sql`select ${ID_NUMBER}::text::date`.execute(tx)],
  ['a statement that names a value', async ({ tx }) => sql.raw(`select '${ID_NUMBER}' from nowhere`).execute(tx)],
  [
    'a database error inside another',
    async ({ tx }) => {
      try {
        return await sql`select ${ID_NUMBER}::text::date`.execute(tx)
      } catch (cause) {
        throw new Error('reading the ledger', { cause })
      }
    },
  ],
  ['an answer that breaks the contract', async () => ({ userName: { of: ID_NUMBER }, displayName: '张三' })],
]

test.each(failures)(
  'an unexpected failure tells neither the caller nor the log whose data it was: %s',
  async (_what, work) => {
    const { server, address } = await current().openAnother(new Map([['access.me', work]]))
    opened.push(() => stopServer(server))
    const chief = await current().as('chief', address)
    const loggedBefore = current().logged.length

    const [rpc, rest] = [await chief.rpc('access.me'), await chief.fetch('/api/v1/access/me')]
    const answers = [JSON.stringify(rpc.body), await rest.text()]

    expect([rpc.status, rest.status]).toEqual([500, 500])
    for (const answer of answers) {
      expect(JSON.parse(answer)).toMatchObject({ code: 'platform.unexpected', message: expect.stringMatching(/。$/) })
      expect(answer).not.toMatch(/select|insert|constraint|column|relation|syntax|stack|\.ts/i)
    }
    const logged = current().logged.slice(loggedBefore)
    expect(logged.filter((line) => line.includes('request failed')).length).toBe(2)
    for (const text of [...answers, ...logged]) {
      expect(text).not.toContain(ID_NUMBER)
      expect(text).not.toContain('张三')
    }
  },
)

test('an input that is refused is not repeated, neither to the caller nor to the log', async () => {
  const chief = await current().as('chief')
  const loggedBefore = current().logged.length

  const answer = await chief.rpc('registry.registerPerson', {
    actionId: randomUUID(),
    facts: [
      { kind: 'phone', value: { phone: `${ID_NUMBER}${ID_NUMBER}` } },
      { kind: ID_NUMBER, value: {} },
    ],
    note: '张三'.repeat(200),
  })

  expect(answer).toMatchObject({ status: 400, body: { code: 'platform.bad-input' } })
  for (const text of [JSON.stringify(answer), ...current().logged.slice(loggedBefore)]) {
    expect(text).not.toContain(ID_NUMBER)
    expect(text).not.toContain('张三')
  }
})

test('a search leaves no name and no number in the log', async () => {
  const chief = await current().as('chief')
  const loggedBefore = current().logged.length

  await chief.rpc('registry.findPeople', { text: ID_NUMBER })
  await chief.fetch(`/rpc/registry/getPerson?data=${encodeURIComponent(JSON.stringify({ json: { id: ID_NUMBER } }))}`)
  await chief.fetch(`/uploads?name=${ID_NUMBER}.csv`, { method: 'POST', body: '' })

  const logged = current().logged.slice(loggedBefore)
  expect(logged.length).toBeGreaterThanOrEqual(3)
  for (const line of logged) expect(line).not.toContain(ID_NUMBER)
})

test('a stop lets a running request end, takes no new one, and waits for nothing else', async () => {
  let [goOn, hasBegun] = [() => {}, () => {}]
  const begun = new Promise<void>((resolve) => {
    hasBegun = resolve
  })
  const until = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const real = current().routes.find(({ name }) => name === 'access.me')?.work
  const slow: Work = async (setting, input) => {
    hasBegun()
    await until
    return real?.(setting, input)
  }
  const { server, address } = await current().openAnother(new Map([['access.me', slow]]))
  const chief = await current().as('chief', address)
  const running = chief.rpc('access.me')
  await begun

  const stopped = stopServer(server)
  await expect(current().stranger(address).fetch('/healthz')).rejects.toThrow()
  goOn()

  expect(await running).toMatchObject({ status: 200, body: { userName: 'chief' } })
  await stopped
  expect(server.listening).toBe(false)
})

async function theDocument(): Promise<Document> {
  return (await (await current().stranger().fetch('/api/openapi.json')).json()) as Document
}
