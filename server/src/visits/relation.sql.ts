import type { Day } from '@dongzhou/terms/day'
import type { IndicatorRow } from '@dongzhou/terms/indicator'
import { type RawBuilder, sql } from 'kysely'

interface Range {
  readonly from: Day
  readonly to: Day
}

// In force on the cut-off: a pairing is a standing thing, so it is looked at on the last day, not over the span.
const inForce = ({ to }: Range) => sql`
  p.withdrawn_at is null and p.state in ('confirmed', 'ended') and p.confirmed_on <= ${to}::date
  and (p.ended_on is null or p.ended_on > ${to}::date)`

/** 结对单位 as rows of an indicator: each organisation once, with a pairing in force on the cut-off, in the caller's scope. */
export function pairedOrganisations(range: Range): RawBuilder<IndicatorRow> {
  return sql<IndicatorRow>`
    select 'organisation' as kind, p.organisation_id as id, null::text as title, min(p.confirmed_on) as day,
      min(p.division_code) as division, 1::bigint as amount
    from pairing p where ${inForce(range)} group by p.organisation_id`
}

/** 结对对象 as rows of an indicator: each person once. */
export function pairedPeople(range: Range): RawBuilder<IndicatorRow> {
  return sql<IndicatorRow>`
    select 'person' as kind, p.person_id as id, null::text as title, min(p.confirmed_on) as day,
      min(p.division_code) as division, 1::bigint as amount
    from pairing p where ${inForce(range)} group by p.person_id`
}

/** 计划走访 as rows of an indicator: each pairing in force, with the visits planned for the year of its scheme. */
export function plannedVisits(range: Range): RawBuilder<IndicatorRow> {
  return sql<IndicatorRow>`
    select 'pairing' as kind, p.id as id, null::text as title, p.confirmed_on as day, p.division_code as division,
      p.planned_visits::bigint as amount
    from pairing p join pairing_scheme s on s.id = p.scheme_id
    where ${inForce(range)} and p.planned_visits is not null and s.year = extract(year from ${range.to}::date)`
}

/** 结对走访 as rows of an indicator: each visit from one day to another, both inclusive. */
export function paidVisits({ from, to }: Range): RawBuilder<IndicatorRow> {
  return sql<IndicatorRow>`
    select 'visit' as kind, v.id as id, null::text as title, v.day as day, v.division_code as division, 1::bigint as amount
    from pairing_visit v where v.withdrawn_at is null and v.day between ${from}::date and ${to}::date`
}
