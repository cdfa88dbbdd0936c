import { type DivisionCode, divisionCode, rangeOf } from '@dongzhou/terms/division'
import { sql } from 'kysely'
import { COUNT_LIMIT } from '../../platform/db/paging.ts'
import type { Setting } from '../../platform/setting.ts'
import type { Ailment, HealthCheck, HealthGround } from './health-check.ts'

export interface TownCount {
  readonly division: DivisionCode
  readonly count: number
}

interface Asked {
  readonly check: HealthCheck
  readonly ground: HealthGround
}

/** How many rows a check finds, by town: the first nine digits; what lies in the county itself keeps its own code. */
export async function countByTown(
  setting: Setting,
  { check, ground }: Asked,
  division: DivisionCode | undefined,
): Promise<readonly TownCount[]> {
  const { rows } = await sql<{ town: string; count: number }>`
    select rpad(left(division_code, 9), 12, '0') as town, count(*) as count from (${check.rows(ground)}) h
    where ${within(division)} group by 1 order by 2 desc, 1`.execute(setting.tx)
  return rows.map(({ town, count }) => ({ division: divisionCode(town), count }))
}

export interface NamedAilment extends Ailment {
  readonly name: string
}

/** A page of what a check finds, place by place and name by name. */
export async function listAilments(
  setting: Setting,
  { check, ground }: Asked,
  ask: { readonly division?: DivisionCode | undefined; readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly NamedAilment[]; readonly total: number; readonly more: boolean }> {
  const from = sql`from (${check.rows(ground)}) h join person p on p.id = h.person_id
    where ${within(ask.division)}`
  const { rows } = await sql<NamedAilment>`
    select h.id, h.person_id, h.division_code, h.benefit, h."on", p.name ${from}
    order by h.division_code, p.name, h.id, h.person_id, h.benefit limit ${ask.size}::int offset ${(ask.page - 1) * ask.size}::int`.execute(
    setting.tx,
  )
  const counted = await sql<{ total: number }>`
    select count(*) as total from (select 1 ${from} limit ${COUNT_LIMIT + 1}::int) c`.execute(setting.tx)
  const total = counted.rows[0]?.total ?? 0
  return { items: rows, total: Math.min(total, COUNT_LIMIT), more: total > COUNT_LIMIT }
}

function within(division: DivisionCode | undefined) {
  // ':' sorts after every digit.
  const { first, last } = division === undefined ? { first: '0', last: ':' } : rangeOf(division)
  return sql`h.division_code between ${first} and ${last}`
}
