import type { Generated, JSONColumnType } from 'kysely'

// Types, not interfaces: Kysely's withTables wants an index signature.
export type RegistryTables = {
  readonly person: PersonTable
  readonly fact: FactTable
  readonly relation: RelationTable
  readonly division: DivisionTable
  readonly organisation: OrganisationTable
}

export type PersonTable = {
  readonly id: Generated<number>
  readonly version: Generated<number>
  readonly name: string
  readonly pinyin: string
  readonly initials: string
  readonly sex: string | null
  readonly born: string | null
  readonly born_precision: string | null
  readonly division_code: string
  readonly address: string | null
  readonly identities: Generated<string[]>
  readonly is_alive: Generated<boolean>
  readonly died_on: string | null
  readonly disability_grade: number | null
  readonly disability_nature: string | null
  readonly id_number_sealed: string | null
  readonly phone_sealed: string | null
  readonly enlisted_on: string | null
  readonly discharged_on: string | null
  readonly disputes: Generated<string[]>
  readonly merged_into: number | null
  readonly is_listed: Generated<boolean>
  readonly created_at: Generated<Date>
  readonly changed_at: Generated<Date>
}

export type FactTable = {
  readonly id: Generated<number>
  readonly person_id: number
  readonly division_code: string
  readonly kind: string
  readonly value: JSONColumnType<object, string, string> | null
  readonly sealed: string | null
  readonly blind_index: string | null
  readonly blind_tail: string | null
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly certainty: string
  readonly source: JSONColumnType<object, string, string>
  readonly recorded_at: Date
  readonly action_id: string
  readonly superseded_at: Date | null
  readonly superseded_by: string | null
  readonly superseded_because: string | null
}

export type RelationTable = {
  readonly id: Generated<number>
  readonly person_id: number
  readonly other_person_id: number | null
  readonly other_name: string | null
  readonly household_id: number | null
  readonly kind: string
  readonly division_code: string
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly source: JSONColumnType<object, string, string>
  readonly recorded_at: Date
  readonly action_id: string
  readonly superseded_at: Date | null
  readonly superseded_by: string | null
}

export type DivisionTable = {
  readonly code: string
  readonly version: Generated<number>
  readonly name: string
  readonly short_name: string
  readonly parent_code: string | null
  readonly aliases: Generated<string[]>
  readonly is_active: Generated<boolean>
  readonly source: string
}

export type OrganisationTable = {
  readonly id: Generated<number>
  readonly version: Generated<number>
  readonly name: string
  readonly match_key: string
  readonly pinyin: string
  readonly initials: string
  readonly kind: string
  readonly credit_code: string | null
  readonly division_code: string
  readonly contact_name: string | null
  readonly contact_phone_sealed: string | null
  readonly merged_into: number | null
  readonly source: JSONColumnType<object, string, string>
  readonly created_at: Generated<Date>
}
