import { comingWith } from '../indicator.ts'

/** 创业贷政策培训期数 (trainings on the loan). */
export const loanTrainingsHeld = comingWith({
  code: 'loan-trainings-held',
  name: '创业贷政策培训期数',
  unit: '期',
  programme: 'venture-loans',
  room: '创业贷',
  query: '数起止日期内已完成的创业贷政策培训，每期计1。',
})
