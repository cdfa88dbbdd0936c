import { comingWith } from '../indicator.ts'

/** 党外人士志愿服务次数 (turns of service of the non-party volunteers). */
export const volunteerTurnsServed = comingWith({
  code: 'volunteer-turns-served',
  name: '党外人士志愿服务次数',
  unit: '次',
  programme: 'non-party-volunteers',
  room: '志愿者',
  query: '数起止日期内党外人士志愿者完成的服务任务，每人每项计1次。',
})
