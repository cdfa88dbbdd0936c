import type { TrailLine } from '@dongzhou/contract/platform'
import type { TrailRow } from './trail.sql.ts'

/** A row of the trail on the wire. What it says before and after was masked when it was written. */
export function presentTrailRow(row: TrailRow, nameOf: (verb: string) => string): TrailLine {
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: row.actor,
    verb: row.verb,
    verbName: nameOf(row.verb),
    subjectKind: row.subjectKind,
    subject: row.subject,
    division: row.division,
    before: row.before ?? null,
    after: row.after ?? null,
    purpose: row.purpose ?? null,
  }
}
