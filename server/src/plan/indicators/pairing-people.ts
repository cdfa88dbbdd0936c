import { pairedPeople } from '../../visits/index.ts'
import { live } from '../indicator.ts'

/** 结对帮扶对象数 (people whom an organisation stands by). */
export const pairingPeople = live({
  code: 'pairing-people',
  name: '结对帮扶对象数',
  unit: '位',
  programme: 'pairing',
  counts: 'stock',
  amount: 'one',
  may: 'visits.read',
  query: '数截止日期当天仍有单位结对的困难优抚对象，每位只计1次。',
  relation: (_setting, range) => pairedPeople(range),
})
