import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { testServer } from '../../testing/http.ts'

const { current } = testServer()

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

test.each([
  ['the desk', '/', 200],
  ['a page inside the desk', '/people/12', 200],
  ['an asset of the desk', '/assets/desk-1a2b.js', 200],
  ['an asset that is not there', '/assets/desk-0000.js', 404],
  ['the pocket', '/m', 200],
  ['the pocket with a slash', '/m/', 200],
  ['a page that the pocket has not', '/m/nothing', 404],
  ['life', '/healthz', 200],
  ['readiness', '/readyz', 200],
  ['the interface document', '/api/openapi.json', 200],
  ['the interface reference', '/api/reference', 200],
  ['a part of the reference', '/api/reference/swagger-ui.css', 200],
  ['a part that the reference has not', '/api/reference/nothing.js', 404],
  ['a route without session', '/rpc/access/me', 401],
  ['the same as REST', '/api/v1/access/me', 401],
  ['a route that is not there', '/rpc/access/nothing', 404],
  ['REST that is not there', '/api/v1/nothing', 404],
  ['an interface that is not there', '/api/nothing', 404],
  ['a session that is not there', '/api/auth/get-session', 200],
  ['what sign-in does not offer', '/api/auth/nothing', 404],
  ['a download without session', '/downloads/1', 401],
  ['an address with broken escapes', '/%E0%A4%A', 200],
])('every answer is guarded by the same headers: %s', async (_what, path, status) => {
  const response = await current().stranger().fetch(path)

  expect(response.status).toBe(status)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-security-policy': expect.stringMatching(/default-src 'self'; script-src 'self';.*frame-ancestors 'none'/),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'x-request-id': expect.stringMatching(uuid),
  })
  expect(response.headers.has('access-control-allow-origin')).toBe(false)
  expect(response.headers.has('x-powered-by')).toBe(false)
})

test.each([
  ['/', 'no-cache'],
  ['/people/12', 'no-cache'],
  ['/assets/desk-1a2b.js', 'public, max-age=31536000, immutable'],
  ['/api/openapi.json', 'no-store'],
])('pages are asked for anew, what is named by its content is kept: %s', async (path, expected) => {
  expect((await current().stranger().fetch(path)).headers.get('cache-control')).toBe(expected)
})

test('the id of a request stands in its answer and in the log, and no two are alike', async () => {
  const [one, other] = [
    await current().stranger().fetch('/rpc/access/me'),
    await current().stranger().fetch('/healthz'),
  ]
  const [id, otherId] = [one, other].map(({ headers }) => headers.get('x-request-id') ?? 'none')

  expect(id).not.toBe(otherId)
  const line = current().logged.find((each) => each.includes(`"requestId":"${id}"`)) ?? '{}'
  expect(JSON.parse(line)).toMatchObject({ method: 'GET', path: '/rpc/access/me', status: 401, ms: expect.any(Number) })
})

test.each([['/nothing'], ['/'], ['/assets/desk-1a2b.js'], ['/downloads'], ['/uploads/1']])(
  'nothing is posted to a page: %s',
  async (path) => {
    expect(await current().stranger().post(path)).toMatchObject({ status: 404, body: { code: 'platform.not-found' } })
  },
)

test.each(['GET //', 'GET //:', 'GET http://[', 'GET /\\', 'OPTIONS *'])(
  'a request line that is no address is answered, and the server lives: %s',
  async (line) => {
    const answer = await raw(`${line} HTTP/1.1\r\nhost: local\r\nconnection: close\r\n\r\n`)

    expect(answer).toMatch(/^HTTP\/1\.1 [24]\d\d /)
    expect((await current().stranger().fetch('/healthz')).status).toBe(200)
  },
)

test.each([
  ['another site', 'https://evil.example'],
  ['a page without origin', 'null'],
  ['the same host on another port', 'http://127.0.0.1:1'],
  ['what is no address', 'evil'],
])('a page of another site may not act for whoever is signed in: %s', async (_what, origin) => {
  const chief = await current().as('chief')
  const headers = { origin, 'content-type': 'application/json' }

  for (const path of ['/rpc/access/me', '/api/v1/registry/people/list', '/uploads?name=a.csv', '/api/auth/sign-out']) {
    const response = await chief.fetch(path, { method: 'POST', headers, body: '{}' })

    expect({ path, status: response.status }).toEqual({ path, status: 403 })
  }
  expect(await chief.rpc('access.me')).toMatchObject({ status: 200 })
})

test('an action cannot be asked for by a link', async () => {
  const chief = await current().as('chief')
  const data = JSON.stringify({ json: { actionId: crypto.randomUUID(), name: '测试单位', kind: '企业' } })

  const response = await chief.fetch(`/rpc/registry/registerOrganisation?data=${encodeURIComponent(data)}`)

  expect(response.status).toBe(405)
})

const THREE_MB = 3 * 1024 * 1024

test.each(['/rpc/access/me', '/rpc/registry/listPeople', '/api/v1/registry/people/list'])(
  'a body of more than 2 MB is refused, announced or not: %s',
  async (path) => {
    const chief = await current().as('chief')
    const text = JSON.stringify({ json: { text: 'x'.repeat(THREE_MB) } })
    const chunked = new ReadableStream({
      start: (controller) => {
        for (let at = 0; at < text.length; at += 65_536) {
          controller.enqueue(new TextEncoder().encode(text.slice(at, at + 65_536)))
        }
        controller.close()
      },
    })
    for (const body of [text, chunked]) {
      const response = await chief.fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        duplex: 'half',
      } as RequestInit)

      expect(response.status).toBe(413)
      expect(await response.text()).toContain('一次提交的内容过多')
    }
    expect(await chief.rpc('access.me')).toMatchObject({ status: 200 })
  },
)

test.each([
  ['no JSON', '{"json":', 'application/json'],
  ['a form', 'a=1', 'application/x-www-form-urlencoded'],
  ['nothing like its label', '\u0000', 'application/json'],
])('a body that cannot be read is answered in Chinese: %s', async (_what, body, type) => {
  const chief = await current().as('chief')

  for (const path of ['/rpc/registry/listPeople', '/api/v1/registry/people/list']) {
    const response = await chief.fetch(path, { method: 'POST', headers: { 'content-type': type }, body })

    expect([200, 400]).toContain(response.status)
    if (response.status === 400) expect(await response.text()).toMatch(/platform\.bad-input.*填写的内容有误/)
  }
})

test('a request that names no route is told so in Chinese', async () => {
  expect(await current().stranger().post('/rpc/nothing')).toMatchObject({
    status: 404,
    body: { code: 'platform.not-found', message: '没有找到所请求的内容。' },
  })
})

async function raw(request: string): Promise<string> {
  const socket = connect(Number(new URL(current().address).port), '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk) => {
    answer += String(chunk)
  })
  socket.write(request)
  await once(socket, 'close')
  return answer
}
