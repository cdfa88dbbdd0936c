import { type DivisionCode, rangeOf } from '@dongzhou/terms/division'
import { sql } from 'kysely'
import { orFaultOf } from '../../platform/db/constraint.ts'
import { pageOf } from '../../platform/db/paging.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { ActivityTables } from '../tables.ts'
import { type ActivityEvent, type EventContent, eventColumns, toContentColumns, toEvent } from './event.ts'

export interface EventsFilter {
  readonly programme?: string | undefined
  readonly seriesId?: number | undefined
  readonly year?: number | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly state?: string | undefined
  readonly division?: DivisionCode | undefined
  readonly text: string
}

/** The ledger of events in the clerk's scope, the latest first. */
export async function listEvents(
  setting: Setting,
  filter: EventsFilter,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly ActivityEvent[]; readonly total: number; readonly more: boolean }> {
  const found = matching(setting, filter)
  const { items, ...counted } = await pageOf(
    setting.tx,
    found.select(eventColumns).orderBy('day', 'desc').orderBy('id', 'desc'),
    page,
  )
  return { items: items.map(toEvent), ...counted }
}

function matching(setting: Setting, filter: EventsFilter) {
  const { programme, seriesId, state, division, text } = filter
  const range = division === undefined ? undefined : rangeOf(division)
  const [from, to] = spanOf(filter)
  return events(setting)
    .$if(programme !== undefined, (query) =>
      query.where('series_id', 'in', (series) =>
        series
          .selectFrom('activity_series')
          .select('id')
          .where('programme', '=', programme ?? ''),
      ),
    )
    .$if(seriesId !== undefined, (query) => query.where('series_id', '=', seriesId ?? 0))
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
    .$if(range !== undefined, (query) =>
      query.where('division_code', '>=', range?.first ?? '').where('division_code', '<=', range?.last ?? ''),
    )
    .$if(from !== undefined, (query) => query.where('day', '>=', from ?? ''))
    .$if(to !== undefined, (query) => query.where('day', '<=', to ?? ''))
    .$if(text !== '', (query) =>
      query.where(sql<boolean>`position(${text} in title || ' ' || place || ' ' || host) > 0`),
    )
}

// A year narrows the span that the two days leave open.
function spanOf({ year, from, to }: EventsFilter): readonly [string | undefined, string | undefined] {
  if (year === undefined) return [from, to]
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  return [from === undefined || from < first ? first : from, to === undefined || to > last ? last : to]
}

export async function findEvent(setting: Setting, id: number): Promise<ActivityEvent | undefined> {
  const row = await events(setting).select(eventColumns).where('id', '=', id).executeTakeFirst()
  return row && toEvent(row)
}

export async function findEventForUpdate(setting: Setting, id: number): Promise<ActivityEvent | undefined> {
  const row = await events(setting).select(eventColumns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toEvent(row)
}

/** Events of some series on some days, locked in the order of their ids: what an import compares with. */
export async function listEventsForUpdate(
  setting: ActionSetting,
  seriesIds: readonly number[],
  days: readonly string[],
): Promise<readonly ActivityEvent[]> {
  if (seriesIds.length === 0 || days.length === 0) return []
  const rows = await events(setting)
    .select(eventColumns)
    .where('series_id', 'in', [...seriesIds])
    .where('day', 'in', [...days])
    .where('state', '<>', 'cancelled')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(toEvent)
}

/** Is there another event of the same series, day, title and place? */
export async function hasSameEvent(setting: Setting, content: EventContent, own: number | undefined): Promise<boolean> {
  const row = await events(setting)
    .select('id')
    .where('series_id', '=', content.seriesId)
    .where('day', '=', content.day)
    .where('division_code', '=', content.division)
    .where('title', '=', content.title)
    .where('place', '=', content.place)
    .where('state', '<>', 'cancelled')
    .where('id', '<>', own ?? 0)
    .executeTakeFirst()
  return row !== undefined
}

/** Writes one event; undefined when the same one is on file already. */
export async function recordEventRow(
  setting: ActionSetting,
  content: EventContent,
  source: object,
): Promise<number | undefined> {
  const row = await setting.tx
    .withTables<ActivityTables>()
    .insertInto('activity_event')
    .values({
      ...toContentColumns(content),
      cancelled_because: null,
      source: JSON.stringify(source),
      scheduled_source: null,
      batch_version: null,
      withdrawn_at: null,
      withdrawn_because: null,
      created_at: setting.now,
      changed_at: setting.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Changes an event; undefined when somebody changed it meanwhile, a fault when it would say the same as another. */
export async function changeEventRow(
  setting: ActionSetting,
  seen: { readonly id: number; readonly version: number },
  content: EventContent,
): Promise<number | undefined> {
  const change = setting.tx
    .withTables<ActivityTables>()
    .updateTable('activity_event')
    .set({ ...toContentColumns(content), version: seen.version + 1, changed_at: setting.now })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .returning('version')
    .executeTakeFirst()
  const row = await orFaultOf(change, { activity_event_stands_once: 'activities.event-exists' })
  return row?.version
}

export async function cancelEventRow(
  setting: ActionSetting,
  seen: { readonly id: number; readonly version: number },
  because: string,
): Promise<number | undefined> {
  const row = await setting.tx
    .withTables<ActivityTables>()
    .updateTable('activity_event')
    .set({ state: 'cancelled', cancelled_because: because, version: seen.version + 1, changed_at: setting.now })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .returning('version')
    .executeTakeFirst()
  return row?.version
}

function events({ tx }: Pick<Setting, 'tx'>) {
  return tx.withTables<ActivityTables>().selectFrom('activity_event').where('withdrawn_at', 'is', null)
}
