import { comingWith } from '../indicator.ts'

/** 上门送立功喜报数 (merit news delivered). */
export const meritNewsDelivered = comingWith({
  code: 'merit-news-delivered',
  name: '上门送立功喜报数',
  unit: '份',
  programme: 'merit-news',
  room: '立功喜报',
  query: '数起止日期内已上门送达的立功喜报，每份计1。',
})
