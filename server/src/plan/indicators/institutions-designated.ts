import { comingWith } from '../indicator.ts'

/** 优待定点机构数 (designated institutions). */
export const institutionsDesignated = comingWith({
  code: 'institutions-designated',
  name: '优待定点机构数',
  unit: '家',
  programme: 'designated-institutions',
  room: '定点机构',
  query: '数截止日期当天协议有效的优待定点医疗机构和养老机构，每家计1。',
})
