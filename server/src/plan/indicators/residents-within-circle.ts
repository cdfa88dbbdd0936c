import { comingWith } from '../indicator.ts'

/** 15分钟圈内服务对象数 (people within fifteen minutes of a station). */
export const residentsWithinCircle = comingWith({
  code: 'residents-within-circle',
  name: '15分钟圈内服务对象数',
  unit: '人',
  programme: 'circle-growth',
  room: '15分钟服务圈',
  query: '数截止日期当天步行15分钟内可到达服务点的服务对象，每人计1。',
})
