import { comingWith } from '../indicator.ts'

/** 学雷锋工作室活动场次 (activities of the studios). */
export const studioActivitiesHeld = comingWith({
  code: 'studio-activities-held',
  name: '学雷锋工作室活动场次',
  unit: '场',
  programme: 'model-studios',
  room: '工作室',
  query: '数起止日期内学雷锋工作室登记的活动，每场计1。',
})
