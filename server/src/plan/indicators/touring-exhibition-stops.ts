import { heldEvents } from '../../activities/index.ts'
import { live } from '../indicator.ts'

/** “红色大篷车”停靠场次 (stops of the touring exhibition). */
export const touringExhibitionStops = live({
  code: 'touring-exhibition-stops',
  name: '“红色大篷车”停靠场次',
  unit: '场',
  programme: 'touring-exhibition',
  counts: 'flow',
  amount: 'one',
  may: 'activities.read',
  query: '数“红色大篷车”专项下、起止日期内已举办的活动，每停靠一处计1场。',
  relation: (_setting, range) => heldEvents({ programme: 'touring-exhibition', amount: 'one' }, range),
})
