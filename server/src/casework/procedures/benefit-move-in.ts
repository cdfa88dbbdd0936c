import { addMonths } from '@dongzhou/terms/month'
import type { ProcedureDefinition } from './procedure-definition.ts'
import { disabledVeteran, ratingAsks, ratingFact } from './rating-effect.ts'
import { documentField, gradeChoices, householdBook, identityCard, mentalField, natureChoices } from './usual-forms.ts'
import { applyStep, countyStep, decisionStep, townStep, usualReopening } from './usual-steps.ts'

/**
 * 残疾抚恤关系转入. From the army: within 60 days of leaving, the army pays the year of leaving, the county from the next (军人抚恤优待条例
 * art. 30); no text says that who comes later is turned away. From another county: no article was found, so the sending county's paper says
 * through which month it paid. The pension begins the month after; papers of S94.
 */
export const benefitMoveIn: ProcedureDefinition = {
  code: 'benefit-move-in',
  version: 1,
  name: '残疾抚恤关系转入',
  section: 'benefits',
  isRestricted: true,
  isSingle: true,
  basis: ['《军人抚恤优待条例》第三十条'],
  needs: ['name', 'id-number', 'residence', 'bank-account'],
  fields: [
    {
      code: 'from',
      label: '转自',
      kind: 'choice',
      choices: { army: '部队（退役或者移交）', county: '其他县（市、区）' },
    },
    {
      code: 'left',
      label: '办理退役、移交手续或者迁出的日期',
      kind: 'day',
      help: '自部队转入的，应在60日内申请；逾期的写明原因。',
    },
    { code: 'late', label: '逾期申请的原因', kind: 'long-text', isOptional: true },
    { code: 'grade', label: '残疾等级', kind: 'choice', choices: gradeChoices, askedAt: 'county' },
    { code: 'nature', label: '残疾性质', kind: 'choice', choices: natureChoices, askedAt: 'county' },
    { code: 'approved', label: '评定批准日期', kind: 'day', askedAt: 'county' },
    mentalField('county'),
    { code: 'certificate', label: '残疾军人证编号', kind: 'text', askedAt: 'county', isOptional: true },
    documentField('county'),
    {
      code: 'paid-through',
      label: '抚恤金已发至月份',
      kind: 'month',
      askedAt: 'county',
      help: '自部队转入的，退役或者移交当年由部队发给，填当年12月；县际转移的，按转移证明填写。',
    },
  ],
  documents: [
    identityCard,
    householdBook,
    { code: 'card', name: '残疾军人证', copies: 1, isOriginal: true },
    { code: 'rating', name: '《军人残疾等级评定表》', copies: 1, isOriginal: true },
    { code: 'transfer', name: '退役、移交证明或者抚恤关系转移证明', copies: 1, isOriginal: true },
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
  effect: {
    kind: 'facts',
    asks: [...ratingAsks, 'mental', 'paid-through'],
    decide: (answers, decided) => ({
      records: [ratingFact(answers, answers.isYes('mental')), disabledVeteran(answers)],
      award: { benefit: 'disability-pension', approved: decided, from: addMonths(answers.month('paid-through'), 1) },
    }),
  },
}
