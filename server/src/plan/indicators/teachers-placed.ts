import { comingWith } from '../indicator.ts'

/** 进入教师队伍的退役军人数 (veterans who became teachers). */
export const teachersPlaced = comingWith({
  code: 'teachers-placed',
  name: '进入教师队伍的退役军人数',
  unit: '名',
  programme: 'job-chain',
  room: '就业安置',
  query: '数起止日期内录用为教师的退役军人，每人计1。',
})
