import { heldEvents } from '../../activities/index.ts'
import { live } from '../indicator.ts'

/** “红在东洲”宣讲已开展场次 (red lectures held). */
export const redLecturesHeld = live({
  code: 'red-lectures-held',
  name: '“红在东洲”宣讲已开展场次',
  unit: '场',
  programme: 'red-lectures',
  counts: 'flow',
  amount: 'one',
  may: 'activities.read',
  query: '数“红在东洲宣讲”专项下、起止日期内已举办的活动，每场计1；已取消、已撤回的不计。',
  relation: (_setting, range) => heldEvents({ programme: 'red-lectures', amount: 'one' }, range),
})
