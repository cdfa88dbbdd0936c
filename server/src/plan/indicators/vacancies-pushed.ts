import { comingWith } from '../indicator.ts'

/** 推送用工信息条数 (vacancies pushed). */
export const vacanciesPushed = comingWith({
  code: 'vacancies-pushed',
  name: '推送用工信息条数',
  unit: '条',
  programme: 'jobs-online',
  room: '用工信息',
  query: '数起止日期内已推送的用工信息，同一岗位多次推送只计1条。',
})
