import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { checkFileKey, checkKind, isFileKey, newFileKey } from './file-key.ts'
import { type FileContent, type Files, FilesError, type ListedFile, type StoredFile } from './files.ts'
import { openSpoolFolder, spool } from './spool.ts'

export interface DiskConfig {
  readonly kind: 'disk'
  readonly root: string
}

/** Files in a folder of this machine. Several processes may share it: only temporary files of dead ones are swept. */
export async function openDiskFiles(config: DiskConfig): Promise<Files> {
  const root = resolve(config.root)
  const incoming = join(root, '.incoming')
  await openSpoolFolder(incoming)
  const pathOf = (key: string) => join(root, checkFileKey(key))
  return {
    put: async (content, label) => put({ root, incoming }, content, newFileKey(label)),
    putAt: async (key, content) => put({ root, incoming }, content, checkFileKey(key)),
    open: async (key) => readFrom(pathOf(key)),
    localPath: async (key) => {
      const path = pathOf(key)
      if (!(await isFile(path))) throw notFound()
      return { path, dispose: async () => undefined }
    },
    remove: async (key) => rm(pathOf(key), { force: true }),
    exists: async (key) => isFile(pathOf(key)),
    list: (kind) => list(root, kind),
  }
}

interface Place {
  readonly root: string
  readonly incoming: string
}

/** Written aside, forced to the disk, then given its name: whatever is killed when, a name stands for a whole content. */
async function put({ root, incoming }: Place, content: FileContent, key: string): Promise<StoredFile> {
  const { path, size, sm3 } = await spool(incoming, content)
  const target = join(root, key)
  try {
    const isNewFolder = (await mkdir(dirname(target), { recursive: true, mode: 0o700 })) !== undefined
    await rename(path, target)
    await syncFolder(dirname(target))
    if (isNewFolder) await syncFolder(dirname(dirname(target)))
    if (isNewFolder) await syncFolder(root)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { key, size, sm3 }
}

async function readFrom(path: string): Promise<Readable> {
  const file = await open(path).catch((error: unknown) => {
    throw isMissing(error) ? notFound() : error
  })
  return file.createReadStream()
}

async function* list(root: string, kind: string | undefined): AsyncGenerator<ListedFile> {
  if (kind !== undefined) checkKind(kind)
  for (const folder of kind === undefined ? await namesIn(root) : [kind]) {
    for (const shard of await namesIn(join(root, folder))) yield* listShard(root, `${folder}/${shard}`)
  }
}

async function* listShard(root: string, shard: string): AsyncGenerator<ListedFile> {
  for (const name of await namesIn(join(root, shard))) {
    const key = `${shard}/${name}`
    const found = isFileKey(key) ? await stat(join(root, key)).catch(() => undefined) : undefined
    if (found) yield { key, size: found.size, putAt: found.mtime }
  }
}

/** The names in a folder, in order; none when it is no folder or not there. */
async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error) || isCode(error, 'ENOTDIR')) return []
    throw error
  })
  return names.sort()
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
  return found?.isFile() ?? false
}

/** Without this, a power cut can forget a name whose content was safe. Windows cannot open a folder. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path)
  await folder.sync().finally(() => folder.close())
}

function notFound(): FilesError {
  return new FilesError('not-found', 'no file is stored under this key')
}

function isMissing(error: unknown): boolean {
  return isCode(error, 'ENOENT')
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
