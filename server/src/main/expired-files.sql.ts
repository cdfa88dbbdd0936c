import { sql } from 'kysely'
import type { Tx } from '../platform/db/database.ts'

/** A stored file whose time is over. */
export interface ExpiredFile {
  readonly id: string
  readonly kind: string
  readonly key: string
  readonly division: string
  readonly createdAt: Date
}

/**
 * Uploads and exports from before a time that nothing under way needs: no batch that is not at its end, no event whose proof and no
 * case whose paper the file is. It asks three rooms' tables at once, which only the house above them may: each room would hold back all of its own files.
 */
export async function listExpiredFilesForUpdate(tx: Tx, before: Date, limit: number): Promise<readonly ExpiredFile[]> {
  const { rows } = await sql<ExpiredFile>`
    select id, kind, key, division_code as division, created_at as "createdAt" from stored_file as f
    where kind in ('upload', 'export') and content_removed_at is null and created_at < ${before}
      and not exists (select 1 from intake_batch where file_id = f.id and state in ('reading', 'staged', 'accepting', 'withdrawing'))
      and not exists (select 1 from activity_event where proof_file_id = f.id)
      and not exists (select 1 from case_paper where file_id = f.id)
    order by created_at, id limit ${limit} for update`.execute(tx)
  return rows
}

/** Says on record that the contents are gone; answers how many records were changed. */
export async function recordContentRemoved(tx: Tx, ids: readonly string[], now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update stored_file set content_removed_at = ${now}
    where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
