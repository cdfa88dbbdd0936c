import { comingWith } from '../indicator.ts'

/** 免费白内障手术例数 (cataracts operated on). */
export const cataractsOperated = comingWith({
  code: 'cataracts-operated',
  name: '免费白内障手术例数',
  unit: '次',
  programme: 'drip-irrigation',
  room: '精准帮扶',
  query: '数起止日期内完成的免费白内障手术，每例计1次。',
})
