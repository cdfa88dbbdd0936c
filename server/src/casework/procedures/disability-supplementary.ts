import type { ProcedureDefinition } from './procedure-definition.ts'
import { disabledVeteran, ratingAsks, ratingAward, ratingFact } from './rating-effect.ts'
import {
  ratingClocks,
  ratingFields,
  ratingPapers,
  ratingSteps,
  ratingWithdrawIn,
  serviceRecords,
} from './rating-steps.ts'
import { natureChoices } from './usual-forms.ts'
import { usualReopening } from './usual-steps.ts'

const { war, duty } = natureChoices

/**
 * 残疾等级补办评定: of war and duty only, on the record of the time, or of an occupational disease or splinters in the body (军人抚恤优待条例
 * art. 29). What counts as record is the ministry's answer of S90, the papers are those of S91.
 */
export const disabilitySupplementary: ProcedureDefinition = {
  code: 'disability-supplementary',
  version: 1,
  name: '残疾等级补办评定',
  section: 'benefits',
  isRestricted: true,
  isSingle: true,
  basis: ['《军人抚恤优待条例》第二十八条、第二十九条第一款、第二款'],
  needs: ['name', 'id-number', 'residence', 'service'],
  fields: [
    {
      code: 'ground',
      label: '补办依据',
      kind: 'choice',
      choices: {
        record: '原始档案记载及原始病历',
        occupational: '被诊断、鉴定为职业病',
        splinter: '体内残留弹片致残',
      },
    },
    ...ratingFields({ war, duty }),
  ],
  documents: ratingPapers(...serviceRecords, {
    code: 'comrades',
    name: '战友证明',
    copies: 2,
    isOriginal: true,
    isOptional: true,
    help: '至少两名；只作佐证，不能代替档案记载或者原始医疗证明。',
  }),
  first: 'apply',
  steps: ratingSteps,
  clocks: ratingClocks,
  withdrawIn: ratingWithdrawIn,
  reopen: usualReopening,
  effect: {
    kind: 'facts',
    asks: ratingAsks,
    decide: (answers) => ({
      records: [ratingFact(answers), disabledVeteran(answers)],
      award: ratingAward(answers),
    }),
  },
}
