import { heldEvents } from '../../activities/index.ts'
import { live } from '../indicator.ts'

/** “红在东洲”宣讲听众人次 (who came to the red lectures). */
export const redLecturesAttendance = live({
  code: 'red-lectures-attendance',
  name: '“红在东洲”宣讲听众人次',
  unit: '人次',
  programme: 'red-lectures',
  counts: 'flow',
  amount: 'many',
  may: 'activities.read',
  query: '加总“红在东洲宣讲”专项下、起止日期内已举办活动的参加人次；未计数的场次不计。',
  relation: (_setting, range) => heldEvents({ programme: 'red-lectures', amount: 'attendance' }, range),
})
