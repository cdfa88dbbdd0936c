import { dayText } from '@dongzhou/terms/day'
import { eachOf, type NamedCheck } from './check.ts'

/** 年度确认逾期 (军人抚恤优待条例 art. 8): nobody has seen this person for longer than the year allows. */
export const unconfirmed: NamedCheck = {
  code: 'unconfirmed',
  effect: 'holds',
  mayBePaid: true,
  say: '查出未按规定完成年度确认的人员。',
  whatToDo: '请服务站上门或视频确认后登记，再重新计算；本期先暂缓，确认后补发。',
  find: (recipients, { confirmedSince }) =>
    eachOf('unconfirmed', recipients, ({ confirmedOn, drawsSince }) => {
      if (confirmedSince === undefined || drawsSince === undefined || drawsSince >= confirmedSince) return undefined
      if (confirmedOn === undefined) return '没有年度确认记录'
      return confirmedOn < confirmedSince ? `上次确认为 ${dayText(confirmedOn)}，已逾期` : undefined
    }),
}
