import type { ProcedureDefinition } from './procedure-definition.ts'
import { applyStep, countyStep, decisionStep, townStep, usualReopening } from './usual-steps.ts'

/** 60周岁农村籍退役士兵老年生活补助. Steps, papers and notice as counties publish them (S20, S23, S24 of the domain reference). */
export const ruralVeteran60: ProcedureDefinition = {
  code: 'rural-veteran-60',
  version: 1,
  name: '60周岁农村籍退役士兵老年生活补助',
  section: 'benefits',
  isRestricted: false,
  isSingle: true,
  basis: ['《军人抚恤优待条例》第六十二条'],
  needs: ['name', 'id-number', 'birth', 'residence', 'service', 'bank-account'],
  fields: [
    {
      code: 'village-opinion',
      label: '村（居）意见',
      kind: 'long-text',
      help: '写明是否本村（居）人员、服役经历是否属实、是否享受职工养老保险待遇。',
    },
    {
      code: 'years',
      label: '服义务兵役折算年限（年）',
      kind: 'number',
      askedAt: 'county',
      help: '按本局确定的计算方法核对；不满一年的按一年计算。',
    },
    { code: 'from', label: '批准起发月份', kind: 'month', askedAt: 'county' },
  ],
  documents: [
    { code: 'identity-card', name: '居民身份证复印件', copies: 1, isOriginal: false, instead: 'id-number' },
    { code: 'household-book', name: '户口簿复印件', copies: 1, isOriginal: false, instead: 'household-registration' },
    {
      code: 'discharge',
      name: '退伍证复印件或查档证明',
      copies: 1,
      isOriginal: false,
      instead: 'service',
      help: '退伍证遗失的，提交档案部门出具的查档证明。',
    },
    { code: 'application', name: '申请书', copies: 1, isOriginal: true },
  ],
  first: 'apply',
  steps: {
    apply: applyStep('town'),
    town: townStep('镇（街道）初审', { pass: 'notice', reject: 'county' }),
    notice: {
      name: '村（居）公示',
      kind: 'notice',
      place: 'town',
      authority: 'cases.verify',
      notice: { days: 3, count: 'natural', shows: [] },
      moves: [
        { move: 'publish', to: 'county' },
        { move: 'object', to: 'town', because: true },
      ],
    },
    county: countyStep,
    decision: decisionStep,
  },
  clocks: [
    {
      code: 'county',
      name: '县级办理时限',
      basis: '参照已公开的县级办事指南；本局承诺时限确定后更新',
      days: 5,
      count: 'working',
      from: ['county'],
      until: ['granted', 'refused'],
      stillIn: ['apply', 'town', 'notice'],
    },
  ],
  withdrawIn: ['apply', 'town', 'notice', 'county'],
  reopen: usualReopening,
  effect: { kind: 'award', benefit: 'rural-veteran-subsidy', from: 'from', years: 'years' },
}
