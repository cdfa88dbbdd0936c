import type { FactKind } from '@dongzhou/terms/fact'
import type { FactField } from './fact-field.ts'
import * as choices from './fact-words.ts'

type BenefitKind = Extract<
  FactKind,
  'award' | 'care' | 'survivor' | 'conscription' | 'suspension' | 'lone' | 'death-cause' | 'arrangement'
>

/** 待遇事实的栏目: what benefits hang on, field by field, in the order of the paper it is copied from. */
export const benefitFactFields: { readonly [K in BenefitKind]: readonly FactField[] } = {
  award: [
    { key: 'benefit', label: '待遇项目', kind: 'choice', isRequired: true, options: choices.benefitChoices },
    { key: 'approved', label: '批准日期', kind: 'day', isRequired: true, hint: '批准文件或证件上的日期' },
    { key: 'document', label: '批准文号', kind: 'text', most: 60 },
    {
      key: 'years',
      label: '折算年限',
      kind: 'number',
      least: 1,
      most: 40,
      unit: '年',
      hint: '只有按服役年限计发的待遇才填',
    },
  ],
  care: [{ key: 'mode', label: '供养方式', kind: 'choice', isRequired: true, options: choices.careModes }],
  survivor: [
    { key: 'of', label: '遗属类别', kind: 'choice', isRequired: true, options: choices.survivorsOf },
    { key: 'relation', label: '与牺牲病故军人关系', kind: 'choice', isRequired: true, options: choices.relations },
    { key: 'ground', label: '领取依据', kind: 'choice', options: choices.grounds, hint: '领取定期抚恤金的才填' },
    { key: 'supported', label: '是否由军人生前供养', kind: 'yes-no', hint: '兄弟姐妹才填' },
    { key: 'deceased', label: '牺牲病故军人姓名', kind: 'text', most: 50 },
  ],
  conscription: [
    { key: 'approved', label: '批准入伍日期', kind: 'day', isRequired: true, hint: '优待金从这一天起算' },
    { key: 'region', label: '服役地区', kind: 'choice', options: choices.regions, hint: '一般地区不填' },
    { key: 'student', label: '入伍时学历', kind: 'choice', options: choices.students, hint: '不是大学生的不填' },
    { key: 'left', label: '离队日期', kind: 'day', hint: '仍在服役的不填' },
    { key: 'how', label: '离队情形', kind: 'choice', options: choices.leavings },
  ],
  suspension: [
    { key: 'ground', label: '中止原因', kind: 'free-choice', isRequired: true, most: 60, options: choices.suspensions },
    { key: 'document', label: '决定文号', kind: 'text', isRequired: true, most: 60, hint: '由省级部门决定' },
  ],
  lone: [{ key: 'kind', label: '孤老孤儿', kind: 'choice', isRequired: true, options: choices.loneKinds }],
  'death-cause': [
    { key: 'cause', label: '死亡性质', kind: 'choice', isRequired: true, options: choices.deathCauses },
    { key: 'basePay', label: '本人月基本工资', kind: 'money', unit: '元', hint: '服现役期间去世的才填' },
    { key: 'honour', label: '生前荣誉', kind: 'text', most: 30, hint: '如荣立一等战功' },
  ],
  arrangement: [
    { key: 'mode', label: '安置方式', kind: 'choice', isRequired: true, options: choices.arrangements },
    { key: 'reported', label: '报到日期', kind: 'day', hint: '向本局报到的日期' },
    { key: 'letter', label: '介绍信日期', kind: 'day', hint: '由安排工作的开出介绍信之日' },
  ],
}
