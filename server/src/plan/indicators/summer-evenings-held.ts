import { heldEvents } from '../../activities/index.ts'
import { live } from '../indicator.ts'

/** “八一”乘凉晚会已举办场次 (summer evenings held). */
export const summerEveningsHeld = live({
  code: 'summer-evenings-held',
  name: '“八一”乘凉晚会已举办场次',
  unit: '场',
  programme: 'summer-evenings',
  counts: 'flow',
  amount: 'one',
  may: 'activities.read',
  query: '数“八一乘凉晚会”专项下、起止日期内已举办的活动，每场计1。',
  relation: (_setting, range) => heldEvents({ programme: 'summer-evenings', amount: 'one' }, range),
})
