import { randomUUID } from 'node:crypto'
import { type Clerk, systemClerk } from './clerk.ts'
import { type Clock, dayInChina } from './clock.ts'
import type { Database, Tx } from './db/database.ts'
import { asOwner, inScope } from './db/scope.ts'
import type { Files } from './files/index.ts'
import type { Identity } from './identity.ts'
import { recordJobRun } from './job.sql.ts'
import type { JobQueue } from './jobs.ts'
import type { Log } from './log.ts'
import type { ActionSetting, Bureau, JobOrder } from './setting.ts'
import type { Vault } from './vault/index.ts'

/** The opened tools of one server process; made once at the start, handed to the border and the job runner. */
export interface App {
  readonly database: Database
  readonly vault: Vault
  /** Contents sealed on the way in and opened on the way out. */
  readonly files: Files
  /** The same contents as they lie in the storage, sealed: for the backup, which needs no key, and for the rotation. */
  readonly storage: Files
  readonly queue: JobQueue
  readonly clock: Clock
  readonly log: Log
}

export interface Actor {
  readonly bureau: Bureau
  readonly clerk: Clerk
  readonly secondFactor: Identity['secondFactor']
}

/** One transaction in the actor's scope, with everything an action or a question may know. */
export function inSetting<T>(
  app: App,
  actor: Actor,
  actionId: string,
  work: (setting: ActionSetting) => Promise<T>,
): Promise<T> {
  const scope = { schema: actor.bureau.schema, division: actor.clerk.division }
  return inScope(app.database.db, scope, (tx) => work(settingFor(app, actor, tx, actionId)))
}

/**
 * One transaction as the owner of a bureau's schema, outside every fence: for what must see all rows, such as sealing the trail
 * and checking the data. The clerk is the system, and may nothing.
 */
export function inOwnerSetting<T>(app: App, bureau: Bureau, work: (setting: ActionSetting) => Promise<T>): Promise<T> {
  const actor: Actor = { bureau, clerk: systemClerk(bureau.code, []), secondFactor: 'off' }
  return asOwner(app.database.db, bureau.schema, (tx) => work(settingFor(app, actor, tx)))
}

/** What an action in an open transaction is handed; without an action id, it gets one of its own. */
export function settingFor(app: App, actor: Actor, tx: Tx, actionId: string = randomUUID()): ActionSetting {
  const now = app.clock()
  return {
    tx,
    bureau: actor.bureau,
    clerk: actor.clerk,
    secondFactor: actor.secondFactor,
    now,
    today: dayInChina(now),
    vault: app.vault,
    files: app.files,
    actionId,
    startJob: (order) => startJob(app, actor, tx, now, order),
    wakeJob: (jobId) => app.queue.send(tx, { bureau: actor.bureau.code, jobId }),
  }
}

async function startJob(app: App, actor: Actor, tx: Tx, now: Date, order: JobOrder): Promise<string> {
  const { accountId, division } = actor.clerk
  const id = await recordJobRun(tx, { ...order, accountId, division, now })
  await app.queue.send(tx, { bureau: actor.bureau.code, jobId: id })
  return id
}
