import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { sql } from 'kysely'
import type { App } from '../app.ts'
import { Fault } from '../fault.ts'
import type { Identity } from '../identity.ts'
import type { Api } from './api.ts'
import { toWireError } from './errors.ts'
import { securityHeaders } from './headers.ts'
import type { Pages } from './pages.ts'
import { receiveUpload, sendDownload } from './transfers.ts'

export interface HttpParts {
  readonly app: App
  readonly api: Api
  readonly pages: Pages
  readonly signIn: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  readonly identify: (headers: Headers) => Promise<Identity>
}

/** Makes the HTTP server; it does not listen yet. */
export function makeServer(parts: HttpParts): Server {
  const server = createServer((request, response) => {
    void serve(parts, request, response)
  })
  server.requestTimeout = 300_000
  server.headersTimeout = 20_000
  server.maxHeadersCount = 100
  return server
}

/** Stops taking requests, lets the running ones end, and after ten seconds cuts what is left. */
export function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection whose last answer is out would be kept for five seconds more.
    const sweeping = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearInterval(sweeping)
      resolve()
    })
    setTimeout(() => server.closeAllConnections(), 10_000).unref()
  })
}

async function serve(parts: HttpParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const started = performance.now()
  const requestId = randomUUID()
  const url = URL.parse(request.url ?? '/', 'http://local')
  securityHeaders(response, requestId)
  response.on('finish', () => logRequest(parts.app, request, response, { requestId, path: url?.pathname, started }))
  try {
    // `GET //` is no address. Outside this try it would end the process.
    if (!url) throw new Fault('platform.bad-input')
    await route(parts, request, response, url, requestId)
  } catch (error) {
    answerError(parts.app, response, error)
  }
}

async function route(
  parts: HttpParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  requestId: string,
): Promise<void> {
  const path = url.pathname
  // The sign-in service counts requests by this header; only the socket may say who is at the other end.
  request.headers['x-dongzhou-address'] = request.socket.remoteAddress ?? 'unknown'
  refuseForeignPages(request)
  if (path === '/healthz') return sendJson(response, 200, { isAlive: true })
  if (path === '/readyz') return sendReadiness(parts.app, response)
  if (path.startsWith('/api/auth/')) return parts.signIn(request, response)
  const context = { requestId, identify: remember(() => parts.identify(headersOf(request))) }
  if (path.startsWith('/rpc/')) return orNotFound(parts.api.rpc.handle(request, response, { prefix: '/rpc', context }))
  if (path === '/api/openapi.json') return sendJson(response, 200, parts.api.document)
  if (path.startsWith('/api/v1/')) {
    return orNotFound(parts.api.rest.handle(request, response, { prefix: '/api/v1', context }))
  }
  if (path === '/uploads' && request.method === 'POST') {
    return sendJson(response, 200, await receiveUpload(parts.app, await context.identify(), request, url))
  }
  if (path.startsWith('/downloads/')) {
    return sendDownload(parts.app, await context.identify(), path.slice('/downloads/'.length), response)
  }
  if (isForMachines(path) || !isReading(request)) throw new Fault('platform.not-found')
  parts.pages(request, response)
}

/** A program that asks for what is not there gets no page of the desk. */
function isForMachines(path: string): boolean {
  return path.startsWith('/api/') && !path.startsWith('/api/reference')
}

function isReading(request: IncomingMessage): boolean {
  return request.method === 'GET' || request.method === 'HEAD'
}

async function orNotFound(handled: Promise<{ matched: boolean }>): Promise<void> {
  if (!(await handled).matched) throw new Fault('platform.not-found')
}

/** A page of another site may not act in the name of whoever is signed in here. */
function refuseForeignPages(request: IncomingMessage): void {
  const { origin, host } = request.headers
  if (isReading(request) || origin === undefined) return
  if (URL.canParse(origin) && new URL(origin).host === host) return
  throw new Fault('access.not-authorised')
}

async function sendReadiness(app: App, response: ServerResponse): Promise<void> {
  await sql`select 1`.execute(app.database.db)
  sendJson(response, 200, { isReady: true })
}

function answerError(app: App, response: ServerResponse, error: unknown): void {
  const wire = toWireError(error)
  if (wire.status >= 500) app.log.error({ err: error }, 'request failed')
  if (response.headersSent) {
    response.destroy()
    return
  }
  sendJson(response, wire.status, wire.toJSON())
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value)
  }
  return headers
}

function remember<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

interface RequestSeen {
  readonly requestId: string
  readonly path: string | undefined
  readonly started: number
}

// Paths hold ids only: search texts and filters travel in bodies, which are never logged.
function logRequest(app: App, request: IncomingMessage, response: ServerResponse, seen: RequestSeen): void {
  const isPage = !/^\/(rpc|api)\//.test(seen.path ?? '')
  app.log[isPage ? 'debug' : 'info']({
    requestId: seen.requestId,
    method: request.method,
    path: seen.path,
    status: response.statusCode,
    ms: Math.round(performance.now() - seen.started),
  })
}
