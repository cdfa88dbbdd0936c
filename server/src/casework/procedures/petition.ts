import type { ProcedureDefinition } from './procedure-definition.ts'
import { applyStep } from './usual-steps.ts'

/** 信访事项. Time limits of 《信访工作条例》 (2022) arts 23, 34 and 35: 15 days to say how it is taken up, 60 to settle it, 30 more with approval. */
export const petition: ProcedureDefinition = {
  code: 'petition',
  version: 1,
  name: '信访事项办理',
  section: 'office',
  isRestricted: true,
  isSingle: false,
  basis: ['《信访工作条例》第二十三条、第三十四条、第三十五条'],
  needs: ['name', 'residence'],
  fields: [
    {
      code: 'channel',
      label: '来信来访方式',
      kind: 'choice',
      choices: { letter: '来信', visit: '来访', call: '来电', online: '网上', transferred: '上级或其他机关转送' },
    },
    { code: 'claim', label: '反映的事项与请求', kind: 'long-text' },
    { code: 'answer', label: '处理意见', kind: 'long-text', askedAt: 'handling' },
  ],
  documents: [{ code: 'letter', name: '来信或来访登记', copies: 1, isOriginal: false, isOptional: true }],
  first: 'apply',
  steps: {
    apply: { ...applyStep('acceptance'), name: '登记' },
    acceptance: {
      name: '受理审查',
      kind: 'opinion',
      place: 'county',
      authority: 'cases.handle',
      moves: [
        { move: 'pass', to: 'handling' },
        { move: 'return', to: 'apply', because: true },
        { move: 'refuse', to: 'refused', because: true },
      ],
    },
    handling: {
      name: '调查处理',
      kind: 'task',
      place: 'county',
      authority: 'cases.handle',
      moves: [{ move: 'pass', to: 'answer' }],
    },
    answer: {
      name: '答复审批',
      kind: 'decision',
      place: 'county',
      authority: 'cases.decide',
      apartFrom: ['handling'],
      moves: [
        { move: 'finish', to: 'finished' },
        { move: 'send-back', to: 'handling', because: true },
      ],
    },
    review: {
      name: '上级复查',
      kind: 'outside',
      place: 'outside',
      authority: 'cases.handle',
      moves: [
        { move: 'receive', answer: 'upheld', to: 'finished' },
        { move: 'receive', answer: 'reversed', to: 'handling', because: true },
      ],
    },
  },
  clocks: [
    {
      code: 'acceptance',
      name: '受理告知时限',
      basis: '《信访工作条例》第二十三条',
      days: 15,
      count: 'natural',
      from: ['acceptance'],
      until: ['handling'],
      stillIn: [],
    },
    {
      code: 'handling',
      name: '办结时限',
      basis: '《信访工作条例》第三十四条',
      days: 60,
      count: 'natural',
      from: ['handling'],
      until: ['finished'],
      stillIn: [],
      extension: {
        days: 30,
        basis: '《信访工作条例》第三十四条：情况复杂的，经本机关、单位负责人批准',
        authority: 'cases.decide',
      },
    },
    {
      code: 'review',
      name: '复查时限',
      basis: '《信访工作条例》第三十五条',
      days: 30,
      count: 'natural',
      from: ['review'],
      until: ['finished', 'handling'],
      stillIn: [],
    },
  ],
  withdrawIn: ['apply', 'acceptance', 'handling'],
  reopen: [
    { from: 'finished', at: 'review' },
    { from: 'refused', at: 'acceptance' },
  ],
  effect: { kind: 'none' },
}
