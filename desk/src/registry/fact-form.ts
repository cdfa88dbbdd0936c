import type { FactKind } from '@dongzhou/terms/fact'
import { identityOptions } from '../kit/identity-options.ts'
import { benefitFactFields } from './fact-benefit-form.ts'
import type { FactField } from './fact-field.ts'
import * as choices from './fact-words.ts'

export type { FactField } from './fact-field.ts'

const dated = { kind: 'dated', hint: choices.datedHint } as const

/** 事实的栏目: which fields each kind of fact has, in the order people say them. */
export const factFields: { readonly [K in FactKind]: readonly FactField[] } = {
  name: [{ key: 'name', label: '姓名', kind: 'text', isRequired: true, most: 50 }],
  'id-number': [
    {
      key: 'idNumber',
      label: '公民身份号码',
      kind: 'text',
      isRequired: true,
      most: 18,
      hint: '18位，旧15位号码会自动换算',
    },
  ],
  sex: [{ key: 'sex', label: '性别', kind: 'choice', isRequired: true, options: choices.sexes }],
  birth: [{ key: 'day', label: '出生日期', isRequired: true, ...dated }],
  ethnicity: [
    { key: 'ethnicity', label: '民族', kind: 'free-choice', isRequired: true, most: 20, options: choices.ethnicities },
  ],
  'political-status': [
    {
      key: 'status',
      label: '政治面貌',
      kind: 'free-choice',
      isRequired: true,
      most: 20,
      options: choices.politicalStatuses,
    },
  ],
  education: [
    { key: 'level', label: '文化程度', kind: 'free-choice', isRequired: true, most: 20, options: choices.educations },
  ],
  'marital-status': [
    {
      key: 'status',
      label: '婚姻状况',
      kind: 'free-choice',
      isRequired: true,
      most: 20,
      options: choices.maritalStatuses,
    },
  ],
  residence: [
    { key: 'division', label: '居住地', kind: 'division', isRequired: true },
    { key: 'address', label: '门牌', kind: 'text', most: 120, hint: '组、路、门牌号，不必重复村名' },
  ],
  'household-registration': [
    { key: 'kind', label: '户籍类别', kind: 'choice', isRequired: true, options: choices.householdKinds },
    { key: 'division', label: '户籍地', kind: 'division' },
    { key: 'address', label: '户籍门牌', kind: 'text', most: 120 },
  ],
  phone: [{ key: 'phone', label: '联系电话', kind: 'text', isRequired: true, most: 20, least: 7 }],
  service: [
    { key: 'enlisted', label: '入伍时间', ...dated },
    { key: 'discharged', label: '退役时间', ...dated },
    { key: 'conscriptFrom', label: '服义务兵役起', kind: 'dated', hint: '后来改军士的，只填义务兵这一段' },
    { key: 'conscriptTo', label: '服义务兵役止', ...dated },
    { key: 'category', label: '退役类别', kind: 'free-choice', most: 30, options: choices.serviceCategories },
    { key: 'rank', label: '军衔或职级', kind: 'text', most: 30 },
    { key: 'dischargeNumber', label: '退役证件号', kind: 'text', most: 40 },
  ],
  identity: [
    { key: 'identity', label: '身份', kind: 'choice', isRequired: true, options: identityOptions },
    { key: 'certificate', label: '证书编号', kind: 'text', most: 60 },
  ],
  disability: [
    { key: 'grade', label: '残疾等级', kind: 'choice', isRequired: true, options: choices.disabilityGrades },
    { key: 'nature', label: '残疾性质', kind: 'choice', isRequired: true, options: choices.disabilityNatures },
    { key: 'approved', label: '评定日期', kind: 'day', hint: '批准评残或调整等级之日，抚恤金由此起算' },
    { key: 'mental', label: '是否因精神障碍', kind: 'yes-no' },
  ],
  merit: [
    { key: 'class', label: '立功受奖', kind: 'free-choice', isRequired: true, most: 30, options: choices.merits },
    { key: 'year', label: '授予年份', kind: 'number', least: 1930, most: 2100, unit: '年' },
    { key: 'on', label: '命令日期', kind: 'day', hint: '喜报或立功命令上的日期' },
    { key: 'wartime', label: '是否战时立功', kind: 'yes-no' },
  ],
  'bank-account': [
    { key: 'bank', label: '开户银行', kind: 'text', isRequired: true, most: 40 },
    { key: 'account', label: '银行账号', kind: 'text', isRequired: true, most: 25, hint: '12至25位数字' },
    { key: 'holder', label: '户名', kind: 'text', isRequired: true, most: 50 },
  ],
  employment: [
    { key: 'state', label: '就业情况', kind: 'free-choice', isRequired: true, most: 30, options: choices.employments },
    { key: 'employer', label: '工作单位', kind: 'text', most: 60 },
  ],
  income: [{ key: 'yearly', label: '年收入', kind: 'money', isRequired: true, unit: '元' }],
  hardship: [
    { key: 'kind', label: '困难情形', kind: 'free-choice', isRequired: true, most: 60, options: choices.hardships },
  ],
  health: [{ key: 'finding', label: '健康情况', kind: 'text', isRequired: true, most: 200 }],
  'pension-insurance': [
    { key: 'kind', label: '养老保障', kind: 'free-choice', isRequired: true, most: 30, options: choices.pensions },
  ],
  death: [{ key: 'day', label: '去世日期', isRequired: true, ...dated }],
  ...benefitFactFields,
}
