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
 * 义务兵家庭优待金领取人变更. The soldier names who draws, both sign the form, and the county's enlistment office checks a change (S13, row YD-10). The
 * county that approved the enlistment pays (军人抚恤优待条例 art. 42). The account itself is sealed and is entered on the person's file, not on
 * the form of a case; what was paid before stays as it was.
 */
export const conscriptPayee: ProcedureDefinition = {
  code: 'conscript-payee',
  version: 1,
  name: '义务兵家庭优待金领取人变更',
  section: 'benefits',
  isRestricted: false,
  isSingle: true,
  basis: ['《军人抚恤优待条例》第四十二条', '《关于进一步做好义务兵家庭优待金发放工作的通知》'],
  needs: ['name', 'id-number', 'residence', 'conscription'],
  fields: [
    { code: 'former', label: '原领取人姓名', kind: 'text' },
    { code: 'payee', label: '新领取人姓名', kind: 'text' },
    {
      code: 'relation',
      label: '新领取人与义务兵的关系',
      kind: 'choice',
      choices: { parent: '父母（抚养人）', spouse: '配偶', sibling: '兄弟姐妹', other: '其他' },
    },
    { code: 'reason', label: '变更原因', kind: 'long-text' },
    { code: 'from', label: '自哪一期起变更（年月）', kind: 'month', askedAt: 'county' },
    { code: 'entered', label: '新账户是否已登记到人员档案', kind: 'yes-no', askedAt: 'account' },
  ],
  documents: [
    identityCard,
    writtenApplication,
    {
      code: 'account-form',
      name: '《义务兵家庭优待金领取人银行卡信息采集表》',
      copies: 1,
      isOriginal: true,
      help: '义务兵本人和新领取人签字。',
    },
    { code: 'payee-identity', name: '新领取人居民身份证复印件', copies: 1, isOriginal: false },
  ],
  first: 'apply',
  steps: {
    apply: applyStep('town'),
    town: townStep('镇（街道）审核', { pass: 'county', reject: 'county' }),
    county: countyStepTo('office', 'refusal'),
    office: outsideStep('县级兵役机关审核', [
      answered('confirmed', 'decision'),
      answeredBecause('not-confirmed', 'county'),
    ]),
    refusal: refusalAfter(['county']),
    decision: decisionTo('县级审批', { move: 'send', to: 'account' }, ['county', 'office']),
    account: countyTask('登记新账户', [{ move: 'finish', to: 'finished' }]),
  },
  clocks: [],
  withdrawIn: ['apply', 'town', 'county', 'office'],
  reopen: usualReopening,
  effect: { kind: 'none' },
}
