import { type FactDraft, peopleLedger } from '../ledger.ts'
import { dateReader } from '../readers/date.ts'
import { identityListReader } from '../readers/identity-list.ts'
import { moneyReader } from '../readers/money.ts'
import { textReader } from '../readers/text.ts'
import { benefitChecks } from '../rows/benefit-checks.ts'
import { servicePersonChecks } from '../rows/cross-checks.ts'
import { benefitDrafts, ratedOn } from './benefit-drafts.ts'
import { careFields, conscriptFields, decisionFields, survivorFields } from './benefit-fields.ts'
import { disabilityDrafts, personDrafts, serviceDrafts, stated } from './person-drafts.ts'
import { personFields } from './person-fields.ts'
import { accountFields, circumstanceFields, disabilityFields, serviceFields } from './service-fields.ts'

const { remark, ...who } = personFields

/** 优抚对象花名册 (entitled persons' register): who draws regular money, why, since when, and into which account. */
export const entitledRegister = peopleLedger({
  code: 'entitled-register',
  name: '优抚对象花名册',
  captions: ['优抚对象', '优抚', '抚恤', '补助', '定补', '重点优抚', '发放'],
  fields: {
    ...who,
    identities: {
      title: '优抚类别',
      synonyms: [
        '优抚对象类别',
        '优抚身份',
        '对象类别',
        '身份类别',
        '类别',
        '人员类别',
        '享受待遇类别',
        '待遇类别',
        '补助类别',
        '身份',
      ],
      reader: identityListReader,
      required: true,
      help: '多种身份用顿号分开，如“参战、带病回乡”。',
      width: 18,
    },
    certificate: {
      title: '证书编号',
      synonyms: [
        '证件编号',
        '残疾军人证号',
        '伤残证号',
        '定期抚恤证编号',
        '补助证编号',
        '优抚证号',
        '抚恤证号',
        '残疾证号',
        '伤残证编号',
        '领取证号',
      ],
      reader: textReader,
      help: '残疾军人证、定期抚恤证或补助证的编号。',
      width: 18,
    },
    approved: {
      title: '批准日期',
      synonyms: ['批准时间', '批准年月', '认定时间', '认定日期', '享受时间', '起发时间', '审批时间', '何时享受'],
      reader: dateReader('event'),
      help: '开始享受待遇的批准日期。',
      width: 12,
    },
    ...decisionFields,
    ...survivorFields,
    ...disabilityFields,
    ...careFields,
    ...serviceFields,
    ...conscriptFields,
    ...accountFields,
    monthly: {
      title: '月发放标准',
      synonyms: [
        '月标准',
        '每月金额',
        '月补助金额',
        '发放标准',
        '金额',
        '发放金额',
        '补助标准',
        '月补助标准',
        '抚恤标准',
        '抚恤金额',
        '补助金额',
        '抚恤补助标准',
      ],
      reader: moneyReader,
      help: '单位元；只作核对用，发放金额以政策标准计算。',
      width: 12,
    },
    income: {
      title: '年收入',
      synonyms: ['个人年收入', '家庭年收入'],
      reader: moneyReader,
      help: '单位元。',
      width: 12,
    },
    ...circumstanceFields,
    remark,
  },
  checks: [...servicePersonChecks, ...benefitChecks],
  sameBy: [['idNumber'], ['name', 'birth']],
  draft(values) {
    const { income } = values
    const drafts: FactDraft[] = [
      ...personDrafts(values),
      ...serviceDrafts(values),
      ...disabilityDrafts(values, ratedOn(values)),
      ...benefitDrafts(values),
    ]
    if (values.account !== undefined)
      drafts.push(accountDraft(values.bank, values.account, values.accountHolder ?? values.name))
    if (income !== undefined) drafts.push(stated('income', { yearly: income }))
    return drafts
  },
})

function accountDraft(bank: string | undefined, account: string, holder: string | undefined): FactDraft {
  return stated('bank-account', { bank: bank ?? '', account, holder: holder ?? '' })
}
