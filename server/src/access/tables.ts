import type { Generated } from 'kysely'

// A type, not an interface: Kysely's withTables wants an index signature.
export type AccessTables = {
  readonly account: {
    readonly id: Generated<number>
    readonly version: Generated<number>
    readonly user_id: string
    readonly user_name: string
    readonly display_name: string
    readonly role: string | null
    readonly section: string | null
    readonly division_code: string
    readonly is_active: Generated<boolean>
    readonly granted_by: number | null
    readonly created_at: Generated<Date>
  }
}
