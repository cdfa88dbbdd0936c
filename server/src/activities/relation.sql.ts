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
  return sql<IndicatorRow>`
    select 'event' as kind, e.id as id, e.title as title, e.day as day, e.division_code as division,
      ${isSum ? sql.ref('e.attendance') : sql.lit(1)}::bigint as amount
    from activity_event e join activity_series s on s.id = e.series_id
    where s.programme = ${programme} and e.state = 'held' and e.withdrawn_at is null
      and e.day between ${range.from}::date and ${range.to}::date
      and (${!isSum}::boolean or e.attendance is not null)`
}
