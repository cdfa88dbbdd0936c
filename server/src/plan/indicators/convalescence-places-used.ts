import { comingWith } from '../indicator.ts'

/** 短期疗养人次 (places of convalescence used). */
export const convalescencePlacesUsed = comingWith({
  code: 'convalescence-places-used',
  name: '短期疗养人次',
  unit: '人次',
  programme: 'convalescence-and-homes',
  room: '短期疗养',
  query: '数起止日期内已完成的优抚对象短期疗养，每人每次计1。',
})
