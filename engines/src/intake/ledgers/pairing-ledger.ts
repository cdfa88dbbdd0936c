import type { DatedTo } from '@dongzhou/terms/day'
import { type PairingDraft, pairingLedgerOf } from '../ledger.ts'
import { countReader } from '../readers/count.ts'
import { creditCodeReader } from '../readers/credit-code.ts'
import { dateListReader } from '../readers/date-list.ts'
import { nameReader } from '../readers/name.ts'
import { phoneReader } from '../readers/phone.ts'
import { textReader } from '../readers/text.ts'
import { personFields } from './person-fields.ts'

/** 结对帮扶台账 (pairing ledger): which organisation looks after whom, through whom, and the visits paid. */
export const pairingLedger = pairingLedgerOf({
  code: 'pairing-ledger',
  name: '结对帮扶台账',
  captions: ['结对', '帮扶', '挂钩', '走访'],
  fields: {
    organisation: {
      title: '结对单位',
      synonyms: [
        '帮扶单位',
        '单位名称',
        '单位',
        '机关事业单位',
        '结对帮扶单位',
        '挂钩单位',
        '责任单位',
        '帮扶责任单位',
        '结对单位名称',
      ],
      reader: textReader,
      required: true,
      help: '机关事业单位全称。',
      width: 28,
    },
    creditCode: {
      title: '统一社会信用代码',
      synonyms: ['信用代码', '社会信用代码', '单位代码', '机构代码'],
      reader: creditCodeReader,
      help: '18 位；没有的不填。',
      width: 22,
    },
    name: {
      title: '结对对象姓名',
      synonyms: [
        '姓名',
        '对象姓名',
        '帮扶对象',
        '结对对象',
        '优抚对象姓名',
        '帮扶对象姓名',
        '困难优抚对象',
        '被帮扶人',
        '优抚对象',
      ],
      reader: nameReader,
      required: true,
      help: '与居民身份证一致。',
      width: 12,
    },
    idNumber: {
      ...personFields.idNumber,
      synonyms: [...personFields.idNumber.synonyms, '对象身份证号', '帮扶对象身份证号', '结对对象身份证号'],
      required: false,
    },
    town: personFields.town,
    division: {
      ...personFields.division,
      title: '所在村（社区）',
      synonyms: [...personFields.division.synonyms, '对象所在村', '对象住址', '家庭住址', '地址', '住址'],
    },
    contact: {
      title: '联系人',
      synonyms: ['单位联系人', '帮扶联系人', '结对联系人', '帮扶责任人', '责任人', '联络员', '帮扶人', '联络人'],
      reader: nameReader,
      help: '单位里负责联系的人。',
      width: 12,
    },
    contactPhone: {
      title: '联系人电话',
      synonyms: [
        '联系电话',
        '电话',
        '单位联系电话',
        '手机',
        '手机号',
        '联系方式',
        '责任人电话',
        '联络员电话',
        '帮扶人电话',
      ],
      reader: phoneReader,
      help: '联系人的手机或座机。',
      width: 16,
    },
    plannedVisits: {
      title: '计划走访次数',
      synonyms: ['年度计划走访次数', '计划次数', '计划走访', '全年计划走访次数', '每年走访次数', '年计划走访次数'],
      reader: countReader,
      help: '全年计划走访几次。',
      width: 12,
    },
    visitDates: {
      title: '走访日期',
      synonyms: [
        '走访时间',
        '已走访日期',
        '走访情况时间',
        '走访记录',
        '实际走访日期',
        '慰问时间',
        '慰问日期',
        '上门时间',
      ],
      reader: dateListReader('event'),
      help: '多次走访用顿号分开，如 2025-01-15、2025-05-03。',
      width: 26,
    },
    help: {
      title: '帮扶内容',
      synonyms: [
        '帮扶措施',
        '帮扶情况',
        '慰问金品',
        '慰问品',
        '走访慰问情况',
        '帮扶事项',
        '慰问情况',
        '解决问题',
        '慰问物资',
        '帮扶成效',
        '帮扶慰问内容',
      ],
      reader: textReader,
      help: '给了什么帮助，如慰问金 500 元、联系就医。',
      width: 30,
    },
    remark: personFields.remark,
  },
  checks: [],
  sameBy: [
    ['organisation', 'idNumber'],
    ['organisation', 'name', 'division'],
  ],
  draft(values): PairingDraft | undefined {
    const { organisation, name } = values
    if (organisation === undefined || name === undefined) return undefined
    return {
      organisation,
      creditCode: values.creditCode,
      personName: name,
      idNumber: values.idNumber,
      division: values.division ?? values.town,
      contact: values.contact,
      contactPhones: values.contactPhone ?? [],
      plannedVisits: values.plannedVisits,
      ...visitsAndHelp(values.visitDates ?? [], values.help),
      remark: values.remark,
    }
  },
})

/**
 * One help for one visit; several are told apart by ；. Where the counts differ the help stays with
 * the pairing, because counting a gift of money twice is worse than not knowing on which day it was given.
 */
function visitsAndHelp(dates: readonly DatedTo[], help: string | undefined): Pick<PairingDraft, 'visits' | 'help'> {
  const helps = help === undefined ? [] : help.split(/[；;]/).filter((part) => part.trim() !== '')
  if (helps.length !== dates.length) return { visits: dates.map((date) => ({ date, help: undefined })), help }
  return { visits: dates.map((date, at) => ({ date, help: helps[at]?.trim() })), help: undefined }
}
