import type { Generated } from 'kysely'

// Types, not interfaces: Kysely's withTables wants an index signature.
export type PlanTables = {
  readonly plan_target: TargetTable
  readonly period_closing: ClosingTable
}

export type TargetTable = {
  readonly id: Generated<number>
  readonly division_code: string
  readonly year: number
  readonly indicator: string
  readonly version: number
  readonly target: number | null
  readonly from_on: string
  readonly to_on: string
  readonly reason: string
  readonly document: string
  readonly decided_on: string
  readonly actor: string
  readonly account_id: number | null
  readonly set_at: Date
}

export type ClosingTable = {
  readonly id: Generated<number>
  readonly division_code: string
  readonly year: number
  readonly half: string
  readonly from_on: string
  readonly to_on: string
  readonly note: string
  readonly actor: string
  readonly account_id: number | null
  readonly closed_at: Date
}
