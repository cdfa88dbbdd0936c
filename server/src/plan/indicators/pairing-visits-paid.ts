import { paidVisits } from '../../visits/index.ts'
import { live } from '../indicator.ts'

/** 结对走访次数 (visits paid under the pairings). */
export const pairingVisitsPaid = live({
  code: 'pairing-visits-paid',
  name: '结对走访次数',
  unit: '次',
  programme: 'pairing',
  counts: 'flow',
  amount: 'one',
  may: 'visits.read',
  query: '数起止日期内已登记的结对走访，每次计1；已撤回的不计。',
  relation: (_setting, range) => paidVisits(range),
})
