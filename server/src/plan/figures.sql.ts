import type { FigureValue, IndicatorRow } from '@dongzhou/terms/indicator'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../platform/db/database.ts'
import { COUNT_LIMIT } from '../platform/db/paging.ts'
import type { Setting } from '../platform/setting.ts'
import type { LiveIndicator, Range } from './indicator.ts'

/** An indicator asked over a span of days. */
export interface LiveQuery {
  readonly indicator: LiveIndicator
  readonly range: Range
}

// The one place where a figure is made of rows: drill-down, figure and frozen value all stand on `relationOf`.
async function relationOf(setting: Setting, { indicator, range }: LiveQuery): Promise<RawBuilder<IndicatorRow>> {
  return indicator.relation(setting, range)
}

/** 数值: the figures of some queries, in their order, by one statement. A count is the sum of ones. */
export async function readFigures(setting: Setting, queries: readonly LiveQuery[]): Promise<readonly FigureValue[]> {
  if (queries.length === 0) return []
  const parts: RawBuilder<unknown>[] = []
  for (const [at, query] of queries.entries()) {
    // Only the relation of plan rows asks the database before it is built.
    const relation = await relationOf(setting, query)
    parts.push(
      sql`select ${at}::int as at, coalesce(sum(r.amount), 0)::bigint as value, count(*) as rows from (${relation}) r`,
    )
  }
  const { rows } = await sql<FigureValue & { at: number }>`${sql.join(parts, sql` union all `)}`.execute(setting.tx)
  const byPlace = new Map(rows.map(({ at, value, rows: count }) => [at, { value, rows: count }]))
  return queries.map((_, at) => byPlace.get(at) ?? { value: 0, rows: 0 })
}

/** 明细: a page of the rows behind a figure, the latest first. */
export async function listRows(
  setting: Setting,
  query: LiveQuery,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly IndicatorRow[]; readonly total: number; readonly more: boolean }> {
  const relation = await relationOf(setting, query)
  const { rows } = await sql<IndicatorRow>`
    select r.kind, r.id, r.title, r.day, r.division, r.amount from (${relation}) r
    order by r.day desc, r.kind, r.id desc limit ${page.size} offset ${(page.page - 1) * page.size}`.execute(setting.tx)
  return { items: rows, ...(await countRows(setting.tx, relation)) }
}

async function countRows(tx: Tx, relation: RawBuilder<IndicatorRow>): Promise<{ total: number; more: boolean }> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from (select 1 from (${relation}) r limit ${COUNT_LIMIT + 1}) counted`.execute(tx)
  const counted = rows[0]?.total ?? 0
  return { total: Math.min(counted, COUNT_LIMIT), more: counted > COUNT_LIMIT }
}

/** What a figure comes to at this moment, with every row it stands on: `event:12`. */
export interface Snapshot extends FigureValue {
  readonly rowIds: readonly string[]
}

export async function takeSnapshot(setting: Setting, query: LiveQuery): Promise<Snapshot> {
  const relation = await relationOf(setting, query)
  const { rows } = await sql<Snapshot>`
    select coalesce(sum(r.amount), 0)::bigint as value, count(*) as rows,
      coalesce(array_agg(r.kind || ':' || r.id order by r.kind, r.id), '{}') as "rowIds"
    from (${relation}) r`.execute(setting.tx)
  return rows[0] ?? { value: 0, rows: 0, rowIds: [] }
}
