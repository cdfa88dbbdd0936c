import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { checkFileKey, newFileKey } from './file-key.ts'
import type { FileContent, Files, LocalFile, StoredFile } from './files.ts'
import { accepted, callerOf, type S3Call, type S3Config } from './s3-call.ts'
import { listS3 } from './s3-list.ts'
import { upload } from './s3-upload.ts'
import { newSpoolPath, openSpoolFolder, spool } from './spool.ts'

/**
 * Files in a bucket of any S3-compatible storage. A stream is first written to a temporary file: S3 wants to know length and hash
 * before the first byte, and a request that failed can then be sent again. One request a file, so 5 GB at most.
 */
export async function openS3Files(config: S3Config): Promise<Files> {
  await openSpoolFolder(config.scratch)
  const call = callerOf(config)
  const exists = async (key: string) => {
    const reply = await call('HEAD', checkFileKey(key))
    if (reply.status === 404) return false
    return (await accepted(reply, 'HEAD')).ok
  }
  return {
    put: async (content, label) => put(config, content, newFileKey(label)),
    putAt: async (key, content) => put(config, content, checkFileKey(key)),
    open: (key) => openObject(call, key),
    localPath: (key) => download(call, config.scratch, key),
    remove: async (key) => {
      const reply = await call('DELETE', checkFileKey(key))
      if (reply.status !== 404) await accepted(reply, 'DELETE')
      await reply.body?.cancel()
    },
    exists,
    list: (kind) => listS3(call, kind),
  }
}

async function put(config: S3Config, content: FileContent, key: string): Promise<StoredFile> {
  const sha256 = createHash('sha256')
  const { path, size, sm3 } = await spool(config.scratch, content, (piece) => sha256.update(piece))
  try {
    await accepted(await upload(config, key, { path, size, sha256: sha256.digest('hex') }), 'PUT')
  } finally {
    await rm(path, { force: true })
  }
  return { key, size, sm3 }
}

async function openObject(call: S3Call, key: string): Promise<Readable> {
  const { body } = await accepted(await call('GET', checkFileKey(key)), 'GET')
  return body ? Readable.fromWeb(body) : Readable.from([])
}

async function download(call: S3Call, scratch: string, key: string): Promise<LocalFile> {
  const content = await openObject(call, key)
  const path = newSpoolPath(scratch)
  const dispose = () => rm(path, { force: true })
  try {
    const file = await open(path, 'wx', 0o600)
    await file.writeFile(content).finally(() => file.close())
  } catch (error) {
    await dispose()
    throw error
  }
  return { path, dispose }
}
