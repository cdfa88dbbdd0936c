import { comingWith } from '../indicator.ts'

/** 圆梦助学人数 (children helped to school). */
export const schoolGrantsGiven = comingWith({
  code: 'school-grants-given',
  name: '圆梦助学人数',
  unit: '人',
  programme: 'drip-irrigation',
  room: '精准帮扶',
  query: '数起止日期内已发放助学资助的困难退役军人子女，每人只计1次。',
})
