import { dayText } from '@dongzhou/terms/day'
import { isRecent } from '../account-hold.ts'
import { accountTrouble, judgeAccount } from '../bank-account.ts'
import { eachOf, type NamedCheck, type Recipient, sharers } from './check.ts'

/** 无银行账户. */
export const accountMissing: NamedCheck = {
  code: 'account-missing',
  effect: 'holds',
  mayBePaid: false,
  say: '查出没有登记银行账户的人员。',
  whatToDo: '请服务站采集社保卡或银行卡号，登记后重新计算；来不及的，本期先暂缓，以后补发。',
  find: (recipients) =>
    eachOf('account-missing', recipients, ({ account }) => (isEmpty(account) ? '没有登记银行账户' : undefined)),
}

/** 账号有误: what the bank would send back can be seen before. */
export const accountInvalid: NamedCheck = {
  code: 'account-invalid',
  effect: 'holds',
  mayBePaid: false,
  say: '查出校验位不符、位数不对或被表格软件改坏的账号。',
  whatToDo: '请按银行卡、存折原件更正账号，再重新计算。',
  find: (recipients) =>
    eachOf('account-invalid', recipients, ({ account }) =>
      isEmpty(account) ? undefined : accountTrouble(judgeAccount(account ?? '')),
    ),
}

/** 账户近期变更: the commonest way of turning somebody's money aside. */
export const accountChanged: NamedCheck = {
  code: 'account-changed',
  effect: 'warns',
  mayBePaid: true,
  say: '查出近期变更过银行账户的人员；变更人不得确认发放。',
  whatToDo: '请核对变更依据；必要时电话回访本人。变更人不能确认本批次发放。',
  find: (recipients, { today, accountDays }) =>
    eachOf('account-changed', recipients, ({ accountChangedOn }) =>
      accountChangedOn !== undefined && isRecent(accountChangedOn, { today, days: accountDays })
        ? `${dayText(accountChangedOn)} 变更过银行账户`
        : undefined,
    ),
}

/** 多人同一账户: a couple may share one, a stranger may not; each needs a payee on file. */
export const accountShared: NamedCheck = {
  code: 'account-shared',
  compares: true,
  effect: 'holds',
  mayBePaid: true,
  say: '查出两人以上使用同一账户、又没有登记代领关系的。',
  whatToDo: '请核实是否代领；确系代领的登记“领取人”关系后重新计算，或由复核人裁定放行。',
  find: (recipients) =>
    sharers(
      'account-shared',
      recipients.filter((one) => !isPayeeHeld(one)),
      ({ accountIndex }) => accountIndex,
      (others) => `与名单中另外 ${others} 人使用同一账户`,
    ),
}

/** 户名与本人不符. */
export const holderDiffers: NamedCheck = {
  code: 'holder-differs',
  effect: 'holds',
  mayBePaid: true,
  say: '查出户名既不是本人、也不是登记的领取人的账户。',
  whatToDo: '请更正户名，或登记“领取人”关系后重新计算；确有依据的由复核人裁定放行。',
  find: (recipients) =>
    eachOf('holder-differs', recipients, (one) =>
      isEmpty(one.account) || isOwn(one) || isPayeeHeld(one) ? undefined : '户名与本人、与登记的领取人都不一致',
    ),
}

function isOwn({ holder, name }: Recipient): boolean {
  return holder === undefined || plain(holder) === plain(name)
}

function isPayeeHeld({ holder, payees }: Recipient): boolean {
  return holder !== undefined && payees.some((payee) => plain(payee) === plain(holder))
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/[\s·•・]/g, '')
}

function isEmpty(account: string | undefined): boolean {
  return account === undefined || account.trim() === ''
}
