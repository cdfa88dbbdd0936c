import { heldEvents } from '../../activities/index.ts'
import { live } from '../indicator.ts'

/** 军休干部活动场次 (activities of the retired cadres). */
export const retiredCadreActivitiesHeld = live({
  code: 'retired-cadre-activities-held',
  name: '军休干部活动场次',
  unit: '场',
  programme: 'retired-cadres',
  counts: 'flow',
  amount: 'one',
  may: 'activities.read',
  query: '数“军休干部服务”专项下、起止日期内已举办的活动，每场计1。',
  relation: (_setting, range) => heldEvents({ programme: 'retired-cadres', amount: 'one' }, range),
})
