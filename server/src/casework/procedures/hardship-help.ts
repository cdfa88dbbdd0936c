import type { ProcedureDefinition } from './procedure-definition.ts'
import { applyStep, countyStep, decisionStep, townStep, usualReopening } from './usual-steps.ts'

/** 困难退役军人帮扶援助. Five situations of 《关于加强困难退役军人帮扶援助工作的意见》 (S72); the paper is the 临时救助表 in use (S24). */
export const hardshipHelp: ProcedureDefinition = {
  code: 'hardship-help',
  version: 1,
  name: '困难退役军人帮扶援助',
  section: 'benefits',
  isRestricted: true,
  isSingle: true,
  basis: ['《关于加强困难退役军人帮扶援助工作的意见》', '《困难退役军人帮扶援助工作规范》（退役军人部发〔2025〕6号）'],
  needs: ['name', 'id-number', 'residence', 'identity', 'bank-account'],
  fields: [
    {
      code: 'situation',
      label: '困难情形',
      kind: 'choice',
      choices: {
        disabled: '服役致残或重病，就业困难且支出骤增',
        jobless: '长期失业或突然下岗',
        relapse: '旧伤复发、残情加重',
        sudden: '火灾水灾、交通事故、重大疾病、人身伤害、见义勇为等突发情形',
        other: '其他特殊困难',
      },
    },
    { code: 'reason', label: '申请事由', kind: 'long-text' },
    { code: 'asked', label: '申请金额（元）', kind: 'fen' },
    { code: 'amount', label: '核定金额（元）', kind: 'fen', askedAt: 'county' },
  ],
  documents: [
    { code: 'identity-card', name: '居民身份证复印件', copies: 1, isOriginal: false, instead: 'id-number' },
    { code: 'application', name: '临时救助申请表', copies: 3, isOriginal: true },
    { code: 'proof', name: '困难情形证明', copies: 1, isOriginal: false },
  ],
  first: 'apply',
  steps: {
    apply: applyStep('town'),
    town: townStep('镇（街道）审核', { pass: 'county', reject: 'county' }),
    county: countyStep,
    decision: decisionStep,
  },
  clocks: [],
  withdrawIn: ['apply', 'town', 'county'],
  reopen: usualReopening,
  effect: { kind: 'none' },
}
