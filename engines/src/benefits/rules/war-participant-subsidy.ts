import { RegularSubsidy } from '../regular-subsidy.ts'
import type { Rule } from '../rule.ts'

/** 参战退役人员生活补助. */
export const warParticipantSubsidy: Rule = {
  benefit: 'war-participant-subsidy',
  version: 1,
  whom: ['war-participant'],
  cadence: 'monthly',
  law: [{ law: 'entitlement-regulation-2024', article: '第六十二条' }],
  text: [
    '已认定为参战退役人员的，发给定期生活补助。',
    '参战的战役、行动在身份认定时审核。',
    '本地文件对户籍、养老保障另有规定的，从其规定。',
  ],
  bind: (book) => new RegularSubsidy(book, 'war-participant-subsidy'),
}
