import { heldEvents } from '../../activities/index.ts'
import { live } from '../indicator.ts'

/** 老兵悦谈活动场次 (sessions of 老兵悦谈). */
export const veteransTalksHeld = live({
  code: 'veterans-talks-held',
  name: '老兵悦谈活动场次',
  unit: '场',
  programme: 'veterans-talks',
  counts: 'flow',
  amount: 'one',
  may: 'activities.read',
  query: '数“老兵悦谈与老物件唤醒”专项下、起止日期内已举办的活动，每场计1；已取消、已撤回的不计。',
  relation: (_setting, range) => heldEvents({ programme: 'veterans-talks', amount: 'one' }, range),
})
