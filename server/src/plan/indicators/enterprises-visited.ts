import { comingWith } from '../indicator.ts'

/** 走访军创企业家次 (visits to enterprises). */
export const enterprisesVisited = comingWith({
  code: 'enterprises-visited',
  name: '走访军创企业家次',
  unit: '次',
  programme: 'enterprises',
  room: '军创企业',
  query: '数起止日期内登记的军创企业走访，每次计1。',
})
