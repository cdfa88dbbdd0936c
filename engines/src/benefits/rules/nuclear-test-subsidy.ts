import { RegularSubsidy } from '../regular-subsidy.ts'
import type { Rule } from '../rule.ts'

/** 参试退役人员生活补助: by art. 61 they are treated as those who took part in war. */
export const nuclearTestSubsidy: Rule = {
  benefit: 'nuclear-test-subsidy',
  version: 1,
  whom: ['nuclear-test-participant'],
  cadence: 'monthly',
  law: [
    { law: 'entitlement-regulation-2024', article: '第六十一条' },
    { law: 'entitlement-regulation-2024', article: '第六十二条' },
  ],
  text: [
    '已认定为参试退役人员的，参照参战退役人员发给定期生活补助。',
    '参试的任务和健康检查在身份认定时审核。',
    '本地文件对户籍、养老保障另有规定的，从其规定。',
  ],
  bind: (book) => new RegularSubsidy(book, 'nuclear-test-subsidy'),
}
