import type { Clock } from '@dongzhou/engines/casework'
import type { ProcedureDefinition } from './procedure-definition.ts'
import { answered, answeredBecause, applyStep, countyTask, outsideStep } from './usual-steps.ts'

/**
 * 信访事项. Time limits of 《信访工作条例》 (2022): 15 days to say how it is taken up (art. 23), 60 to settle it and 30 more with approval (art. 34).
 * 30 days from the written answer to ask for 复查 and 30 to answer that (art. 35), the same for 复核 (art. 36), after which it is not taken up
 * again on the same grounds: what is finished stays finished. The case waits out both times, as the right runs.
 */
export const petition: ProcedureDefinition = {
  code: 'petition',
  version: 1,
  name: '信访事项办理',
  section: 'office',
  isRestricted: true,
  isSingle: false,
  basis: ['《信访工作条例》第二十三条、第三十四条至第三十六条'],
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
    handling: countyTask('调查处理', [{ move: 'pass', to: 'answer' }]),
    answer: {
      name: '答复审批',
      kind: 'decision',
      place: 'county',
      authority: 'cases.decide',
      apartFrom: ['handling'],
      moves: [
        { move: 'pass', to: 'delivery' },
        { move: 'send-back', to: 'handling', because: true },
      ],
    },
    delivery: countyTask('书面答复送达', [{ move: 'pass', to: 'answered' }]),
    answered: countyTask('已答复，等候是否请求复查', [
      { move: 'send', to: 'review' },
      { move: 'finish', to: 'finished', because: true },
    ]),
    review: outsideStep('上级复查', [answered('upheld', 'reviewed'), answeredBecause('reversed', 'handling')]),
    reviewed: countyTask('已复查，等候是否请求复核', [
      { move: 'send', to: 'final-review' },
      { move: 'finish', to: 'finished', because: true },
    ]),
    'final-review': outsideStep('上级复核', [answered('upheld', 'finished'), answeredBecause('reversed', 'handling')]),
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
      stillIn: ['answered', 'review', 'reviewed', 'final-review'],
      extension: {
        days: 30,
        basis: '《信访工作条例》第三十四条：情况复杂的，经本机关、单位负责人批准',
        authority: 'cases.decide',
      },
    },
    asking('ask-review', '信访人请求复查的期限（期满办结）', '第三十五条', { from: 'answered', until: 'review' }),
    asking('review', '复查时限', '第三十五条', { from: 'review', until: 'reviewed' }),
    asking('ask-final-review', '信访人请求复核的期限（期满办结）', '第三十六条', {
      from: 'reviewed',
      until: 'final-review',
    }),
    asking('final-review', '复核时限', '第三十六条', { from: 'final-review', until: 'finished' }),
  ],
  withdrawIn: ['apply', 'acceptance', 'handling'],
  reopen: [
    { from: 'refused', at: 'acceptance' },
    { from: 'withdrawn', at: 'apply' },
  ],
  effect: { kind: 'none' },
}

/** 30 days, to ask or to answer; a review that finds against the answer sends it back to be handled anew. */
function asking(
  code: string,
  name: string,
  article: string,
  { from, until }: { readonly from: string; readonly until: string },
): Clock {
  const ends = [...new Set([until, 'handling', 'finished'])]
  const basis = `《信访工作条例》${article}`
  return { code, name, basis, days: 30, count: 'natural', from: [from], until: ends, stillIn: [] }
}
