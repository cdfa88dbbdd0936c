import { comingWith } from '../indicator.ts'

/** 发布创业贷的金融机构数 (banks that offer the loan). */
export const loanBanks = comingWith({
  code: 'loan-banks',
  name: '发布创业贷的金融机构数',
  unit: '家',
  programme: 'venture-loans',
  room: '创业贷',
  query: '数截止日期当天已发布退役军人创业贷产品的金融机构，每家计1。',
})
