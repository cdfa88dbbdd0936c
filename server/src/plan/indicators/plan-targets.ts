import { live } from '../indicator.ts'
import { plannedTargets } from '../targets/relation.sql.ts'

/** 年度计划目标项数 (targets of the plan). */
export const planTargets = live({
  code: 'plan-targets',
  name: '年度计划目标项数',
  unit: '项',
  programme: 'plan-and-report',
  counts: 'plan',
  amount: 'one',
  may: 'plan.read',
  query: '数截止日期当天年度计划中设有目标的指标，每项计1。',
  relation: (setting, range) => plannedTargets(setting, range, { of: 'all' }),
})
