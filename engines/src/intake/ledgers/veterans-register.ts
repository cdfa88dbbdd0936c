import { type FactDraft, peopleLedger } from '../ledger.ts'
import { openChoiceReader } from '../readers/choice.ts'
import { countReader } from '../readers/count.ts'
import { identityListReader } from '../readers/identity-list.ts'
import { moneyReader } from '../readers/money.ts'
import { textReader } from '../readers/text.ts'
import { servicePersonChecks } from '../rows/cross-checks.ts'
import { disabilityDrafts, personDrafts, serviceDrafts, stated } from './person-drafts.ts'
import { personFields } from './person-fields.ts'
import { circumstanceFields, disabilityFields, serviceFields } from './service-fields.ts'
import { dischargeCategories, employmentStates, meritClasses, wordsOfOptions } from './word-lists.ts'

const { remark, ...who } = personFields

/** 退役军人登记册 (veterans' register): who served, when, and how they live now. */
export const veteransRegister = peopleLedger({
  code: 'veterans-register',
  name: '退役军人登记册',
  captions: ['退役军人', '退役士兵', '退伍军人', '登记册', '信息采集', '花名册'],
  fields: {
    ...who,
    ...serviceFields,
    category: {
      title: '退役类别',
      synonyms: ['人员类别', '退役方式', '安置方式', '退役性质', '退役类型', '服役类别'],
      reader: openChoiceReader(dischargeCategories),
      help: '从下拉列表中选。',
      choices: wordsOfOptions(dischargeCategories),
      width: 14,
    },
    rank: {
      title: '退役时军衔（职务）',
      synonyms: ['军衔', '职务', '退役时军衔', '军衔职务', '部队职务', '退役时职务', '职务军衔'],
      reader: textReader,
      help: '退役时的军衔或职务。',
      width: 14,
    },
    dischargeNumber: {
      title: '退役证编号',
      synonyms: ['退伍证号', '退役证件号', '退役证号', '退伍证编号', '退役证', '退役证书编号', '复员证号'],
      reader: textReader,
      help: '退役（退伍）证上的编号。',
      width: 16,
    },
    identities: {
      title: '身份类别',
      synonyms: ['优抚身份', '优抚类别', '对象类别', '身份', '优抚对象类别', '享受待遇类别', '人员身份'],
      reader: identityListReader,
      help: '多种身份用顿号分开，如“参战、带病回乡”。',
      width: 18,
    },
    ...disabilityFields,
    meritClass: {
      title: '立功受奖',
      synonyms: ['立功情况', '立功等级', '奖励情况', '立功受奖情况', '功勋荣誉'],
      reader: openChoiceReader(meritClasses),
      help: '最高一次；从下拉列表中选。',
      choices: wordsOfOptions(meritClasses),
      width: 12,
    },
    meritYear: {
      title: '立功年份',
      synonyms: ['立功时间', '获奖年份'],
      reader: countReader,
      help: '四位年份。',
      width: 10,
    },
    employment: {
      title: '就业情况',
      synonyms: ['就业状况', '就业状态', '从业状况', '工作状态', '就业'],
      reader: openChoiceReader(employmentStates),
      help: '从下拉列表中选。',
      choices: wordsOfOptions(employmentStates),
      width: 12,
    },
    employer: {
      title: '工作单位',
      synonyms: ['工作单位名称', '现工作单位', '就业单位', '单位名称'],
      reader: textReader,
      help: '现在的工作单位。',
      width: 24,
    },
    income: {
      title: '年收入',
      synonyms: ['年收入元', '个人年收入', '年收入万元', '家庭年收入'],
      reader: moneyReader,
      help: '单位元。',
      width: 12,
    },
    ...circumstanceFields,
    remark,
  },
  checks: servicePersonChecks,
  sameBy: [['idNumber'], ['name', 'birth']],
  draft(values) {
    const { income, meritClass, meritYear, employment, employer } = values
    const drafts: FactDraft[] = [...personDrafts(values), ...serviceDrafts(values), ...disabilityDrafts(values)]
    // Whoever stands in this register has served, whatever else the row says of them.
    const identities = new Set([...(values.identities ?? []), 'veteran' as const])
    for (const identity of identities) drafts.push(stated('identity', { identity }))
    if (meritClass !== undefined) drafts.push(stated('merit', { class: meritClass, year: meritYear }))
    if (employment !== undefined) drafts.push(stated('employment', { state: employment, employer }))
    else if (employer !== undefined) drafts.push(stated('employment', { state: '已就业', employer }))
    if (income !== undefined) drafts.push(stated('income', { yearly: income }))
    return drafts
  },
})
