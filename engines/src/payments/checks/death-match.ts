import { dayText } from '@dongzhou/terms/day'
import { eachOf, type NamedCheck, type Recipient } from './check.ts'

/** 死亡比对: somebody on the list is dead by the register or by a death list (审计: 惠来县两年向 118 名已故人员发放 45.72 万元). */
export const deathMatch: NamedCheck = {
  code: 'death-match',
  effect: 'holds',
  mayBePaid: true,
  say: '与死亡名单、名册登记比对，查出已去世仍在名单中的人员。',
  whatToDo: '核实后在一人一档登记去世并重新计算；确系误报的，由复核人裁定放行并写明依据。',
  find: (recipients, { deaths }) =>
    eachOf('death-match', recipients, (one) => {
      const death = deaths.get(one.person)
      if (death === undefined) return undefinedUnlessDead(one)
      const on = death.on === undefined ? '' : `于 ${dayText(death.on)} `
      return `${death.source}名单载明${on}去世`
    }),
}

function undefinedUnlessDead({ isAlive }: Recipient): string | undefined {
  return isAlive ? undefined : '名册已登记去世，本期仍有应发金额（补发或去世后继续发放），请核对领取人'
}
