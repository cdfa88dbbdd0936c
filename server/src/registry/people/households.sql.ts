import { sql } from 'kysely'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { RegistryTables } from '../tables.ts'

/** 户内成员: somebody of a household; one outside the scope stays without a name. */
export interface HouseholdMember {
  readonly relationId: number
  readonly personId: number
  readonly name: string
  readonly isHead: boolean
  readonly validFrom: string | undefined
}

const MEMBERSHIPS = ['household-head', 'household-member'] as const

/** The household a person lives in now; undefined when they are in none. */
export async function findHouseholdOf(setting: Setting, personId: number): Promise<number | undefined> {
  const row = await memberships(setting)
    .select('r.household_id')
    .where('r.person_id', '=', personId)
    .orderBy('r.id', 'desc')
    .executeTakeFirst()
  return row?.household_id ?? undefined
}

/** Everybody of a household, the head first. A household of more than a hundred is none. */
export async function listMembers(setting: Setting, householdId: number): Promise<readonly HouseholdMember[]> {
  const rows = await memberships(setting)
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select(['r.id', 'r.person_id', 'r.kind', 'r.valid_from', 'p.name'])
    .where('r.household_id', '=', householdId)
    .orderBy('r.kind')
    .orderBy('r.id')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    relationId: row.id,
    personId: row.person_id,
    name: row.name,
    isHead: row.kind === 'household-head',
    validFrom: row.valid_from ?? undefined,
  }))
}

/** 立户: households that have nobody yet, one for each division named. Answers their ids in the same order. */
export async function recordHouseholds(
  setting: ActionSetting,
  divisions: readonly string[],
): Promise<readonly number[]> {
  if (divisions.length === 0) return []
  const { rows } = await sql<{ id: number }>`
    insert into household (division_code, created_at)
    select d.code, ${setting.now}::timestamptz from unnest(${divisions}::text[]) with ordinality as d(code, at) order by d.at
    returning id`.execute(setting.tx)
  // Identity values are drawn in the order in which the rows are inserted.
  return rows.map(({ id }) => id).sort((one, other) => one - other)
}

function memberships({ tx }: Setting) {
  return tx
    .withTables<RegistryTables>()
    .selectFrom('relation as r')
    .where('r.kind', 'in', MEMBERSHIPS)
    .where('r.household_id', 'is not', null)
    .where('r.superseded_at', 'is', null)
    .where('r.valid_to', 'is', null)
}
