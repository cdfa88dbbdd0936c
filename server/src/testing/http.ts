import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DivisionCode } from '@dongzhou/terms/division'
import { type Role, roles } from '@dongzhou/terms/role'
import { afterAll, beforeAll } from 'vitest'
import { hashPassword, identify, openSignIn, recordAccount } from '../access/index.ts'
import { boundRoutes, served } from '../main/rooms.ts'
import type { App } from '../platform/app.ts'
import { asOwner } from '../platform/db/scope.ts'
import { openFiles, sealFiles } from '../platform/files/index.ts'
import { openApi } from '../platform/http/api.ts'
import { openPages } from '../platform/http/pages.ts'
import { makeServer, stopServer } from '../platform/http/server.ts'
import { openLog } from '../platform/log.ts'
import type { BoundRoute, Work } from '../platform/routes.ts'
import { type FreshDatabase, freshDatabase, TEST_NOW } from './fresh-database.ts'
import { COUNTY, EAST_TOWN, EAST_VILLAGE, TEST_BUREAU, WEST_TOWN } from './test-bureau.ts'

/** Every account of the tests opens with this. */
export const TEST_PASSWORD = 'Correct-horse-42'

/** Accounts that are there in every test of the border: one of each role, and two that matter for what they lack. */
export const testAccounts = {
  clerk: { role: 'clerk', division: COUNTY },
  chief: { role: 'chief', division: COUNTY },
  leader: { role: 'leader', division: COUNTY },
  'town-worker': { role: 'town-worker', division: EAST_TOWN },
  'village-worker': { role: 'village-worker', division: EAST_VILLAGE },
  'system-administrator': { role: 'system-administrator', division: COUNTY },
  'security-administrator': { role: 'security-administrator', division: COUNTY },
  'audit-administrator': { role: 'audit-administrator', division: COUNTY },
  'west-clerk': { role: 'clerk', division: WEST_TOWN },
  'without-role': { role: undefined, division: COUNTY },
} as const satisfies Record<string, { readonly role: Role | undefined; readonly division: DivisionCode }>

export type TestAccount = keyof typeof testAccounts

export interface TestServer {
  readonly address: string
  readonly app: App
  readonly database: FreshDatabase
  readonly routes: readonly BoundRoute[]
  readonly server: Server
  /** Where uploads and exports are kept. */
  readonly storage: string
  /** What the log got, a JSON line each. */
  readonly logged: readonly string[]
  /** The account's id in the bureau. */
  readonly accountIds: ReadonlyMap<TestAccount, number>
  /** Sets the server's clock; sessions live by the real one. */
  setNow(now: Date): void
  /** A second border over the same records, whose routes may be made to fail. The caller stops it. */
  openAnother(changed?: ReadonlyMap<string, Work>): Promise<{ readonly server: Server; readonly address: string }>
  /** A browser without session; at another address when named. */
  stranger(address?: string): Visitor
  /** A browser of an account that signed in once for the whole file; at another address of this server when named. */
  as(userName: TestAccount, address?: string): Promise<Visitor>
  /** A browser in which an account has just signed in with its password. */
  signIn(userName: TestAccount): Promise<Visitor>
}

/** A browser: keeps its cookies and says where it comes from. */
export interface Visitor {
  readonly cookies: ReadonlyMap<string, string>
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** Calls a route as our own screens do; `registry.listPeople`. */
  rpc(name: string, input?: unknown): Promise<Answer>
  post(path: string, body?: unknown): Promise<Answer>
}

export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** The real server on a free port over this file's own database; stopped and removed after the last test. */
export function testServer(): { readonly current: () => TestServer } {
  const database = freshDatabase()
  let started: { readonly server: TestServer; readonly folder: string } | undefined
  beforeAll(async () => {
    started = await start(database)
  })
  afterAll(async () => {
    if (!started) return
    started.server.server.closeAllConnections()
    await stopServer(started.server.server)
    await rm(started.folder, { recursive: true, force: true })
  })
  return {
    current: () => {
      if (!started) throw new Error('the server of this test file is not up yet')
      return started.server
    },
  }
}

