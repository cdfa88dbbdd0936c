import { comingWith } from '../indicator.ts'

/** 走访慰问人次 (visits of the campaigns). */
export const campaignVisitsPaid = comingWith({
  code: 'campaign-visits-paid',
  name: '走访慰问人次',
  unit: '人次',
  programme: 'visit-campaigns',
  room: '走访慰问',
  query: '数起止日期内各走访慰问活动中已完成的走访，每人每次计1。',
})
