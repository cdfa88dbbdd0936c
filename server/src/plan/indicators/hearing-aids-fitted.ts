import { comingWith } from '../indicator.ts'

/** 配发助听器人数 (people fitted with hearing aids). */
export const hearingAidsFitted = comingWith({
  code: 'hearing-aids-fitted',
  name: '配发助听器人数',
  unit: '人',
  programme: 'drip-irrigation',
  room: '精准帮扶',
  query: '数起止日期内完成验配的困难退役军人和优抚对象，每人只计1次。',
})
