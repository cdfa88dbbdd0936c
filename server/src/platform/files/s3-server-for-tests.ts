import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'

export const testKeys = {
  accessKeyId: 'S3RVER',
  secretAccessKey: 'S3RVER',
  region: 'cn-test-1',
  bucket: 'bureau',
} as const

/** An S3 server for tests, on a free port of this machine. */
export interface S3Server {
  readonly endpoint: string
  /** What was asked, oldest first. */
  readonly asked: readonly string[]
  /** Answers the next requests with 503, as a storage does that is too busy. */
  failNext(times: number): void
  close(): Promise<void>
}

interface S3rver {
  callback(): RequestListener
  configureBuckets(): Promise<unknown>
}

/**
 * Starts s3rver behind a door that checks every signature: s3rver itself lets most of version 4 through unverified, and a
 * signature that only a lenient server takes is worth nothing.
 */
export async function startS3Server(directory: string): Promise<S3Server> {
  const Server: new (options: object) => S3rver = createRequire(import.meta.url)('s3rver')
  const configureBuckets = [{ name: testKeys.bucket }]
  const store = new Server({ directory, silent: true, vhostBuckets: false, configureBuckets })
  await store.configureBuckets()
  const answer = store.callback()
  const asked: string[] = []
  let failures = 0
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    if (failures > 0) {
      failures -= 1
      refuse(request, response, 503, 'SlowDown')
    } else if (signatureOf(request) !== expectedSignature(request)) {
      refuse(request, response, 403, 'SignatureDoesNotMatch')
    } else answer(request, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    asked,
    failNext: (times) => {
      failures = times
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(() => done()))
    },
  }
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number, code: string): void {
  request.resume()
  request.on('end', () => response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`))
}

function signatureOf(request: IncomingMessage): string | undefined {
  return /Signature=([0-9a-f]{64})/.exec(request.headers.authorization ?? '')?.[1]
}

/** Signature version 4 as Amazon's reference describes it, written independently of the client that is tested. */
function expectedSignature(request: IncomingMessage): string {
  const [, scope = '', names = ''] =
    /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+)/.exec(request.headers.authorization ?? '') ?? []
  const [path = '', query = ''] = (request.url ?? '').split('?')
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
  const canonical = [
    request.method,
    path,
    query.split('&').sort().join('&'),
    headers.join(''),
    names,
    request.headers['x-amz-content-sha256'],
  ].join('\n')
  const hashed = createHash('sha256').update(canonical).digest('hex')
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, hashed].join('\n')
  const key = scope
    .split('/')
    .reduce<Buffer>((former, part) => hmac(former, part), Buffer.from(`AWS4${testKeys.secretAccessKey}`))
  return hmac(key, toSign).toString('hex')
}

function hmac(key: Buffer, part: string): Buffer {
  return createHmac('sha256', key).update(part).digest()
}
