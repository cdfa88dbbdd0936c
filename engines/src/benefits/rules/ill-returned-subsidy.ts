import { RegularSubsidy } from '../regular-subsidy.ts'
import type { Rule } from '../rule.ts'

/** 带病回乡退伍军人生活补助: to those who fell ill in service short of a disability rating. */
export const illReturnedSubsidy: Rule = {
  benefit: 'ill-returned-subsidy',
  version: 1,
  whom: ['ill-returned-veteran'],
  cadence: 'monthly',
  law: [
    { law: 'entitlement-regulation-2019', article: '第五十三条' },
    { law: 'entitlement-regulation-2024', article: '第六十二条' },
  ],
  text: [
    '已认定为带病回乡退伍军人的，发给定期生活补助。',
    '服现役期间患病、有军队医院证明而未达到评定残疾等级条件，在身份认定时审核。',
    '本地文件对户籍、养老保障另有规定的，从其规定。',
  ],
  bind: (book) => new RegularSubsidy(book, 'ill-returned-subsidy'),
}
