import { live } from '../indicator.ts'
import { plannedTargets } from '../targets/relation.sql.ts'

/** “八一”乘凉晚会计划场次 (summer evenings planned). */
export const summerEveningsPlanned = live({
  code: 'summer-evenings-planned',
  name: '“八一”乘凉晚会计划场次',
  unit: '场',
  programme: 'summer-evenings',
  counts: 'plan',
  amount: 'many',
  may: 'plan.read',
  query: '取年度计划中“八一”乘凉晚会的目标场次；截止日期前作过调整的，取最近一次调整后的数。',
  relation: (setting, range) => plannedTargets(setting, range, { of: 'summer-evenings-held' }),
})