/** Opens the accounts of the tests; answers their ids. One hash for all: argon2 is slow on purpose. */
export async function openTestAccounts(app: App): Promise<ReadonlyMap<TestAccount, number>> {
  const passwordHash = await hashPassword(TEST_PASSWORD)
  const names = Object.keys(testAccounts) as TestAccount[]
  return asOwner(app.database.db, TEST_BUREAU.schema, async (tx) => {
    const ids = new Map<TestAccount, number>()
    for (const userName of names) {
      const { role, division } = testAccounts[userName]
      const displayName = role === undefined ? '未授权' : roles[role]
      const user = { userId: randomUUID(), userName, displayName, passwordHash, bureauCode: TEST_BUREAU.code }
      ids.set(userName, await recordAccount(tx, { ...user, role, section: undefined, division, now: TEST_NOW }))
    }
    return ids
  })
}

async function start(database: FreshDatabase): Promise<{ readonly server: TestServer; readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'dongzhou-pages-'))
  const logged: string[] = []
  let now = TEST_NOW
  const log = openLog('debug', { write: (line: string) => void logged.push(line) })
  const storage = join(folder, 'files')
  const lying = await openFiles({ kind: 'disk', root: storage })
  const files = await sealFiles(lying, database.app().vault, join(folder, 'opened'))
  const app: App = { ...database.app(), files, storage: lying, clock: () => now, log }
  const routes = boundRoutes()
  const pages = await writePages(folder)
  const server = await openBorder(app, routes, pages)
  const address = await listen(server)
  const accountIds = await openTestAccounts(app)
  const sessions = new Map<TestAccount, Promise<Visitor>>()
  return {
    folder,
    server: {
      ...{ address, app, storage, database, routes, server, logged, accountIds },
      setNow: (instant) => {
        now = instant
      },
      openAnother: async (changed = new Map()) => {
        const another = await openBorder(
          app,
          routes.map((route) => ({ ...route, work: changed.get(route.name) ?? route.work })),
          pages,
        )
        return { server: another, address: await listen(another) }
      },
      stranger: (elsewhere = address) => visitor(elsewhere),
      as: async (userName, elsewhere = address) => {
        const session = sessions.get(userName) ?? signIn(address, userName)
        sessions.set(userName, session)
        return visitor(elsewhere, (await session).cookies)
      },
      signIn: (userName) => signIn(address, userName),
    },
  }
}

async function openBorder(app: App, routes: readonly BoundRoute[], pages: Parameters<typeof openPages>[0]) {
  const { db } = app.database
  const signIn = openSignIn({ db, clock: app.clock, secret: 'a secret for tests, 32 characters', origin: undefined })
  return makeServer({
    app,
    api: await openApi(app, served, routes),
    pages: openPages(pages),
    signIn: signIn.handle,
    identify: (headers) => identify(db, signIn, headers),
  })
}

async function writePages(folder: string): Promise<{ readonly desk: string; readonly pocket: string }> {
  const [desk, pocket] = [join(folder, 'desk'), join(folder, 'pocket')]
  await mkdir(join(desk, 'assets'), { recursive: true })
  await mkdir(pocket)
  await writeFile(join(desk, 'index.html'), '<!doctype html><title>东洲</title>')
  await writeFile(join(desk, 'assets', 'desk-1a2b.js'), 'export {}')
  await writeFile(join(pocket, 'index.html'), '<!doctype html><title>东洲 随身</title>')
  return { desk, pocket }
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  })
}

async function signIn(address: string, userName: TestAccount): Promise<Visitor> {
  const browser = visitor(address)
  const { status } = await browser.post('/api/auth/sign-in/username', { username: userName, password: TEST_PASSWORD })
  if (status !== 200) throw new Error(`${userName} could not sign in: ${status}`)
  return browser
}

function visitor(address: string, before: ReadonlyMap<string, string> = new Map()): Visitor {
  const cookies = new Map(before)
  const go = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    if (!headers.has('origin')) headers.set('origin', address)
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await fetch(`${address}${path}`, { redirect: 'manual', ...init, headers })
    for (const line of response.headers.getSetCookie()) keep(cookies, line)
    return response
  }
  const post = async (path: string, body: unknown = {}): Promise<Answer> => {
    const headers = { 'content-type': 'application/json' }
    return answerOf(await go(path, { method: 'POST', headers, body: JSON.stringify(body) }))
  }
  const rpc = async (name: string, input?: unknown): Promise<Answer> => {
    const { status, body } = await post(`/rpc/${name.replaceAll('.', '/')}`, { json: input })
    return { status, body: (body as { json?: unknown } | undefined)?.json ?? body }
  }
  return { cookies, fetch: go, post, rpc }
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';')
  const at = pair.indexOf('=')
  const isEnded = attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))
  if (isEnded) cookies.delete(pair.slice(0, at))
  else cookies.set(pair.slice(0, at), pair.slice(at + 1))
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}
