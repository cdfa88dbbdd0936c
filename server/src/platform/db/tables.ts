import type { Generated, JSONColumnType } from 'kysely'

/** The tables the platform itself keeps, as Kysely sees them. A room adds its own with `tx.withTables<…>()`. */
export interface PlatformTables {
  readonly action: ActionTable
  readonly trail: TrailTable
  readonly trail_block: TrailBlockTable
  readonly stored_file: StoredFileTable
  readonly job_run: JobRunTable
}

export interface ActionTable {
  readonly id: string
  readonly account_id: number | null
  readonly verb: string
  readonly input_hash: string
  readonly reply_sealed: string | null
  readonly at: Date
}

export interface TrailTable {
  readonly id: Generated<number>
  readonly at: Date
  readonly actor: string
  /** What people call whoever it was, as it was then: accounts are renamed and stopped. */
  readonly actor_name: string
  readonly account_id: number | null
  readonly verb: string
  readonly subject_kind: string
  readonly subject: string
  readonly division_code: string
  readonly before: JSONColumnType<object, string, string> | null
  readonly after: JSONColumnType<object, string, string> | null
  readonly purpose: string | null
  readonly action_id: string | null
}

export interface TrailBlockTable {
  readonly number: number
  readonly first_trail_id: number
  readonly last_trail_id: number
  readonly rows: number
  readonly previous_hash: string
  readonly hash: string
  readonly sealed_at: Date
}

export interface StoredFileTable {
  readonly id: string
  readonly division_code: string
  readonly account_id: number | null
  readonly kind: string
  readonly name: string
  readonly media_type: string
  readonly key: string
  readonly size: number
  readonly sm3: string
  readonly created_at: Date
  readonly content_removed_at: Generated<Date | null>
}

export interface JobRunTable {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly account_id: number | null
  readonly division_code: string
  readonly payload: JSONColumnType<object, string, string>
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly done: number
  readonly total: number | null
  readonly result: JSONColumnType<object, string, string> | null
  readonly fault: string | null
  readonly cancel_asked: boolean
  readonly attempt: Generated<number>
  readonly created_at: Date
  readonly changed_at: Date
}
