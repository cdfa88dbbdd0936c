import { comingWith } from '../indicator.ts'

/** 优抚资金发放金额 (benefits paid). */
export const benefitsPaid = comingWith({
  code: 'benefits-paid',
  name: '优抚资金发放金额',
  unit: '元',
  programme: 'pensions',
  room: '优待抚恤',
  query: '加总起止日期内已发放成功的优抚资金，退汇的不计。',
})
