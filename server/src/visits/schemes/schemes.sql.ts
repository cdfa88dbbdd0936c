import { sql } from 'kysely'
import { pageOf } from '../../platform/db/paging.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { VisitTables } from '../tables.ts'

export interface Scheme {
  readonly id: number
  readonly version: number
  readonly year: number
  readonly title: string
  readonly division: string
}

const columns = ['id', 'version', 'year', 'title', 'division_code as division'] as const

export async function listSchemes(
  setting: Setting,
  filter: { readonly year?: number | undefined },
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly Scheme[]; readonly total: number; readonly more: boolean }> {
  const found = schemes(setting).$if(filter.year !== undefined, (query) => query.where('year', '=', filter.year ?? 0))
  return pageOf(setting.tx, found.select(columns).orderBy('year', 'desc').orderBy('id', 'desc'), page)
}

export async function findScheme(setting: Setting, id: number): Promise<Scheme | undefined> {
  return schemes(setting).select(columns).where('id', '=', id).executeTakeFirst()
}

export async function listSchemesByIds(setting: Setting, ids: readonly number[]): Promise<readonly Scheme[]> {
  if (ids.length === 0) return []
  return schemes(setting)
    .select(columns)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()
}

/** The schemes of some years, the first opened first: an import goes into that one. */
export async function listSchemesOfYears(setting: Setting, years: readonly number[]): Promise<readonly Scheme[]> {
  if (years.length === 0) return []
  return schemes(setting)
    .select(columns)
    .where('year', 'in', [...years])
    .orderBy('id')
    .limit(1000)
    .execute()
}

/** What the clerk can see of a scheme: pairings in force, and the visits planned and paid under them. */
export interface SchemeCounts {
  readonly pairings: number
  readonly organisations: number
  readonly people: number
  readonly visitsPlanned: number
  readonly visitsPaid: number
}

export async function countPairingsOf(
  setting: Setting,
  ids: readonly number[],
): Promise<ReadonlyMap<number, SchemeCounts>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<SchemeCounts & { id: number }>`
    select p.scheme_id as id, count(*) as pairings, count(distinct p.organisation_id) as organisations,
      count(distinct p.person_id) as people, coalesce(sum(p.planned_visits), 0)::bigint as "visitsPlanned",
      coalesce(sum(v.paid), 0)::bigint as "visitsPaid"
    from pairing p
    left join lateral (
      select count(*) as paid from pairing_visit v
      where v.pairing_id = p.id and v.withdrawn_at is null
    ) v on true
    where p.scheme_id = any(${[...ids]}::bigint[]) and p.state = 'confirmed' and p.withdrawn_at is null
    group by p.scheme_id`.execute(setting.tx)
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

/** Opens a scheme; undefined when the year has one of that title already. */
export async function recordScheme(
  setting: ActionSetting,
  entry: { readonly year: number; readonly title: string; readonly division: string; readonly source: object },
): Promise<number | undefined> {
  const row = await setting.tx
    .withTables<VisitTables>()
    .insertInto('pairing_scheme')
    .values({
      year: entry.year,
      title: entry.title,
      division_code: entry.division,
      source: JSON.stringify(entry.source),
      created_at: setting.now,
    })
    .onConflict((conflict) => conflict.columns(['year', 'title']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

function schemes({ tx }: Pick<Setting, 'tx'>) {
  return tx.withTables<VisitTables>().selectFrom('pairing_scheme')
}
