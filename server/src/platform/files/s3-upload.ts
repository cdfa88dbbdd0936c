import { createReadStream } from 'node:fs'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { addressOf, clientOf, PATIENCE_MS, RETRIES, type S3Config, unreachableFor } from './s3-call.ts'

const FIRST_PAUSE_MS = 50

/** A file to be uploaded; the hash is signed, so that the storage refuses a content damaged on the way. */
export interface Upload {
  readonly path: string
  readonly size: number
  readonly sha256: string
}

/**
 * Uploads a file in one request, again while the storage answers with an error of its own.
 *
 * Not by `fetch`: that of Node 24 reads a body as fast as the disk gives it and does not wait for the socket. To a slow storage,
 * 300 MB were 340 MB in memory; through a stream of `node:http`, 42 MB.
 */
export async function upload(config: S3Config, key: string, file: Upload): Promise<Response> {
  for (let attempt = 0; ; attempt += 1) {
    const reply = await send(config, key, file)
    if (reply.status < 500 || attempt === RETRIES) return reply
    await wait(FIRST_PAUSE_MS * 2 ** attempt)
  }
}

async function send(config: S3Config, key: string, { path, size, sha256 }: Upload): Promise<Response> {
  const headers = { 'content-type': 'application/octet-stream', 'x-amz-content-sha256': sha256 }
  const signed = await clientOf(config).sign(addressOf(config, key), { method: 'PUT', headers })
  try {
    return await transmit(signed, path, size)
  } catch (cause) {
    throw unreachableFor('PUT', cause)
  }
}

async function transmit(signed: Request, path: string, size: number): Promise<Response> {
  const { promise, resolve, reject } = Promise.withResolvers<Response>()
  const start = signed.url.startsWith('https:') ? requestHttps : requestHttp
  const headers = { ...Object.fromEntries(signed.headers), 'content-length': size }
  const request = start(signed.url, { method: 'PUT', headers, signal: AbortSignal.timeout(PATIENCE_MS) })
  let isAnswered = false
  request.on('response', (reply) => {
    isAnswered = true
    text(reply).then(
      (body) => resolve(new Response(body === '' ? null : body, { status: reply.statusCode ?? 500 })),
      reject,
    )
  })
  // A storage may refuse and hang up before it has read everything: then its answer counts, not the broken pipe.
  const giveUp = (error: unknown) => {
    if (!isAnswered) reject(error)
  }
  request.on('error', giveUp)
  pipeline(createReadStream(path), request).catch(giveUp)
  return promise
}
