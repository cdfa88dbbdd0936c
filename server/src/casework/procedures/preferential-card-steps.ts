import type { CaseField, Clock, Step } from '@dongzhou/engines/casework'
import {
  answered,
  answeredBecause,
  applyStep,
  countyStepTo,
  countyTask,
  decisionTo,
  outsideStep,
  townStep,
  townTask,
} from './usual-steps.ts'

/** 优待证: station, county, city and province file it, ministry and bank make it, the county's centre signs for it, the station hands it out (S98, S99). */
export const preferentialCardSteps: Readonly<Record<string, Step>> = {
  apply: applyStep('town'),
  town: townStep('镇（街道）服务站受理', { pass: 'county', reject: 'county' }),
  county: countyStepTo('submission', 'submission'),
  submission: decisionTo('县级审批上报', { move: 'send', to: 'filing' }, ['county']),
  filing: outsideStep('市、省审核备案', [
    answered('filed', 'making'),
    answeredBecause('refused', 'refused'),
    answeredBecause('returned', 'county'),
  ]),
  making: outsideStep('部统一制发、合作银行制卡', [answered('made', 'signing'), answeredBecause('failed', 'county')]),
  signing: countyTask('退役军人服务中心签收', [
    { move: 'pass', to: 'hand-out' },
    { move: 'send', answer: 'faulty', to: 'making', because: true },
  ]),
  'hand-out': townTask('发放优待证', [{ move: 'finish', to: 'finished' }]),
}

export const preferentialCardClocks: readonly Clock[] = [
  {
    code: 'filing',
    name: '审核备案时限',
    basis: '参照山西省公开的办事指南（30个工作日）；本省规定确定后更新',
    days: 30,
    count: 'working',
    from: ['county'],
    until: ['making', 'refused'],
    stillIn: ['apply', 'town', 'signing', 'hand-out'],
  },
]

export const preferentialCardWithdrawIn = ['apply', 'town', 'county'] as const

/** 合作银行: the card is a bank's debit card; these four came first (S25, S26). */
export const bankField: CaseField = {
  code: 'bank',
  label: '选择的合作银行',
  kind: 'choice',
  choices: {
    icbc: '中国工商银行',
    abc: '中国农业银行',
    psbc: '中国邮政储蓄银行',
    ceb: '中国光大银行',
    other: '其他合作银行',
  },
}

/** 不予发放情形 as a Jiangsu county names them (S100). Convictions are among them: the procedures that ask are restricted. */
export const exclusionField: CaseField = {
  code: 'exclusion',
  label: '是否存在不予发放的情形',
  kind: 'yes-no',
  askedAt: 'county',
  help: '外国籍或者港澳身份；被除名、开除军籍；剥夺政治权利、服刑、羁押、通缉；开除党籍或者公职等。',
}

/** 发放: when the card was handed over. */
export const handingField: CaseField = {
  code: 'handed-on',
  label: '发放日期',
  kind: 'day',
  askedAt: 'hand-out',
}
