import { comingWith } from '../indicator.ts'

/** 抗战人员关爱联系次数 (contacts with those who fought in the war). */
export const warVeteransContacted = comingWith({
  code: 'war-veterans-contacted',
  name: '抗战人员关爱联系次数',
  unit: '次',
  programme: 'war-veterans-care',
  room: '专项关爱',
  query: '数起止日期内对抗战人员的走访、慰问和联系，每次计1。',
})
