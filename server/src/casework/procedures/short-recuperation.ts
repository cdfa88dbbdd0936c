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
 * 短期疗养 (军人抚恤优待条例 art. 37). What is asked follows the batches two counties published: batch, house, health check, companion, last time
 * (S122, S123). Places, the order of the waiting list and how long somebody waits after the last time are the bureau's rule; who gets no place
 * waits and is not refused.
 */
export const shortRecuperation: ProcedureDefinition = {
  code: 'short-recuperation',
  version: 1,
  name: '优抚对象短期疗养',
  section: 'benefits',
  isRestricted: true,
  isSingle: true,
  basis: ['《军人抚恤优待条例》第三十七条'],
  needs: ['name', 'id-number', 'residence', 'identity', 'phone'],
  fields: [
    { code: 'last', label: '上次参加疗养的年月', kind: 'month', isOptional: true, help: '从未参加的不填。' },
    {
      code: 'companion',
      label: '陪护人姓名和联系方式',
      kind: 'text',
      isOptional: true,
      help: '生活不能完全自理的须有陪护人。',
    },
    { code: 'fit', label: '体检是否适宜疗养', kind: 'yes-no', askedAt: 'county' },
    { code: 'check', label: '体检和用药注意事项', kind: 'long-text', askedAt: 'county', isOptional: true },
    { code: 'batch', label: '批次', kind: 'text', askedAt: 'placing' },
    { code: 'house', label: '疗养机构', kind: 'text', askedAt: 'placing' },
    { code: 'begins', label: '入住日期', kind: 'day', askedAt: 'placing' },
    { code: 'days', label: '疗养天数', kind: 'number', askedAt: 'placing' },
    { code: 'feedback', label: '疗养情况和本人意见', kind: 'long-text', askedAt: 'closing' },
  ],
  documents: [
    identityCard,
    writtenApplication,
    { code: 'health-check', name: '近期体检报告', copies: 1, isOriginal: false },
  ],
  first: 'apply',
  steps: {
    apply: applyStep('town'),
    town: townStep('镇（街道）审核', { pass: 'county', reject: 'county' }),
    county: countyStepTo('placing', 'refusal'),
    placing: countyTask('轮候与安排批次', [
      { move: 'pass', to: 'decision' },
      { move: 'send-back', to: 'county', because: true },
    ]),
    refusal: refusalAfter(['county']),
    decision: decisionTo('县级审批', { move: 'send', to: 'stay' }, ['placing', 'county']),
    stay: outsideStep('疗养机构接待', [answered('stayed', 'closing'), answeredBecause('did-not-come', 'placing')]),
    closing: countyTask('回访', [{ move: 'finish', to: 'finished' }]),
  },
  clocks: [],
  withdrawIn: ['apply', 'town', 'county', 'placing', 'stay'],
  reopen: usualReopening,
  effect: { kind: 'none' },
}
