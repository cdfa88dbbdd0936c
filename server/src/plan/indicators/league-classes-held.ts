import { heldEvents } from '../../activities/index.ts'
import { live } from '../indicator.ts'

/** 主题团课与馆校合作场次 (joint classes with schools). */
export const leagueClassesHeld = live({
  code: 'league-classes-held',
  name: '主题团课与馆校合作场次',
  unit: '场',
  programme: 'league-classes',
  counts: 'flow',
  amount: 'one',
  may: 'activities.read',
  query: '数“五四主题团课与馆校合作”专项下、起止日期内已举办的活动，每场计1。',
  relation: (_setting, range) => heldEvents({ programme: 'league-classes', amount: 'one' }, range),
})
