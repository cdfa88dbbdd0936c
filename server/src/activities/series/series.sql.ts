import { type DivisionCode, divisionCode } from '@dongzhou/terms/division'
import { sql } from 'kysely'
import { orFaultOf } from '../../platform/db/constraint.ts'
import { pageOf } from '../../platform/db/paging.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { ActivityTables } from '../tables.ts'

export interface Series {
  readonly id: number
  readonly version: number
  readonly programme: string
  readonly year: number
  readonly title: string
  readonly aliases: readonly string[]
  readonly planned: number | undefined
  readonly division: DivisionCode
}

const columns = ['id', 'version', 'programme', 'year', 'title', 'aliases', 'planned', 'division_code'] as const

export interface SeriesFilter {
  readonly programme?: string | undefined
  readonly year?: number | undefined
  readonly text: string
}

export async function listSeries(
  setting: Setting,
  filter: SeriesFilter,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly Series[]; readonly total: number; readonly more: boolean }> {
  const found = series(setting)
    .$if(filter.programme !== undefined, (query) => query.where('programme', '=', filter.programme ?? ''))
    .$if(filter.year !== undefined, (query) => query.where('year', '=', filter.year ?? 0))
    .$if(filter.text !== '', (query) => query.where(sql<boolean>`position(${filter.text} in title) > 0`))
  const { items, ...counted } = await pageOf(
    setting.tx,
    found.select(columns).orderBy('year', 'desc').orderBy('programme').orderBy('title').orderBy('id'),
    page,
  )
  return { items: items.map(toSeries), ...counted }
}

export async function findSeries(setting: Setting, id: number): Promise<Series | undefined> {
  const row = await series(setting).select(columns).where('id', '=', id).executeTakeFirst()
  return row && toSeries(row)
}

export async function findSeriesForUpdate(setting: Setting, id: number): Promise<Series | undefined> {
  const row = await series(setting).select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toSeries(row)
}

/**
 * All series of some years: what a ledger's names are matched with. A bureau opens some dozens a year. Withdrawn ones only
 * where a title must stand once.
 */
export async function listSeriesOfYears(
  setting: Setting,
  years: readonly number[],
  which: 'open' | 'all' = 'open',
): Promise<readonly Series[]> {
  if (years.length === 0) return []
  const rows = await (which === 'open' ? series(setting) : anySeries(setting))
    .select(columns)
    .where('year', 'in', [...years])
    .orderBy('id')
    .limit(5000)
    .execute()
  return rows.map(toSeries)
}

export async function listSeriesByIds(setting: Setting, ids: readonly number[]): Promise<readonly Series[]> {
  if (ids.length === 0) return []
  const rows = await anySeries(setting)
    .select(columns)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()
  return rows.map(toSeries)
}

/** What the clerk can see of the events under some series. */
export interface SeriesCounts {
  readonly held: number
  readonly scheduled: number
  readonly attendance: number
}

export async function countEventsOf(
  setting: Setting,
  ids: readonly number[],
): Promise<ReadonlyMap<number, SeriesCounts>> {
  if (ids.length === 0) return new Map()
  const rows = await setting.tx
    .withTables<ActivityTables>()
    .selectFrom('activity_event')
    .select([
      'series_id',
      sql<number>`count(*) filter (where state = 'held')`.as('held'),
      sql<number>`count(*) filter (where state = 'planned')`.as('scheduled'),
      sql<number>`coalesce(sum(attendance) filter (where state = 'held'), 0)::bigint`.as('attendance'),
    ])
    .where('series_id', 'in', [...ids])
    .where('withdrawn_at', 'is', null)
    .groupBy('series_id')
    .execute()
  return new Map(rows.map(({ series_id, ...counts }) => [series_id, counts]))
}

export interface NewSeries {
  readonly programme: string
  readonly year: number
  readonly title: string
  readonly aliases: readonly string[]
  readonly planned: number | undefined
  readonly division: string
  readonly source: object
}

/** Opens a series, or opens the withdrawn one of that title again; undefined when the year has one of that title already. */
export async function recordSeries(setting: ActionSetting, entry: NewSeries): Promise<number | undefined> {
  const row = await setting.tx
    .withTables<ActivityTables>()
    .insertInto('activity_series')
    .values({
      programme: entry.programme,
      year: entry.year,
      title: entry.title,
      aliases: [...entry.aliases],
      planned: entry.planned ?? null,
      division_code: entry.division,
      source: JSON.stringify(entry.source),
      created_at: setting.now,
      changed_at: setting.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['year', 'title'])
        .doUpdateSet(({ ref }) => ({
          programme: ref('excluded.programme'),
          aliases: ref('excluded.aliases'),
          planned: ref('excluded.planned'),
          division_code: ref('excluded.division_code'),
          source: ref('excluded.source'),
          changed_at: ref('excluded.changed_at'),
          state: 'open',
          version: 1,
        }))
        .where('activity_series.state', '=', 'withdrawn'),
    )
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Changes a series; undefined when somebody changed it meanwhile, a fault when the year has another of that title. */
export async function changeSeriesRow(
  setting: ActionSetting,
  seen: { readonly id: number; readonly version: number },
  change: { readonly title: string; readonly aliases: readonly string[]; readonly planned: number | undefined },
): Promise<number | undefined> {
  const changed = setting.tx
    .withTables<ActivityTables>()
    .updateTable('activity_series')
    .set({
      title: change.title,
      aliases: [...change.aliases],
      planned: change.planned ?? null,
      version: seen.version + 1,
      changed_at: setting.now,
    })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .returning('version')
    .executeTakeFirst()
  const row = await orFaultOf(changed, { activity_series_stands_once_a_year: 'activities.series-exists' })
  return row?.version
}

/**
 * 撤回系列: those that a batch had opened, that nobody has changed since, and under which nothing stands. Asked only by who sees
 * the whole bureau: to a town the events of others are fenced off.
 */
export async function withdrawSeriesOfBatch({ tx, now }: ActionSetting, batchId: string): Promise<readonly Series[]> {
  const rows = await tx
    .withTables<ActivityTables>()
    .updateTable('activity_series as s')
    .set({ state: 'withdrawn', changed_at: now })
    .where(sql<boolean>`s.source ->> 'batchId' = ${batchId}`)
    .where('s.state', '=', 'open')
    .where('s.version', '=', 1)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('activity_event as e')
            .select('e.id')
            .whereRef('e.series_id', '=', 's.id')
            .where('e.withdrawn_at', 'is', null),
        ),
      ),
    )
    .returning(columns)
    .execute()
  return rows.map(toSeries)
}

function series(setting: Setting) {
  return anySeries(setting).where('state', '=', 'open')
}

function anySeries({ tx }: Setting) {
  return tx.withTables<ActivityTables>().selectFrom('activity_series')
}

interface SeriesRow {
  readonly id: number
  readonly version: number
  readonly programme: string
  readonly year: number
  readonly title: string
  readonly aliases: string[]
  readonly planned: number | null
  readonly division_code: string
}

function toSeries(row: SeriesRow): Series {
  return {
    id: row.id,
    version: row.version,
    programme: row.programme,
    year: row.year,
    title: row.title,
    aliases: row.aliases,
    planned: row.planned ?? undefined,
    division: divisionCode(row.division_code),
  }
}
