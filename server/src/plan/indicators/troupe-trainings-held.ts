import { heldEvents } from '../../activities/index.ts'
import { live } from '../indicator.ts'

/** 老兵文艺宣传团培训排练场次 (classes and rehearsals of the troupe). */
export const troupeTrainingsHeld = live({
  code: 'troupe-trainings-held',
  name: '老兵文艺宣传团培训排练场次',
  unit: '场',
  programme: 'arts-troupe',
  counts: 'flow',
  amount: 'one',
  may: 'activities.read',
  query: '数“老兵文艺宣传团”专项下、起止日期内已举办的培训、排练和演出，每场计1。',
  relation: (_setting, range) => heldEvents({ programme: 'arts-troupe', amount: 'one' }, range),
})
