import { benefits } from '@dongzhou/terms/benefit'
import type { ProcedureDefinition } from './procedure-definition.ts'
import { applyStep, countyTask, townTask } from './usual-steps.ts'

/** 定期待遇: what the yearly confirmation covers, as a choice of one or all. */
const regular = {
  'disability-pension': benefits['disability-pension'],
  'care-allowance': benefits['care-allowance'],
  'survivor-pension': benefits['survivor-pension'],
  'demobilised-subsidy': benefits['demobilised-subsidy'],
  'ill-returned-subsidy': benefits['ill-returned-subsidy'],
  'war-participant-subsidy': benefits['war-participant-subsidy'],
  'nuclear-test-subsidy': benefits['nuclear-test-subsidy'],
  'rural-veteran-subsidy': benefits['rural-veteran-subsidy'],
  'martyr-child-subsidy': benefits['martyr-child-subsidy'],
  all: '全部定期待遇',
} as const

/**
 * 年度确认核实 of one person who was drawn by risk, is overdue, or about whom a comparison gave a sign. The roll as a whole is confirmed in the
 * national system and is no matter of cases. Confirmation is statutory (军人抚恤优待条例 art. 8, 烈士褒扬条例 art. 23): who no longer qualifies is
 * stopped: decided here, carried out among the awards, where money that went too far is settled. That silence alone stops money was nowhere
 * found, so here it does not; the ways of confirming are those in use (S104), the time limit and the share drawn are the bureau's.
 */
export const yearlyConfirmation: ProcedureDefinition = {
  code: 'yearly-confirmation',
  version: 1,
  name: '年度确认核实',
  section: 'benefits',
  isRestricted: true,
  isSingle: true,
  basis: ['《军人抚恤优待条例》第八条', '《烈士褒扬条例》第二十三条'],
  needs: ['name', 'id-number', 'residence'],
  fields: [
    { code: 'year', label: '确认年度', kind: 'number' },
    {
      code: 'trigger',
      label: '核实缘由',
      kind: 'choice',
      choices: { drawn: '风险抽查', overdue: '逾期未确认', sign: '数据比对线索', told: '本人或者他人反映' },
    },
    {
      code: 'way',
      label: '核实方式',
      kind: 'choice',
      choices: { station: '到站当面', home: '上门', video: '视频', other: '委托外地核实' },
      askedAt: 'seeing',
    },
    { code: 'seen-on', label: '核实日期', kind: 'day', askedAt: 'seeing' },
    {
      code: 'finding',
      label: '核实情况',
      kind: 'long-text',
      askedAt: 'seeing',
      help: '本人是否健在、领取条件有无变化。',
    },
    { code: 'benefit', label: '停发的待遇', kind: 'choice', choices: regular, askedAt: 'stopping' },
    { code: 'ground', label: '不再符合条件的事实和依据', kind: 'long-text', askedAt: 'stopping' },
    { code: 'paid-through', label: '发至月份', kind: 'month', askedAt: 'stopping' },
  ],
  documents: [{ code: 'evidence', name: '核实材料', copies: 1, isOriginal: false, isOptional: true }],
  first: 'apply',
  steps: {
    apply: { ...applyStep('seeing'), name: '登记核实对象' },
    seeing: townTask('镇（街道）核实', [{ move: 'pass', to: 'county' }]),
    county: countyTask('核对结果', [
      { move: 'finish', to: 'finished' },
      { move: 'send-back', to: 'seeing', because: true },
      { move: 'reject', to: 'stopping', because: true },
    ]),
    stopping: countyTask('拟停发意见', [
      { move: 'pass', to: 'decision' },
      { move: 'send-back', to: 'county', because: true },
    ]),
    decision: {
      name: '停发审批',
      kind: 'decision',
      place: 'county',
      authority: 'cases.decide',
      apartFrom: ['stopping', 'county'],
      moves: [
        { move: 'pass', to: 'ending' },
        { move: 'send-back', to: 'county', because: true },
      ],
    },
    ending: countyTask('终止待遇并告知本人', [{ move: 'finish', to: 'finished' }]),
  },
  clocks: [],
  withdrawIn: ['apply'],
  reopen: [
    { from: 'finished', at: 'county' },
    { from: 'withdrawn', at: 'apply' },
  ],
  effect: { kind: 'none' },
}
