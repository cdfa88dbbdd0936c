import { type App, inOwnerSetting } from '../platform/app.ts'
import type { Bureau } from '../platform/setting.ts'
import { listNamedKeys, listSchemasWithFiles, madeAt } from './orphan-files.sql.ts'

const DAY_MS = 24 * 60 * 60 * 1000
// Between storing a content and its record lie seconds; a week leaves time to see that a storage or a database is the wrong one.
const WAIT_DAYS = 7
const FILES_AT_ONCE = 500
// What is cut off in a year are a few contents. More at once are true files whose records are missing, and those come from no backup again.
const MOST_A_NIGHT = 100
const MOST_OF_HUNDRED = 1
// A restore is noticed within the month: the contents stored after the backup was made are nameless in it, and all there is of that work.
const SETTLED_DAYS = 30

/** Why nothing was removed. */
export type Keeping = 'too-many' | 'database-is-new' | 'schema-of-no-bureau'

/** What a sweep saw and did. */
export interface Sweep {
  readonly looked: number
  readonly orphans: number
  readonly removed: number
  /** Only where there were orphans and all of them stayed. */
  readonly kept?: Keeping
}

/**
 * 清理无主文件 (sweep orphan files): a content that no bureau's record names was stored by something that was cut off before its commit; after
 * a week it goes. A removal is for good, and one database may not know of every record: so all of them stay, and the log warns, where they
 * are more than one in a hundred (one alone may always go) or more than a hundred; in the first month of a database, be it new, restored
 * or moved; and while it has the records of a bureau that is not in its list. Keys are logged before anything is removed.
 */
export async function sweepOrphanFiles(app: App, bureaus: readonly Bureau[]): Promise<Sweep> {
  const before = app.clock().getTime() - WAIT_DAYS * DAY_MS
  const orphans: string[] = []
  let looked = 0
  for await (const keys of oldKeys(app, before)) {
    looked += keys.length
    orphans.push(...(await namelessOf(app, bureaus, keys)))
  }
  const seen = { looked, orphans: orphans.length }
  if (orphans.length === 0) return { ...seen, removed: 0 }
  const kept = await whyKeep(app, bureaus, seen)
  if (kept !== undefined) {
    app.log.warn({ ...seen, kept, keys: orphans.slice(0, MOST_A_NIGHT) }, 'stored files in no record, none removed')
    return { ...seen, removed: 0, kept }
  }
  app.log.info({ ...seen, keys: orphans }, 'stored files in no record, to be removed')
  for (const key of orphans) await app.files.remove(key)
  return { ...seen, removed: orphans.length }
}

async function whyKeep(
  { database, clock }: App,
  bureaus: readonly Bureau[],
  { looked, orphans }: Pick<Sweep, 'looked' | 'orphans'>,
): Promise<Keeping | undefined> {
  const most = Math.min(MOST_A_NIGHT, Math.max(1, Math.floor((looked * MOST_OF_HUNDRED) / 100)))
  if (orphans > most) return 'too-many'
  if (clock().getTime() - (await madeAt(database.db)).getTime() < SETTLED_DAYS * DAY_MS) return 'database-is-new'
  const known = new Set(bureaus.map(({ schema }) => schema))
  return (await listSchemasWithFiles(database.db)).every((schema) => known.has(schema))
    ? undefined
    : 'schema-of-no-bureau'
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
