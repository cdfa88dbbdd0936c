import { singleThingOf } from '@dongzhou/terms/agreement'
import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import { day } from '@dongzhou/terms/day'
import { sql } from 'kysely'
import type { Check } from './check.ts'

/** 去世人员待遇未终止: an award that runs on beyond the month in which the last may be paid. */
export const awardOfDeadPerson: Check = {
  code: 'award-of-dead-person',
  name: '去世人员的待遇核定没有终止',
  severity: 'warning',
  why: '规则已停止计发，但名册和花名册仍列为在享，去世登记一旦撤回或更正就会恢复发放。',
  whatToDo: '到“待遇线索”中打开该人员，核对去世日期后办理终止待遇。',
  summary: async ({ tx, today }) => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${runningAwardsOfDead(today)}`.execute(
      tx,
    )
    return rows[0]?.count ?? 0
  },
  rows: async ({ tx, today }, limit) => {
    const { rows } = await sql<{ id: number; person_id: number; benefit: Benefit }>`
      select f.id, f.person_id, f.value ->> 'benefit' as benefit from ${runningAwardsOfDead(today)} order by f.id limit ${limit}`.execute(
      tx,
    )
    return rows.map(({ id, person_id, benefit }) => ({
      kind: 'fact',
      id: String(id),
      say: `去世人员 ${person_id} 的${benefits[benefit]}没有终止月份`,
    }))
  },
}

// Of what is paid for an event, the death may be the event: those awards end by themselves.
const runningBenefits = (Object.keys(benefits) as Benefit[]).filter((benefit) => {
  const award = { benefit, approved: day('2000-01-01') }
  const unknown = { validFrom: undefined, validTo: undefined, certainty: 'stated' } as const
  return singleThingOf({ kind: 'award', value: award, source: { kind: 'clerk', note: '' }, ...unknown }) !== undefined
})

/** `fact f join person p`: a county stops with the month of death or with the one after; a further month is left for the paper to be written. */
export function runningAwardsOfDead(today: string) {
  return sql`fact f join person p on p.id = f.person_id
    where f.kind = 'award' and f.superseded_at is null and p.is_listed and not p.is_alive
      and f.value ->> 'benefit' in (${sql.join(runningBenefits)})
      and p.died_on < date_trunc('month', ${today}::date) - interval '1 month'
      and (f.valid_to is null or f.valid_to > date_trunc('month', p.died_on) + interval '2 months')`
}
