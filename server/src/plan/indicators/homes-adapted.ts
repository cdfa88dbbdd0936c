import { comingWith } from '../indicator.ts'

/** 无障碍改造户数 (homes adapted). */
export const homesAdapted = comingWith({
  code: 'homes-adapted',
  name: '无障碍改造户数',
  unit: '户',
  programme: 'convalescence-and-homes',
  room: '无障碍改造',
  query: '数起止日期内已验收的无障碍宜居改造，每户计1。',
})
