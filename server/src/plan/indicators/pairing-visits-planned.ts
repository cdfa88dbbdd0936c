import { plannedVisits } from '../../visits/index.ts'
import { live } from '../indicator.ts'

/** 结对走访计划次数 (visits planned under the pairings). */
export const pairingVisitsPlanned = live({
  code: 'pairing-visits-planned',
  name: '结对走访计划次数',
  unit: '次',
  programme: 'pairing',
  counts: 'plan',
  amount: 'many',
  may: 'visits.read',
  query: '加总截止日期当天仍在结对的各对全年计划走访次数；未填计划次数的不计。',
  relation: (_setting, range) => plannedVisits(range),
})
