import type { Day } from '@dongzhou/terms/day'
import type { IndicatorRow } from '@dongzhou/terms/indicator'
import { type RawBuilder, sql } from 'kysely'

/** What an indicator asks of the events: which programme's, and whether it counts them or adds up who came. */
export interface HeldEvents {
  readonly programme: string
  readonly amount: 'one' | 'attendance'
}

/**
 * 已举办活动 as rows of an indicator: the held events of a programme from one day to another, both inclusive, in the
 * caller's scope. With `attendance`, what nobody counted is no row: it would add an unsaid nought.
 */
export function heldEvents(
  { programme, amount }: HeldEvents,
  range: { readonly from: Day; readonly to: Day },
): RawBuilder<IndicatorRow> {
  const isSum = amount === 'attendance'
  // Sane without statistics, which a table lacks just after an import: to the planner every partial index then holds one row, and
  // it reads half a year of all programmes by day, for every indicator. The coalesce keeps the partial indexes out, so that
  // activity_event_by_series is the one it can take. 17 indicators over 100,000 events of 34 programmes, never analysed, PostgreSQL
  // 15: 4.5 s joined to the series, 35 ms so; embedded 45 ms; all events of one programme 110 ms.
  return sql<IndicatorRow>`
    select 'event' as kind, e.id as id, e.title as title, e.day as day, e.division_code as division,
      ${isSum ? sql.ref('e.attendance') : sql.lit(1)}::bigint as amount
    from activity_event e
    where e.series_id = any(array(select s.id from activity_series s where s.programme = ${programme}))
      and e.state = 'held' and coalesce(e.withdrawn_at is null, false)
      and e.day between ${range.from}::date and ${range.to}::date
      and (${!isSum}::boolean or e.attendance is not null)`
}
