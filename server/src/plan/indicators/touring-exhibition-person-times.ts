import { heldEvents } from '../../activities/index.ts'
import { live } from '../indicator.ts'

/** “红色大篷车”覆盖人次 (who saw the touring exhibition). */
export const touringExhibitionPersonTimes = live({
  code: 'touring-exhibition-person-times',
  name: '“红色大篷车”覆盖人次',
  unit: '人次',
  programme: 'touring-exhibition',
  counts: 'flow',
  amount: 'many',
  may: 'activities.read',
  query: '加总“红色大篷车”专项下、起止日期内已举办活动的参加人次；未计数的场次不计。',
  relation: (_setting, range) => heldEvents({ programme: 'touring-exhibition', amount: 'attendance' }, range),
})
