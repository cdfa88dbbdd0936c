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
  refusalAfter,
  townStep,
  usualReopening,
} from './usual-steps.ts'

/**
 * 无障碍宜居改造: survey, quote, works, acceptance. The law supports it and subsidises households that qualify (无障碍环境建设法 art. 19);
 * who qualifies, for how much, and the builder are the bureau's. Photographs are never demanded: they may be kept with the survey and the acceptance.
 * Whoever surveyed does not accept.
 */
export const homeAdaptation: ProcedureDefinition = {
  code: 'home-adaptation',
  version: 1,
  name: '优抚对象家庭无障碍宜居改造',
  section: 'benefits',
  isRestricted: true,
  isSingle: true,
  basis: ['《无障碍环境建设法》第十九条'],
  needs: ['name', 'id-number', 'residence', 'identity', 'phone'],
  fields: [
    { code: 'need', label: '行动、生活不便情况', kind: 'long-text' },
    {
      code: 'house',
      label: '房屋权属',
      kind: 'choice',
      choices: { own: '自有', family: '家庭成员所有', rented: '租住（须房主同意）' },
    },
    { code: 'surveyed-on', label: '入户勘查日期', kind: 'day', askedAt: 'survey' },
    {
      code: 'items',
      label: '改造项目',
      kind: 'long-text',
      askedAt: 'survey',
      help: '如坡道、扶手、卫浴、地面防滑、照明。',
    },
    { code: 'builder', label: '施工单位', kind: 'text', askedAt: 'quote' },
    { code: 'quoted', label: '报价（元）', kind: 'fen', askedAt: 'quote' },
    { code: 'own-share', label: '本人承担（元）', kind: 'fen', askedAt: 'quote' },
    { code: 'accepted-on', label: '验收日期', kind: 'day', askedAt: 'acceptance' },
    { code: 'acceptance', label: '验收意见', kind: 'long-text', askedAt: 'acceptance', help: '写明本人是否满意。' },
    { code: 'settled', label: '结算金额（元）', kind: 'fen', askedAt: 'acceptance' },
  ],
  documents: [
    identityCard,
    writtenApplication,
    { code: 'owner', name: '房屋权属证明或者房主同意书', copies: 1, isOriginal: false },
    { code: 'survey-photos', name: '改造前照片', copies: 1, isOriginal: false, isOptional: true },
    { code: 'quote', name: '报价单', copies: 1, isOriginal: true, isOptional: true },
    { code: 'acceptance-photos', name: '改造后照片', copies: 1, isOriginal: false, isOptional: true },
  ],
  first: 'apply',
  steps: {
    apply: applyStep('town'),
    town: townStep('镇（街道）审核', { pass: 'county', reject: 'county' }),
    county: countyStepTo('survey', 'refusal'),
    survey: countyTask('入户勘查', [
      { move: 'pass', to: 'quote' },
      { move: 'reject', to: 'refusal', because: true },
    ]),
    quote: countyTask('方案与报价', [
      { move: 'pass', to: 'decision' },
      { move: 'send-back', to: 'survey', because: true },
    ]),
    refusal: refusalAfter(['county', 'survey']),
    decision: decisionTo('县级审批', { move: 'send', to: 'works' }, ['quote', 'survey', 'county']),
    works: outsideStep('施工', [answered('built', 'acceptance'), answeredBecause('cannot-be-built', 'quote')]),
    acceptance: {
      ...countyTask('验收', [
        { move: 'finish', to: 'finished' },
        { move: 'send-back', to: 'works', because: true },
      ]),
      apartFrom: ['survey'],
    },
  },
  clocks: [],
  withdrawIn: ['apply', 'town', 'county', 'survey', 'quote'],
  reopen: usualReopening,
  effect: { kind: 'none' },
}
