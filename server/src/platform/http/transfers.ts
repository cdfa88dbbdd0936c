import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { type App, inSetting } from '../app.ts'
import { mayAnywhere } from '../clerk.ts'
import { Fault, requireMay } from '../fault.ts'
import { findFile, recordFile } from '../file.sql.ts'
import type { Identity } from '../identity.ts'
import { recordTrail } from '../trail.sql.ts'

/** 60 MB: a ledger of 300,000 rows has some 40 MB. */
export const UPLOAD_LIMIT = 60 * 1024 * 1024

/**
 * Takes a file as the raw body (`POST /uploads?name=…`), streams it into storage and answers its id. It changes no
 * record of the bureau: an action that names the id does. A repetition stores a second copy that nothing refers to.
 */
export async function receiveUpload(app: App, identity: Identity, request: IncomingMessage, url: URL): Promise<object> {
  requireMay(mayAnywhere(identity.clerk, 'intake.write'))
  const name = (url.searchParams.get('name') ?? '').trim().slice(0, 200)
  if (name === '') throw new Fault('platform.bad-input')
  if (Number(request.headers['content-length'] ?? 0) > UPLOAD_LIMIT) throw new Fault('platform.file-too-large')
  const stored = await app.files.put(bounded(request), { kind: 'upload', name })
  const fileId = await inSetting(app, identity, randomUUID(), async (setting) => {
    const id = await recordFile(setting, stored, { kind: 'upload', name, mediaType: 'application/octet-stream' })
    await recordTrail(setting, {
      verb: 'platform.upload',
      subject: { kind: 'file', id },
      after: { size: stored.size, sm3: stored.sm3 },
    })
    return id
  })
  return { fileId, name, size: stored.size }
}

async function* bounded(request: IncomingMessage): AsyncIterable<Uint8Array> {
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > UPLOAD_LIMIT) throw new Fault('platform.file-too-large')
    yield chunk
  }
}

/** Hands a file to the account that made it, and says so in the trail. Always as a download, never shown in the page. */
export async function sendDownload(app: App, identity: Identity, id: string, response: ServerResponse): Promise<void> {
  const file = await inSetting(app, identity, randomUUID(), async (setting) => {
    const found = /^[0-9a-f-]{36}$/.test(id) ? await findFile(setting, id) : undefined
    if (!found || found.accountId !== identity.clerk.accountId) throw new Fault('platform.file-not-found')
    await recordTrail(setting, {
      verb: 'platform.download',
      subject: { kind: 'file', id },
      after: { kind: found.kind },
    })
    return found
  })
  response.writeHead(200, {
    'content-type': file.mediaType,
    'content-length': file.size,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'cache-control': 'private, no-store',
  })
  await pipeline(await app.files.open(file.key), response)
}
