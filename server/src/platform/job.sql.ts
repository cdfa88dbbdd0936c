import { randomUUID } from 'node:crypto'
import type { DivisionCode } from '@dongzhou/terms/division'
import type { Tx } from './db/database.ts'
import { pageOf } from './db/paging.ts'
import type { JobOrder } from './setting.ts'

export interface JobRun {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly accountId: number | undefined
  readonly division: DivisionCode
  readonly payload: Readonly<Record<string, unknown>>
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly done: number
  readonly total: number | undefined
  readonly result: Readonly<Record<string, unknown>> | undefined
  readonly fault: string | undefined
  readonly isCancelAsked: boolean
  readonly createdAt: Date
  readonly changedAt: Date
}

export interface NewJobRun extends JobOrder {
  readonly accountId: number | undefined
  readonly division: string
  readonly now: Date
}

/** Writes the job's own row, in the transaction that orders it. */
export async function recordJobRun(tx: Tx, run: NewJobRun): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('job_run')
    .values({
      id,
      kind: run.kind,
      title: run.title,
      account_id: run.accountId ?? null,
      division_code: run.division,
      payload: JSON.stringify(run.payload),
      state: 'waiting',
      done: 0,
      total: run.total ?? null,
      result: null,
      fault: null,
      cancel_asked: false,
      created_at: run.now,
      changed_at: run.now,
    })
    .execute()
  return id
}

const columns = [
  'id',
  'kind',
  'title',
  'account_id',
  'division_code',
  'payload',
  'state',
  'done',
  'total',
  'result',
  'fault',
  'cancel_asked',
  'created_at',
  'changed_at',
] as const

export async function findJobRun(tx: Tx, id: string): Promise<JobRun | undefined> {
  const row = await tx.selectFrom('job_run').select(columns).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : toJobRun(row)
}

/** The oldest job of a kind that waits or runs, within the caller's scope: a room that wants one of them at a time asks first. */
export async function findOpenJobOf(tx: Tx, kind: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('job_run')
    .select('id')
    .where('kind', '=', kind)
    .where('state', 'in', ['waiting', 'running'])
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst()
  return row?.id
}

/** The last job of a kind that is done, within the caller's scope: what the night found stands in its result. */
export async function findLastDoneJobOf(tx: Tx, kind: string): Promise<JobRun | undefined> {
  const row = await tx
    .selectFrom('job_run')
    .select(columns)
    .where('kind', '=', kind)
    .where('state', '=', 'done')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .executeTakeFirst()
  return row === undefined ? undefined : toJobRun(row)
}

export async function listJobRuns(
  tx: Tx,
  accountId: number,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly JobRun[]; readonly total: number }> {
  const mine = tx
    .selectFrom('job_run')
    .where('account_id', '=', accountId)
    .select(columns)
    .orderBy('created_at', 'desc')
    .orderBy('id')
  const { items, total } = await pageOf(tx, mine, page)
  return { items: items.map(toJobRun), total }
}

export interface JobChange {
  readonly state?: JobRun['state']
  readonly done?: number
  readonly total?: number
  readonly result?: object
  readonly fault?: string | null
  readonly cancelAsked?: boolean
}

/**
 * Begins a job that has not ended, or takes it over from a worker that fell silent; answers which attempt it is. The lock waits for
 * a step of the attempt before (`holdsAttempt`), so what that one writes is written before this one begins.
 */
export async function beginAttempt(tx: Tx, id: string, now: Date): Promise<number | undefined> {
  const open = await tx
    .selectFrom('job_run')
    .select('attempt')
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .forUpdate()
    .executeTakeFirst()
  if (!open) return undefined
  const attempt = open.attempt + 1
  await tx.updateTable('job_run').set({ state: 'running', attempt, changed_at: now }).where('id', '=', id).execute()
  return attempt
}

/**
 * Does the job still run as this attempt? It then does until the transaction ends. A key lock: whoever reports how far the work is,
 * or asks to stop, need not wait for it; whoever takes the job over must.
 */
export async function holdsAttempt(tx: Tx, id: string, attempt: number): Promise<boolean> {
  const held = await tx
    .selectFrom('job_run')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where('attempt', '=', attempt)
    .forKeyShare()
    .executeTakeFirst()
  return held !== undefined
}

/** Ends a run of which nothing was heard since a time; answers false when it was, or when it is in the middle of a step. */
export async function endSilentRun(tx: Tx, id: string, since: Date, now: Date): Promise<boolean> {
  const silent = await tx
    .selectFrom('job_run')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where('changed_at', '<', since)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return silent !== undefined && changeJobRun(tx, id, { state: 'cancelled', cancelAsked: true }, now)
}

/** Changes a job that has not ended; answers false when it has, or when another attempt than the named one has it. */
export async function changeJobRun(
  tx: Tx,
  id: string,
  change: JobChange,
  now: Date,
  attempt?: number,
): Promise<boolean> {
  const result = await tx
    .updateTable('job_run')
    .set({
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.done === undefined ? {} : { done: change.done }),
      ...(change.total === undefined ? {} : { total: change.total }),
      ...(change.result === undefined ? {} : { result: JSON.stringify(change.result) }),
      ...(change.fault === undefined ? {} : { fault: change.fault }),
      ...(change.cancelAsked === undefined ? {} : { cancel_asked: change.cancelAsked }),
      // Being asked to stop is no sign of life.
      ...(change.cancelAsked === true && change.state === undefined ? {} : { changed_at: now }),
    })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .$if(attempt !== undefined, (query) => query.where('attempt', '=', attempt ?? 0))
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

interface JobRow {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly account_id: number | null
  readonly division_code: string
  readonly payload: object
  readonly state: JobRun['state']
  readonly done: number
  readonly total: number | null
  readonly result: object | null
  readonly fault: string | null
  readonly cancel_asked: boolean
  readonly created_at: Date
  readonly changed_at: Date
}

function toJobRun(row: JobRow): JobRun {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    accountId: row.account_id ?? undefined,
    division: row.division_code as DivisionCode,
    payload: row.payload as Record<string, unknown>,
    state: row.state,
    done: row.done,
    total: row.total ?? undefined,
    result: (row.result as Record<string, unknown> | null) ?? undefined,
    fault: row.fault ?? undefined,
    isCancelAsked: row.cancel_asked,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  }
}
