import {
  bankField,
  exclusionField,
  handingField,
  preferentialCardClocks,
  preferentialCardSteps,
  preferentialCardWithdrawIn,
} from './preferential-card-steps.ts'
import type { ProcedureDefinition } from './procedure-definition.ts'
import { dischargePaper, householdBook, identityCard } from './usual-forms.ts'
import { usualReopening } from './usual-steps.ts'

/**
 * 优待证申领. Two kinds, one card a person whatever identities they hold (S97); at the household's or the usual residence's station, or at home for
 * those over 80 or ill (S26, S98). The national system keeps the numbers (退役军人保障法 art. 15); the platform keeps the way and the handing over.
 */
export const preferentialCard: ProcedureDefinition = {
  code: 'preferential-card',
  version: 1,
  name: '优待证申领',
  section: 'service-centre',
  isRestricted: true,
  isSingle: true,
  basis: ['《退役军人保障法》第十五条', '《军人抚恤优待条例》第三十七条'],
  needs: ['name', 'id-number', 'residence', 'identity'],
  fields: [
    {
      code: 'kind',
      label: '优待证种类',
      kind: 'choice',
      choices: { veteran: '退役军人优待证', family: '烈士、因公牺牲军人、病故军人遗属优待证' },
      help: '同时符合两类的，由本人选择一种。',
    },
    bankField,
    { code: 'at-home', label: '是否需要上门办理', kind: 'yes-no', help: '80周岁以上、患病等行动不便的可以上门办理。' },
    exclusionField,
    handingField,
  ],
  documents: [
    identityCard,
    householdBook,
    { ...dischargePaper, isOptional: true, help: '退役军人提交；遗失的，提交档案部门出具的查档证明。' },
    { code: 'kinship', name: '遗属关系证明', copies: 1, isOriginal: false, instead: 'survivor', isOptional: true },
    { code: 'photo', name: '符合要求的免冠照片', copies: 1, isOriginal: true },
  ],
  first: 'apply',
  steps: preferentialCardSteps,
  clocks: preferentialCardClocks,
  withdrawIn: preferentialCardWithdrawIn,
  reopen: usualReopening,
  effect: { kind: 'none' },
}
