import { comingWith } from '../indicator.ts'

/** 适应性培训人数 (trainees of the spring). */
export const springTrainees = comingWith({
  code: 'spring-trainees',
  name: '适应性培训人数',
  unit: '人',
  programme: 'spring-training',
  room: '适应性培训',
  query: '数起止日期内参加春季适应性培训的退役士兵，每人只计1次。',
})
