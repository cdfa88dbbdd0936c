import { activityLedgerOf } from '../ledger.ts'
import { choiceReader } from '../readers/choice.ts'
import { countReader } from '../readers/count.ts'
import { dateReader } from '../readers/date.ts'
import { divisionReader } from '../readers/division.ts'
import { textListReader, textReader } from '../readers/text.ts'

/** 人次怎么来的 (counting method): a report may cite a list or a counter; an estimate is cited as one. */
const countingMethods = {
  list: ['签到名单', '签到', '签到表', '名单', '花名册', '实名签到'],
  counter: ['现场计数', '计数', '清点', '现场清点', '计数器', '点名', '闸机'],
  estimate: ['估算', '估计', '约数', '目测', '预估'],
} as const

/** 活动台账 (activity ledger): one row an event, with its place, partners, attendance and proof. */
export const activityLedger = activityLedgerOf({
  code: 'activity-ledger',
  name: '活动台账',
  captions: ['活动', '宣讲', '演出', '晚会', '展览', '台账'],
  fields: {
    date: {
      title: '活动日期',
      synonyms: ['日期', '时间', '活动时间', '举办时间', '开展时间', '举办日期', '开展日期', '演出时间', '宣讲时间'],
      reader: dateReader('planned'),
      required: true,
      help: '如 2025-03-05；计划中的可以晚于今天。',
      width: 12,
    },
    series: {
      title: '所属系列',
      synonyms: ['系列', '活动系列', '品牌', '活动品牌', '所属项目', '活动类别', '活动类型', '项目名称', '栏目'],
      reader: textReader,
      help: '如“红在东洲”宣讲、“八一”乘凉晚会。',
      width: 20,
    },
    title: {
      title: '活动名称',
      synonyms: ['活动主题', '主题', '活动内容', '名称', '活动', '题目', '宣讲主题', '演出名称', '活动标题'],
      reader: textReader,
      required: true,
      help: '这一场活动的名称。',
      width: 30,
    },
    place: {
      title: '活动地点',
      synonyms: ['地点', '举办地点', '场地', '活动场所', '开展地点', '演出地点', '宣讲地点'],
      reader: textReader,
      help: '具体地点。',
      width: 24,
    },
    division: {
      title: '所在区划',
      synonyms: ['所属区镇', '区镇', '镇街', '所在区镇', '乡镇', '村社区'],
      reader: divisionReader,
      help: '区镇或村（社区）名称。',
      width: 16,
    },
    host: {
      title: '主办（承办）单位',
      synonyms: ['主办单位', '承办单位', '主办', '组织单位', '主办方', '责任单位', '举办单位', '主讲人', '承办科室'],
      reader: textReader,
      help: '谁办的。',
      width: 20,
    },
    partners: {
      title: '合作单位',
      synonyms: ['协办单位', '参与单位', '协办', '合作方', '联办单位', '参加单位', '共建单位'],
      reader: textListReader,
      help: '多个单位用顿号分开。',
      width: 24,
    },
    attendance: {
      title: '参加人次',
      synonyms: [
        '人次',
        '参加人数',
        '参与人数',
        '人数',
        '参与人次',
        '观众人数',
        '受众人次',
        '受众人数',
        '参观人次',
        '参观人数',
        '到场人数',
      ],
      reader: countReader,
      help: '到场人次，填整数。',
      width: 10,
    },
    counting: {
      title: '计数方式',
      synonyms: ['统计方式', '人次来源', '计数方法', '统计口径', '统计方法', '人数来源'],
      reader: choiceReader(countingMethods),
      help: '签到名单、现场计数或估算。',
      choices: ['签到名单', '现场计数', '估算'],
      width: 12,
    },
    proof: {
      title: '佐证材料',
      synonyms: ['佐证', '证明材料', '附件', '照片', '材料', '资料', '报道链接', '佐证资料'],
      reader: textReader,
      help: '照片、签到表、报道等的名称或位置。',
      width: 24,
    },
    remark: { title: '备注', synonyms: ['说明'], reader: textReader, help: '其他需要说明的事。', width: 20 },
  },
  checks: [],
  sameBy: [['date', 'title', 'place']],
  draft(values) {
    const { title, date, series, place, host, partners = [], attendance, counting, proof, division, remark } = values
    if (title === undefined || date === undefined) return undefined
    return { title, date, series, place, host, partners, attendance, counting, proof, division, remark }
  },
})
