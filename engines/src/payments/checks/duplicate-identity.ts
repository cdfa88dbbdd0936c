import { type NamedCheck, sharers } from './check.ts'

/** 重复身份: two files with one ID number draw in one run. */
export const duplicateIdentity: NamedCheck = {
  code: 'duplicate-identity',
  compares: true,
  effect: 'holds',
  mayBePaid: false,
  say: '查出名单中身份证号相同的两份档案。',
  whatToDo: '在“重复人员”中裁定合并或更正身份证号，再重新计算。',
  find: (recipients) =>
    sharers(
      'duplicate-identity',
      recipients,
      ({ identity }) => identity,
      (others) => `名单中另有 ${others} 份档案使用同一身份证号`,
    ),
}
