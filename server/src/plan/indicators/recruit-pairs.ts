import { comingWith } from '../indicator.ts'

/** 新兵与老兵结对数 (recruits paired with veterans). */
export const recruitPairs = comingWith({
  code: 'recruit-pairs',
  name: '新兵与老兵结对数',
  unit: '对',
  programme: 'recruits-and-veterans',
  room: '新兵老兵结对',
  query: '数截止日期当天仍在结对的新兵与老兵，每对计1。',
})
