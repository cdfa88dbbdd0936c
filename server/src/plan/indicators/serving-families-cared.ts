import { comingWith } from '../indicator.ts'

/** 关爱现役军人家庭户数 (families of serving soldiers cared for). */
export const servingFamiliesCared = comingWith({
  code: 'serving-families-cared',
  name: '关爱现役军人家庭户数',
  unit: '户',
  programme: 'serving-families',
  room: '现役军人家庭',
  query: '数起止日期内有走访或办实事记录的现役军人家庭，每户只计1次。',
})
