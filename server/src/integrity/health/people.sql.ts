import { day, dayText } from '@dongzhou/terms/day'
import { monthOf } from '@dongzhou/terms/month'
import { sql } from 'kysely'
import { drawing } from './awards.sql.ts'
import type { Ailment, HealthCheck } from './health-check.ts'

/** 死亡名单上有、档案仍在世: the police or the civil office say that somebody died, and nobody has entered it. */
export const deathUnregistered: HealthCheck = {
  code: 'death-unregistered',
  name: '死亡名单上有，档案仍为在世',
  severity: 'error',
  why: '待遇照常计发；锁定前核查会把款项暂缓，但档案不改，每月都要暂缓一次。',
  whatToDo: '核对是否同一人，是的登记去世；不是的，在死亡名单中核实为不是本人。',
  rows: () => sql<Ailment>`
    select min(n.id) as id, n.person_id, p.division_code, '' as benefit, min(n.died_on)::text as "on"
    from death_notice n join person p on p.id = n.person_id and p.is_listed and p.is_alive
    where n.state in ('matched', 'decided') group by n.person_id, p.division_code`,
  say: ({ on }) => (on === null ? '名单未写去世日期' : `名单称${dayText(day(String(on)))}去世`),
}

/**
 * 年度未确认: draws, was on a list before the day since which everybody must have been seen, and has not been seen since, under this file or
 * one that was merged into it: whoever the next run would keep the money back from. Which run a line stands in is not asked: a town sees
 * the lines of its people, and not the county's runs.
 */
export const unconfirmed: HealthCheck = {
  code: 'unconfirmed',
  name: '在享，年度确认已逾期',
  severity: 'warning',
  why: '人已不在、已迁走或已不符合的，只有见到本人才知道；逾期的，编制发放批次时款项暂缓。',
  whatToDo: '上门或视频见到本人后，在“年度确认”登记。',
  rows: ({ today, confirmedSince, merged }) => {
    const before = monthOf(confirmedSince)
    const files = sql`(select * from unnest(${[...merged.keys()]}::bigint[], ${[...merged.values()]}::bigint[])) m (part, kept)`
    return sql<Ailment>`
      select p.id, p.id as person_id, p.division_code, '' as benefit, c.last::text as "on"
      from person p left join (
        select coalesce(m.kept, y.person_id) as person_id, max(y.confirmed_on) as last
        from yearly_confirmation y left join ${files} on m.part = y.person_id group by 1) c on c.person_id = p.id
      where p.is_alive and p.is_listed and (c.last is null or c.last < ${confirmedSince}::date)
        and exists (select from ${drawing(monthOf(today))} where s.person_id = p.id)
        and (exists (select from payment_line l where l.person_id = p.id and l.kind = 'regular' and l.month < ${before})
          or p.id in (select m.kept from ${files} join payment_line l on l.person_id = m.part
            where l.kind = 'regular' and l.month < ${before}))`
  },
  say: ({ on }) => (on === null ? '从未确认' : `上次确认于${dayText(day(String(on)))}`),
}

/** 疑似一人两档: a file that draws and may be somebody's second, and nobody has decided; each file that draws, in its own town. */
export const twins: HealthCheck = {
  code: 'twins',
  name: '在享人员疑似一人两档',
  severity: 'error',
  why: '同一个人可能领了两份。',
  whatToDo: '比对两份档案，裁定合并或不同人。',
  rows: ({ today }) => sql<Ailment>`
    select c.id, p.id as person_id, p.division_code, '' as benefit, null::text as "on"
    from linkage_pair c cross join lateral (values (c.first_person_id), (c.second_person_id)) f (id)
      join person p on p.id = f.id and p.is_listed
    where c.state = 'open' and exists (select from ${drawing(monthOf(today))} where s.person_id = p.id)`,
  say: () => '与另一份档案疑似同一人，尚未裁定',
}

/** 来源矛盾: draws on facts that sources tell differently. */
export const disputed: HealthCheck = {
  code: 'disputed',
  name: '在享人员的信息来源互相矛盾',
  severity: 'warning',
  why: '裁定之前，按哪个来源计发都可能有误。',
  whatToDo: '打开档案，对照来源裁定以哪个为准。',
  rows: ({ today }) => sql<Ailment>`
    select p.id, p.id as person_id, p.division_code, '' as benefit, null::text as "on" from person p
    where p.is_listed and p.is_alive and p.disputes <> '{}'
      and exists (select from ${drawing(monthOf(today))} where s.person_id = p.id)`,
  say: () => '有尚未裁定的矛盾信息',
}
