import { comingWith } from '../indicator.ts'

/** 阳光安置选岗人数 (posts chosen). */
export const placementsChosen = comingWith({
  code: 'placements-chosen',
  name: '阳光安置选岗人数',
  unit: '人',
  programme: 'sunshine-placement',
  room: '阳光安置',
  query: '数起止日期内已公示选岗结果的转业军官和转业军士，每人计1。',
})
