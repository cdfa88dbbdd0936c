import { comingWith } from '../indicator.ts'

/** 参加专岗招考的退役军人数 (candidates for special posts). */
export const specialPostCandidates = comingWith({
  code: 'special-post-candidates',
  name: '参加专岗招考的退役军人数',
  unit: '名',
  programme: 'job-chain',
  room: '就业安置',
  query: '数起止日期内报名参加事业单位退役军人专岗招考的退役军人，每人只计1次。',
})
