import type { CaseDocument, CaseField, Clock, Step } from '@dongzhou/engines/casework'
import { dischargePaper, documentField, gradeChoices, identityCard, writtenApplication } from './usual-forms.ts'
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
} from './usual-steps.ts'

/**
 * 评定残疾等级 as new, supplementary and adjusted ratings share it: the county verifies and has the expert group examine, gives notice and sends up,
 * the city passes on, the province rates (军人抚恤优待条例 art. 28). Illness of mind, infectious illness and the like are not put up for notice:
 * the real form says so (S24), and the county then passes the case on with its reasons.
 */
export const ratingSteps: Readonly<Record<string, Step>> = {
  apply: applyStep('town'),
  town: townStep('镇（街道）审核', { pass: 'county', reject: 'county' }),
  county: { ...countyStepTo('examination', 'refusal'), name: '县级初审' },
  examination: outsideStep('医疗卫生专家小组鉴定', [
    answered('concluded', 'proposal'),
    answeredBecause('not-examined', 'county'),
  ]),
  proposal: {
    name: '拟定评定意见',
    kind: 'opinion',
    place: 'county',
    authority: 'cases.handle',
    moves: [
      { move: 'pass', to: 'notice' },
      { move: 'pass', answer: 'not-for-notice', to: 'submission', because: true },
      { move: 'reject', to: 'refusal', because: true },
      { move: 'send-back', to: 'county', because: true },
    ],
  },
  notice: noticeStep({ days: 7, count: 'working' }, { to: 'submission', objection: 'proposal' }),
  refusal: refusalAfter(['county', 'proposal']),
  submission: decisionTo('县级审批上报', { move: 'send', to: 'city' }, ['proposal', 'county', 'examination', 'notice']),
  city: outsideStep('市级审核', [answered('passed-on', 'province'), answeredBecause('returned', 'county')]),
  province: outsideStep('省级评定', [
    answered('rated', 'recording'),
    answeredBecause('not-rated', 'refused'),
    answeredBecause('returned', 'county'),
  ]),
  ...recordedByTwo,
}

const OWN_WORK = ['apply', 'town', 'county', 'examination', 'proposal', 'notice', 'refusal', 'submission']
const SHANDONG = '参照山东省实施细则（40、20、40个工作日）；本省规定或者本局承诺时限确定后更新'

/** The province of Shandong's limits stand in for those of our own, which were not found (S92); each counts only what lies with that office. */
export const ratingClocks: readonly Clock[] = [
  {
    code: 'county',
    name: '县级上报时限（鉴定结论作出后）',
    basis: SHANDONG,
    days: 40,
    count: 'working',
    from: ['proposal'],
    until: ['city', 'refused'],
    stillIn: ['apply', 'town', 'examination', 'notice'],
  },
  {
    code: 'city',
    name: '市级审核时限',
    basis: SHANDONG,
    days: 20,
    count: 'working',
    from: ['city'],
    until: ['province'],
    stillIn: OWN_WORK,
  },
  {
    code: 'province',
    name: '省级评定时限',
    basis: SHANDONG,
    days: 40,
    count: 'working',
    from: ['province'],
    until: ['recording', 'refused'],
    stillIn: [...OWN_WORK, 'city'],
  },
]

/** The applicant may give it up until the county has sent it on. */
export const ratingWithdrawIn = ['apply', 'town', 'county', 'examination', 'proposal', 'notice'] as const

/** What every rating asks after the application: the conclusion, and the province's decision. */
export function ratingFields(natures: Readonly<Record<string, string>>): readonly CaseField[] {
  return [
    { code: 'part', label: '致残部位和伤残情况', kind: 'long-text' },
    { code: 'verified', label: '县级审查意见', kind: 'long-text', askedAt: 'county' },
    { code: 'conclusion', label: '医学鉴定结论', kind: 'long-text', askedAt: 'proposal' },
    {
      code: 'proposed',
      label: '拟评定等级',
      kind: 'choice',
      choices: gradeChoices,
      askedAt: 'proposal',
      isOptional: true,
    },
    { code: 'grade', label: '评定等级', kind: 'choice', choices: gradeChoices, askedAt: 'recording' },
    { code: 'nature', label: '残疾性质', kind: 'choice', choices: natures, askedAt: 'recording' },
    { code: 'approved', label: '批准日期', kind: 'day', askedAt: 'recording' },
    documentField('recording'),
    { code: 'certificate', label: '残疾证件编号', kind: 'text', askedAt: 'recording', isOptional: true },
  ]
}

/** 材料 as a province lists them (S91); what a kind of rating asks besides is given. */
export function ratingPapers(...own: readonly CaseDocument[]): readonly CaseDocument[] {
  return [
    identityCard,
    writtenApplication,
    ...own,
    { code: 'photos', name: '近期2寸免冠照片', copies: 4, isOriginal: true },
    {
      code: 'examination',
      name: '残疾等级医学鉴定意见',
      copies: 1,
      isOriginal: true,
      isOptional: true,
      help: '由医疗卫生专家小组出具，鉴定后收存。',
    },
  ]
}

/** 退役证件 and 档案记载: what a soldier's rating rests on besides. */
export const serviceRecords: readonly CaseDocument[] = [
  dischargePaper,
  {
    code: 'record',
    name: '档案记载或者原始医疗证明',
    copies: 1,
    isOriginal: false,
    help: '档案记载指部队对受伤、治疗和善后的书面记录；原始医疗证明指军队医院诊断、出院小结、门诊病历，复印件须加盖印章。',
  },
]
