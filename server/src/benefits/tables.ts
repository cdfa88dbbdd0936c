import type { Generated } from 'kysely'

// Types, not interfaces: Kysely's withTables wants an index signature.
export type BenefitTables = {
  readonly rate: RateTable
  readonly rate_exclusion: ExclusionTable
}

/** Who proposed a row, who confirmed it, and from when until when it counted. */
export type SignedColumns = {
  readonly id: Generated<number>
  readonly version: Generated<number>
  readonly division_code: string
  readonly document: string
  readonly source: string
  readonly state: 'sample' | 'proposed' | 'confirmed' | 'withdrawn'
  readonly voids: Generated<boolean>
  readonly supersedes_id: number | null
  readonly reason: string
  readonly recorded_at: Date
  readonly recorded_by: string
  readonly account_id: number | null
  readonly counts_from: Date | null
  readonly confirmed_at: Date | null
  readonly confirmed_by: string | null
  readonly confirmed_account_id: number | null
  readonly superseded_at: Date | null
  readonly superseded_by: number | null
  readonly withdrawn_at: Date | null
  readonly withdrawn_by: string | null
  readonly withdrawn_because: Generated<string>
}

export type RateTable = SignedColumns & {
  readonly kind: string
  readonly key: string
  readonly jurisdiction: string
  readonly value: number
  readonly choice: string | null
  readonly unit: string
  readonly base: string | null
  readonly rounding_mode: string
  readonly rounding_unit: number
  readonly valid_from: string
  readonly valid_to: string | null
  readonly announced_on: string | null
}

export type ExclusionTable = SignedColumns & {
  readonly benefit: string
  readonly other: string
  readonly way: 'exclude' | 'cap' | 'stack'
  readonly valid_from: string | null
  readonly valid_to: string | null
}
