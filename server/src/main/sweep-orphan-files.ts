import { type App, inOwnerSetting } from '../platform/app.ts'
import type { Bureau } from '../platform/setting.ts'
import { listNamedKeys } from './orphan-files.sql.ts'

const DAY_MS = 24 * 60 * 60 * 1000
// Between storing a content and its record lie seconds; a week leaves time to see that a storage or a database is the wrong one.
const WAIT_DAYS = 7
const FILES_AT_ONCE = 500

/** What a sweep saw and did. */
export interface Sweep {
  readonly looked: number
  readonly orphans: number
  readonly removed: number
}

/**
 * 清理无主文件 (sweep orphan files): a content that no bureau's record names was stored by something that was cut off before its commit; after
 * a week it goes. Where more are nameless than named, the storage belongs to another database, and nothing is removed.
 */
export async function sweepOrphanFiles(app: App, bureaus: readonly Bureau[]): Promise<Sweep> {
  const before = app.clock().getTime() - WAIT_DAYS * DAY_MS
  const orphans: string[] = []
  let looked = 0
  for await (const keys of oldKeys(app, before)) {
    looked += keys.length
    orphans.push(...(await namelessOf(app, bureaus, keys)))
  }
  if (orphans.length > looked - orphans.length) return { looked, orphans: orphans.length, removed: 0 }
  for (const key of orphans) await app.files.remove(key)
  return { looked, orphans: orphans.length, removed: orphans.length }
}

async function* oldKeys(app: App, before: number): AsyncGenerator<readonly string[]> {
  let keys: string[] = []
  for await (const { key, putAt } of app.files.list()) {
    // Of a storage that does not say when, nothing is old.
    if (!(putAt.getTime() < before)) continue
    keys.push(key)
    if (keys.length < FILES_AT_ONCE) continue
    yield keys
    keys = []
  }
  if (keys.length > 0) yield keys
}

async function namelessOf(app: App, bureaus: readonly Bureau[], keys: readonly string[]): Promise<readonly string[]> {
  const nameless = new Set(keys)
  // One question a bureau: each keeps its records in its own schema, and all of them their contents in one storage.
  for (const bureau of bureaus) {
    const named = await inOwnerSetting(app, bureau, ({ tx }) => listNamedKeys(tx, [...nameless]))
    for (const key of named) nameless.delete(key)
    if (nameless.size === 0) break
  }
  return [...nameless]
}
