import { benefits } from '@dongzhou/terms/benefit'
import { eachOf, type NamedCheck } from './check.ts'

/** 不得兼得: one person draws two benefits that exclude each other, whatever the rules made of it. */
export const excludedCombination: NamedCheck = {
  code: 'excluded-combination',
  effect: 'blocks',
  mayBePaid: false,
  say: '查出同时领取不得兼得待遇的人员。',
  whatToDo: '终止其中一项待遇核定，再重新计算。',
  find: (recipients, { excluded }) =>
    eachOf('excluded-combination', recipients, ({ benefits: drawn }) => {
      const clash = excluded.find(({ one, other }) => drawn.includes(one) && drawn.includes(other))
      return clash && `同时领取“${benefits[clash.one]}”与“${benefits[clash.other]}”，按${clash.document}不得兼得`
    }),
}
