import { sql } from 'kysely'
import type { Tx } from '../platform/db/database.ts'
import { pageOf } from '../platform/db/paging.ts'

export interface TrailFilter {
  readonly subject?: { readonly kind: string; readonly id: string } | undefined
  readonly accountId?: number | undefined
  readonly verb?: string | undefined
  readonly from?: Date | undefined
  /** Exclusive. */
  readonly before?: Date | undefined
}

export interface TrailRow {
  readonly id: number
  readonly at: Date
  readonly actor: string
  readonly verb: string
  readonly subjectKind: string
  readonly subject: string
  readonly division: string
  readonly before: unknown
  readonly after: unknown
  readonly purpose: string | undefined
}

/** A page of the trail inside the reader's division, newest first. Ids rise with time and are never drawn twice. */
export async function listTrail(
  tx: Tx,
  filter: TrailFilter,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly TrailRow[]; readonly total: number; readonly more: boolean }> {
  const found = matching(tx, filter)
    .select(['id', 'at', 'actor', 'verb', 'subject_kind', 'subject', 'division_code', 'before', 'after', 'purpose'])
    .orderBy('id', 'desc')
  const { items, ...counted } = await pageOf(tx, found, page)
  const rows = items.map(({ subject_kind, division_code, purpose, ...row }) => ({
    ...row,
    subjectKind: subject_kind,
    division: division_code,
    purpose: purpose ?? undefined,
  }))
  return { items: rows, ...counted }
}

/** How many rows no block covers yet; counted up to a million. */
export async function countUnsealed(tx: Tx): Promise<number> {
  const { rows } = await sql<{ unsealed: number }>`
    select count(*) as unsealed from (select 1 from trail
      where id > coalesce((select max(last_trail_id) from trail_block), 0) limit 1000000) as open`.execute(tx)
  return rows[0]?.unsealed ?? 0
}

function matching(tx: Tx, { subject, accountId, verb, from, before }: TrailFilter) {
  let query = tx.selectFrom('trail')
  if (subject) query = query.where('subject_kind', '=', subject.kind).where('subject', '=', subject.id)
  if (accountId !== undefined) query = query.where('account_id', '=', accountId)
  if (verb !== undefined) query = query.where('verb', '=', verb)
  if (from !== undefined) query = query.where('at', '>=', from)
  if (before !== undefined) query = query.where('at', '<', before)
  return query
}
