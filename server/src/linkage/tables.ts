import type { Reason } from '@dongzhou/engines/linkage'
import type { Generated, JSONColumnType } from 'kysely'

// Types, not interfaces: Kysely's withTables wants an index signature.
export type LinkageTables = {
  readonly linkage_pair: PairTable
  readonly linkage_merge: MergeTable
}

export type PairTable = {
  readonly id: Generated<number>
  readonly version: Generated<number>
  readonly first_person_id: number
  readonly second_person_id: number
  readonly division_code: string
  readonly other_division_code: string
  readonly band: string
  readonly score: number
  readonly reasons: JSONColumnType<readonly Reason[], string, string>
  readonly state: Generated<string>
  readonly found_at: Date
  readonly decided_by: string | null
  readonly decided_at: Date | null
  readonly because: string | null
  readonly opened_by_merge: number | null
  readonly closed_by_merge: number | null
}

export type MergeTable = {
  readonly id: Generated<number>
  readonly version: Generated<number>
  readonly kept_person_id: number
  readonly dropped_person_id: number
  readonly division_code: string
  readonly other_division_code: string
  readonly plan: JSONColumnType<object, string, string>
  readonly because: string
  readonly action_id: string
  readonly merged_by: string
  readonly merged_at: Date
  readonly undone_action_id: string | null
  readonly undone_by: string | null
  readonly undone_at: Date | null
  readonly undone_because: string | null
}
