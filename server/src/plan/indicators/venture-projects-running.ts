import { comingWith } from '../indicator.ts'

/** 公益创投实施项目数 (venture projects running). */
export const ventureProjectsRunning = comingWith({
  code: 'venture-projects-running',
  name: '公益创投实施项目数',
  unit: '个',
  programme: 'venture-projects',
  room: '公益创投',
  query: '数截止日期当天已签约、尚未结项的公益创投项目，每个计1。',
})
