import { heldEvents } from '../../activities/index.ts'
import { live } from '../indicator.ts'

/** 抗战胜利80周年主题图片展参观人次 (visitors of the picture exhibition). */
export const warVictoryExhibitionVisitors = live({
  code: 'war-victory-exhibition-visitors',
  name: '抗战胜利80周年主题图片展参观人次',
  unit: '名',
  programme: 'war-victory-exhibition',
  counts: 'flow',
  amount: 'many',
  may: 'activities.read',
  query: '加总“抗战胜利80周年主题图片展”专项下、起止日期内已举办活动的参观人次；未计数的不计。',
  relation: (_setting, range) => heldEvents({ programme: 'war-victory-exhibition', amount: 'attendance' }, range),
})
