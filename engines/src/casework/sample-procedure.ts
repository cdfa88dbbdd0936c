import type { Procedure } from './procedure.ts'

/** A procedure with every kind of step, for tests: the shape of a recognition with examination, notice and decision. Nobody runs it. */
export const sampleProcedure: Procedure = {
  code: 'sample',
  version: 1,
  name: '示例认定',
  basis: ['示例办法第一条'],
  needs: ['name', 'service'],
  fields: [{ code: 'reason', label: '申请理由', kind: 'long-text' }],
  documents: [{ code: 'record', name: '档案记载复印件', copies: 1, isOriginal: false }],
  first: 'apply',
  steps: {
    apply: {
      name: '申请',
      kind: 'apply',
      place: 'village',
      authority: 'cases.apply',
      moves: [{ move: 'submit', to: 'town' }],
    },
    town: {
      name: '镇级审核',
      kind: 'opinion',
      place: 'town',
      authority: 'cases.verify',
      apartFrom: ['apply'],
      moves: [
        { move: 'pass', to: 'county' },
        { move: 'return', to: 'apply', because: true },
      ],
    },
    county: {
      name: '县级初审',
      kind: 'opinion',
      place: 'county',
      authority: 'cases.handle',
      moves: [
        { move: 'pass', to: 'examination' },
        { move: 'return', to: 'apply', because: true },
        { move: 'reject', to: 'decision', because: true },
      ],
    },
    examination: {
      name: '医学鉴定',
      kind: 'outside',
      place: 'outside',
      authority: 'cases.handle',
      moves: [
        { move: 'receive', answer: 'fits', to: 'notice' },
        { move: 'receive', answer: 'does-not-fit', to: 'decision', because: true },
      ],
    },
    notice: {
      name: '公示',
      kind: 'notice',
      place: 'county',
      authority: 'cases.handle',
      notice: { days: 7, count: 'working', shows: ['reason'] },
      moves: [
        { move: 'publish', to: 'decision' },
        { move: 'object', to: 'county', because: true },
      ],
    },
    decision: {
      name: '审批',
      kind: 'decision',
      place: 'county',
      authority: 'cases.decide',
      apartFrom: ['county', 'examination', 'notice'],
      moves: [
        { move: 'grant', to: 'granted' },
        { move: 'refuse', to: 'refused', because: true },
        { move: 'send-back', to: 'county', because: true },
      ],
    },
  },
  clocks: [
    {
      code: 'county',
      name: '县级办理时限',
      basis: '示例办法第九条',
      days: 20,
      count: 'working',
      from: ['county'],
      until: ['granted', 'refused'],
      stillIn: ['apply', 'examination', 'notice'],
      extension: { days: 10, basis: '示例办法第十条', authority: 'cases.decide' },
    },
    {
      code: 'whole',
      name: '总时限',
      basis: '示例办法第九条',
      days: 60,
      count: 'natural',
      from: ['town'],
      until: ['granted', 'refused'],
      stillIn: ['apply'],
    },
  ],
  withdrawIn: ['apply', 'town', 'county', 'examination', 'notice'],
  reopen: [{ from: 'refused', at: 'county' }],
}
