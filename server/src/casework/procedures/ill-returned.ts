import type { ProcedureDefinition } from './procedure-definition.ts'
import { dischargePaper, documentField, householdBook, identityCard, writtenApplication } from './usual-forms.ts'
import {
  answered,
  answeredBecause,
  applyStep,
  countyStepTo,
  decisionTo,
  noticeStep,
  outsideStep,
  recordedByTwo,
  refusalAfter,
  townStep,
  usualReopening,
} from './usual-steps.ts'

/**
 * 带病回乡退伍军人认定. Who, proof and the way are those of 民发〔2009〕166号 as counties publish them (S85-S88), the forms those in use (S24); the
 * notice of 7 days is one county's (S89). The list of diseases, the level that approves, the review hospital, further local conditions and
 * the month the subsidy begins are the bureau's to confirm.
 */
export const illReturned: ProcedureDefinition = {
  code: 'ill-returned',
  version: 1,
  name: '带病回乡退伍军人认定',
  section: 'benefits',
  isRestricted: true,
  isSingle: true,
  basis: [
    '《军人抚恤优待条例》第六十二条',
    '民发〔2009〕166号',
    '《带病回乡常见慢性病范围（试行）》（民发〔2011〕208号）',
  ],
  needs: ['name', 'id-number', 'residence', 'service', 'bank-account'],
  fields: [
    { code: 'disease', label: '服役期间所患慢性病', kind: 'text', help: '只填档案或军队医院证明所载的疾病。' },
    {
      code: 'proof',
      label: '患病依据',
      kind: 'choice',
      choices: {
        archive: '退伍档案登记表记载',
        hospital: '军队医院证明并经确认',
        record: '近期加盖病历管理部门印章的原始病历复印件',
      },
    },
    {
      code: 'verified',
      label: '镇（街道）核实情况',
      kind: 'long-text',
      askedAt: 'town',
      help: '身份、患病依据、生活困难情况。',
    },
    {
      code: 'sent-disease',
      label: '送检疾病',
      kind: 'text',
      askedAt: 'county',
      help: '限于服役期间有据可查的疾病，末尾写“（以下空白）”。',
    },
    documentField('recording'),
    { code: 'approved', label: '批准日期', kind: 'day', askedAt: 'recording' },
    {
      code: 'paid-from',
      label: '生活补助起发月份',
      kind: 'month',
      askedAt: 'recording',
      help: '按本地文件或者批准文书填写。',
    },
  ],
  documents: [
    identityCard,
    householdBook,
    dischargePaper,
    writtenApplication,
    { code: 'record', name: '患病依据（档案登记表、军队医院证明或原始病历）', copies: 1, isOriginal: false },
    {
      code: 'examination',
      name: '送检鉴定意见',
      copies: 1,
      isOriginal: true,
      isOptional: true,
      help: '送检后由医院交回。',
    },
  ],
  first: 'apply',
  steps: {
    apply: applyStep('town'),
    town: townStep('镇（街道）核实', { pass: 'county', reject: 'county' }),
    county: { ...countyStepTo('examination', 'refusal'), name: '县级初审' },
    examination: outsideStep('指定医院送检', [
      answered('fits', 'notice'),
      answeredBecause('does-not-fit', 'refusal'),
      answeredBecause('not-examined', 'county'),
    ]),
    notice: noticeStep({ days: 7, count: 'natural' }, { to: 'submission', objection: 'county' }),
    refusal: refusalAfter(['county', 'examination']),
    submission: decisionTo('县级审批上报', { move: 'send', to: 'authority' }, ['county', 'examination', 'notice']),
    authority: outsideStep('上级审批', [
      answered('recognised', 'recording'),
      answeredBecause('refused', 'refused'),
      answeredBecause('returned', 'county'),
    ]),
    ...recordedByTwo,
  },
  clocks: [],
  withdrawIn: ['apply', 'town', 'county', 'examination', 'notice'],
  reopen: usualReopening,
  effect: {
    kind: 'facts',
    asks: ['approved', 'paid-from'],
    decide: (answers) => ({
      records: [{ kind: 'identity', value: { identity: 'ill-returned-veteran' }, validFrom: answers.day('approved') }],
      award: {
        benefit: 'ill-returned-subsidy',
        approved: answers.day('approved'),
        from: answers.month('paid-from'),
      },
    }),
  },
}
