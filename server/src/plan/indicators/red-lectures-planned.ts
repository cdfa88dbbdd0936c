import { live } from '../indicator.ts'
import { plannedTargets } from '../targets/relation.sql.ts'

/** “红在东洲”宣讲计划场次 (red lectures planned). */
export const redLecturesPlanned = live({
  code: 'red-lectures-planned',
  name: '“红在东洲”宣讲计划场次',
  unit: '场',
  programme: 'red-lectures',
  counts: 'plan',
  amount: 'many',
  may: 'plan.read',
  query: '取年度计划中“红在东洲”宣讲的目标场次；截止日期前作过调整的，取最近一次调整后的数。',
  relation: (setting, range) => plannedTargets(setting, range, { of: 'red-lectures-held' }),
})
