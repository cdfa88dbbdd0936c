import { benefits, isBenefit } from '@dongzhou/terms/benefit'
import { day, dayText } from '@dongzhou/terms/day'
import { type Month, monthOf, monthText } from '@dongzhou/terms/month'
import { sql } from 'kysely'
import { runningAwardsOfDead } from '../award-of-dead-person.sql.ts'
import type { Ailment, HealthCheck } from './health-check.ts'

/** 去世仍在享: an award that runs on beyond the month in which the last may be paid. */
export const deadWithAward: HealthCheck = {
  code: 'dead-with-award',
  name: '已去世，待遇没有终止',
  severity: 'error',
  why: '名册仍列为在享；去世登记一旦撤回或更正，就会恢复发放。',
  whatToDo: '核对去世日期后办理终止待遇；去世后已发的，在下一批次自动列入追回。',
  rows: ({ today }) => sql<Ailment>`
    select f.id, f.person_id, p.division_code, f.value ->> 'benefit' as benefit, p.died_on::text as "on"
    from ${runningAwardsOfDead(today)}`,
  say: ({ benefit, on }) => `${benefitName(benefit)}，${on === null ? '日期不详' : dayText(day(String(on)))}去世`,
}

/** 在享不符: draws and does not qualify, as the screening of the night found it; the dead stand under a check of their own. */
export const unjustified: HealthCheck = {
  code: 'unjustified',
  name: '在享，但不再符合条件',
  severity: 'error',
  why: '发下去的钱以后要追回，拖得越久越难追。',
  whatToDo: '核实情况：确不符合的办理终止，档案有误的更正档案。',
  rows: () => findings('unjustified'),
  say: ({ benefit, on }) => `${benefitName(benefit)}，${sinceText(on)}起`,
}

/** 在享待核: draws, and the rule cannot answer: nothing is paid until it can. */
export const uncertain: HealthCheck = {
  code: 'uncertain',
  name: '在享，但缺少计发所需的资料',
  severity: 'warning',
  why: '资料不全的月份不计发，本人应得的钱会停下来。',
  whatToDo: '打开该人员的待遇时间线，按提示补录缺少的资料或标准。',
  rows: () => findings('uncertain'),
  say: ({ benefit, on }) => `${benefitName(benefit)}，${sinceText(on)}起`,
}

/**
 * 不得兼得: two awards that run at once and exclude each other, as the matrix stands today; once for each pair and person. The rules pay
 * neither where each excludes the other, and one where only one does: nobody draws too much, and somebody may draw too little.
 */
export const excluded: HealthCheck = {
  code: 'excluded',
  name: '同时核定了不得兼得的待遇',
  severity: 'warning',
  why: '规则按兼得关系不计发其中一项；互为不得兼得的，两项都不计发，本人应得的钱会停下来。',
  whatToDo: '按文件保留一项，另一项办理终止；兼得关系本身有误的，在兼得关系中更正。',
  rows: ({ today, isDemo }) => sql<Ailment>`
    select min(a.id) as id, a.person_id, p.division_code, x.one || ' ' || x.two as benefit, null::text as "on"
    from (select distinct least(benefit, other) as one, greatest(benefit, other) as two from rate_exclusion
      where way = 'exclude' and counts_from is not null and superseded_at is null and withdrawn_at is null
        and (state = 'confirmed' or ${isDemo}) and (valid_from is null or valid_from <= ${today}::date)
        and (valid_to is null or valid_to > ${today}::date)) x
    join ${runningAwards(today)} a on a.value ->> 'benefit' = x.one
    join ${runningAwards(today)} b on b.value ->> 'benefit' = x.two and b.person_id = a.person_id
    join person p on p.id = a.person_id and p.is_listed and p.is_alive
    group by a.person_id, p.division_code, x.one, x.two`,
  say: ({ benefit }) => benefit.split(' ').map(benefitName).join('与'),
}

function runningAwards(today: string) {
  return sql`(select id, person_id, value from fact where kind = 'award' and superseded_at is null
    and (valid_from is null or valid_from <= ${today}::date) and (valid_to is null or valid_to > ${today}::date))`
}

/** 无银行账户: is paid this month, and there is nowhere to pay it to. */
export const accountMissing: HealthCheck = {
  code: 'account-missing',
  name: '在享，没有银行账户',
  severity: 'warning',
  why: '编制发放批次时款项会暂缓，本人收不到钱。',
  whatToDo: '登记本人的银行账户；由他人代领的，登记代领人账户并附依据。',
  rows: ({ today }) => sql<Ailment>`
    select min(s.id) as id, s.person_id, p.division_code, '' as benefit, null::text as "on"
    from ${drawing(monthOf(today))} join person p on p.id = s.person_id and p.is_listed and p.is_alive
    where not exists (select from fact f where f.person_id = s.person_id and f.kind = 'bank-account'
      and f.superseded_at is null and (f.valid_to is null or f.valid_to > ${today}::date))
    group by s.person_id, p.division_code`,
  say: () => '档案中没有现用的银行账户',
}

function findings(kind: 'unjustified' | 'uncertain') {
  return sql<Ailment>`
    select f.id, f.person_id, f.division_code, f.benefit, f.since_month as "on" from benefit_finding f
    join person p on p.id = f.person_id and p.is_alive
    where f.closed_at is null and f.kind = ${kind}`
}

/** Awards that pay in the month, as the last screening found them. */
export function drawing(month: Month) {
  return sql`(select * from benefit_span where from_month <= ${month} and to_month > ${month}
    and outcome = 'entitled' and amount_fen > 0) s`
}

function benefitName(code: string): string {
  return isBenefit(code) ? benefits[code] : code
}

function sinceText(month: string | number | null): string {
  return typeof month === 'number' ? monthText(month as Month) : '月份不详'
}
