import { pageOf } from './db/paging.ts'
import type { Setting } from './setting.ts'

export interface TrailEntry {
  /** Room and verb: `registry.correct-fact`. */
  readonly verb: string
  readonly subject: { readonly kind: string; readonly id: string | number }
  readonly division?: string | undefined
  readonly before?: object | undefined
  readonly after?: object | undefined
  readonly purpose?: string | undefined
}

/** What a trail row needs to know of who acts and when. */
export type TrailSetting = Pick<Setting, 'tx' | 'now' | 'clerk' | 'actionId'>

/** 留痕: writes a trail row in the transaction of the change. `before` and `after` hold masked values only. */
export async function recordTrail(setting: TrailSetting, entry: TrailEntry): Promise<void> {
  await recordTrails(setting, [entry])
}

/** Many trail rows at once: an import leaves one for each person it touched. */
export async function recordTrails(setting: TrailSetting, entries: readonly TrailEntry[]): Promise<void> {
  for (let from = 0; from < entries.length; from += ROWS_PER_INSERT) {
    const rows = entries.slice(from, from + ROWS_PER_INSERT).map((entry) => trailRow(setting, entry))
    await setting.tx.insertInto('trail').values(rows).execute()
  }
}

// 12 parameters a row; PostgreSQL takes 65,535 in one statement.
const ROWS_PER_INSERT = 1000

function trailRow(setting: TrailSetting, entry: TrailEntry) {
  return {
    at: setting.now,
    actor: setting.clerk.actor,
    actor_name: setting.clerk.displayName,
    account_id: setting.clerk.accountId ?? null,
    verb: entry.verb,
    subject_kind: entry.subject.kind,
    subject: String(entry.subject.id),
    division_code: entry.division ?? setting.clerk.division,
    before: entry.before === undefined ? null : JSON.stringify(entry.before),
    after: entry.after === undefined ? null : JSON.stringify(entry.after),
    purpose: entry.purpose ?? null,
    action_id: setting.actionId ?? null,
  }
}

export interface TrailOfSubject {
  readonly at: Date
  readonly actorName: string
  readonly verb: string
  readonly purpose: string | undefined
}

/** The trail of one subject, newest first: what a room shows of who did what with its own records. */
export async function listTrailOf(
  { tx }: Pick<Setting, 'tx'>,
  subject: { readonly kind: string; readonly id: string },
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly TrailOfSubject[]; readonly total: number; readonly more: boolean }> {
  const found = tx.selectFrom('trail').where('subject_kind', '=', subject.kind).where('subject', '=', subject.id)
  const listed = found.select(['at', 'actor_name as actorName', 'verb', 'purpose']).orderBy('id', 'desc')
  const { items, ...counted } = await pageOf(tx, listed, page)
  return { items: items.map((row) => ({ ...row, purpose: row.purpose ?? undefined })), ...counted }
}
