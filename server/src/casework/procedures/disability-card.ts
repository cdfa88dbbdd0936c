import type { ProcedureDefinition } from './procedure-definition.ts'
import { identityCard, writtenApplication } from './usual-forms.ts'
import {
  answered,
  answeredBecause,
  applyStep,
  countyStepTo,
  countyTask,
  decisionTo,
  outsideStep,
  townStep,
  townTask,
  usualReopening,
} from './usual-steps.ts'

/**
 * 残疾军人证等证件换发、补发. The authority that rated issues the card (军人抚恤优待条例 art. 28); four kinds, validity by age at issue (S27, S96); the
 * 换证呈报表 is the form in use (S24). No time limit was found: the bureau's promise goes into `clocks` when it is made. A rating is not touched.
 */
export const disabilityCard: ProcedureDefinition = {
  code: 'disability-card',
  version: 1,
  name: '残疾证件换发、补发',
  section: 'benefits',
  isRestricted: true,
  isSingle: true,
  basis: ['《军人抚恤优待条例》第二十八条第三款'],
  needs: ['name', 'id-number', 'residence', 'disability'],
  fields: [
    {
      code: 'card',
      label: '证件种类',
      kind: 'choice',
      choices: {
        veteran: '残疾军人证',
        police: '伤残人民警察证',
        militia: '伤残预备役人员、伤残民兵民工证',
        other: '因公伤残人员证',
      },
    },
    {
      code: 'reason',
      label: '办理原因',
      kind: 'choice',
      choices: {
        expired: '有效期满',
        worn: '损毁、无法读取',
        lost: '遗失',
        changed: '等级、性质或者个人信息变更',
        discharged: '退役后换发',
      },
    },
    {
      code: 'is-private',
      label: '是否涉及隐私',
      kind: 'yes-no',
      askedAt: 'county',
      help: '精神类、传染病、性器官残疾等，呈报表上注明。',
    },
    { code: 'number', label: '新证编号', kind: 'text', askedAt: 'signing' },
    {
      code: 'valid-through',
      label: '有效期至',
      kind: 'day',
      askedAt: 'signing',
      isOptional: true,
      help: '按发证时年龄：16周岁以下5年，16至25周岁10年，26至45周岁20年，46周岁以上长期（长期的不填）。',
    },
  ],
  documents: [
    identityCard,
    writtenApplication,
    { code: 'photos', name: '近期2寸免冠照片', copies: 2, isOriginal: true },
    {
      code: 'old-card',
      name: '原残疾证件',
      copies: 1,
      isOriginal: true,
      isOptional: true,
      help: '遗失的，写明遗失经过。',
    },
  ],
  first: 'apply',
  steps: {
    apply: applyStep('town'),
    town: townStep('镇（街道）审核', { pass: 'county', reject: 'county' }),
    county: countyStepTo('submission', 'submission'),
    submission: decisionTo('县级审批上报', { move: 'send', to: 'issuer' }, ['county']),
    issuer: outsideStep('上级审核制证', [
      answered('issued', 'signing'),
      answeredBecause('refused', 'refused'),
      answeredBecause('returned', 'county'),
    ]),
    signing: countyTask('核对签收新证', [
      { move: 'pass', to: 'hand-out' },
      { move: 'send', answer: 'faulty', to: 'issuer', because: true },
    ]),
    'hand-out': townTask('发放新证、收回旧证', [{ move: 'finish', to: 'finished' }]),
  },
  clocks: [],
  withdrawIn: ['apply', 'town', 'county'],
  reopen: usualReopening,
  effect: { kind: 'none' },
}
