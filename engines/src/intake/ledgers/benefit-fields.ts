import { choiceReader, openChoiceReader } from '../readers/choice.ts'
import { countReader } from '../readers/count.ts'
import { dateReader } from '../readers/date.ts'
import { textReader } from '../readers/text.ts'
import { awardStates, careModes, relations, survivorGrounds, wordsOfOptions, yesOrNo } from './word-lists.ts'

// One odd word in these columns leaves one fact out and says so; it does not keep the whole person waiting.
const yesNo = { reader: choiceReader(yesOrNo, 'warned'), choices: ['是', '否'], width: 8 }

/** 待遇状态 and dates of decisions, as the provincial templates ask for them. */
export const decisionFields = {
  awardState: {
    title: '待遇状态',
    synonyms: ['状态', '优抚状态', '享受状态', '发放状态', '对象状态', '享受待遇状态'],
    reader: choiceReader(awardStates, 'warned'),
    help: '享受待遇的才登记待遇核定；停发、迁移、去世等照实填写。',
    choices: ['享受待遇', '身份认定不享受待遇', '停发', '迁移', '不予认定', '去世', '取消', '中止'],
    width: 16,
  },
  rated: {
    title: '评残日期',
    synonyms: ['评残时间', '评残批准日期', '残疾评定日期', '伤残批准日期', '评残批准时间', '残疾等级批准日期'],
    reader: dateReader('event'),
    help: '批准评残或调整等级的日期；与批准日期相同的可不填。',
    width: 12,
  },
} as const

/** 三属: whose survivor, and on which ground. */
export const survivorFields = {
  relation: {
    title: '与牺牲病故军人关系',
    synonyms: ['与烈士关系', '与军人关系', '与牺牲者关系', '与牺牲病故者关系', '关系', '与优抚对象关系'],
    reader: openChoiceReader(relations),
    help: '遗属填写。',
    choices: wordsOfOptions(relations),
    width: 12,
  },
  // A column of its own: the wife of the head of a household need not be a martyr's widow.
  householdRelation: {
    title: '与户主关系',
    synonyms: ['同户主关系'],
    reader: openChoiceReader(relations),
    help: '只作核对用。',
    choices: wordsOfOptions(relations),
    width: 12,
  },
  deceased: {
    title: '牺牲病故军人姓名',
    synonyms: ['烈士姓名', '牺牲者姓名', '牺牲病故者姓名', '病故军人姓名', '牺牲军人姓名'],
    reader: textReader,
    help: '遗属填写。',
    width: 12,
  },
  // The next two are caught here so that a martyr's dates never become those of the widow.
  deceasedEnlisted: {
    title: '牺牲病故军人入伍时间',
    synonyms: ['烈士入伍时间', '烈士入伍日期', '烈士入伍', '牺牲者入伍时间', '牺牲病故军人入伍日期'],
    reader: dateReader('event'),
    help: '只作核对用。',
    width: 14,
  },
  deceasedOn: {
    title: '牺牲病故时间',
    synonyms: [
      '牺牲时间',
      '牺牲日期',
      '牺牲病故日期',
      '牺牲或病故时间',
      '烈士牺牲时间',
      '烈士牺牲日期',
      '军人病故时间',
      '牺牲者牺牲时间',
    ],
    reader: dateReader('event'),
    help: '只作核对用。',
    width: 14,
  },
  ground: {
    title: '领取依据',
    synonyms: ['享受依据', '领取条件', '享受条件'],
    reader: choiceReader(survivorGrounds, 'warned'),
    help: '遗属领取定期抚恤金的依据。',
    choices: ['无生活费来源', '收入偏低', '上学', '残疾', '未满18周岁', '再婚后继续赡养抚养', '不符合领取条件'],
    width: 14,
  },
  studying: {
    title: '是否正在上学',
    synonyms: ['正在上学', '是否上学', '是否在校', '是否在读'],
    help: '遗属填写。',
    ...yesNo,
  },
  supported: {
    title: '是否由军人生前供养',
    synonyms: ['由军人生前供养', '生前供养', '是否由烈士生前供养', '是否由其供养'],
    help: '兄弟姐妹填写。',
    ...yesNo,
  },
  isDisabled: { title: '是否残疾', synonyms: ['残疾', '本人是否残疾'], help: '遗属填写。', ...yesNo },
} as const

/** 供养 and what is paid on top of it. */
export const careFields = {
  mental: {
    title: '是否精神病',
    synonyms: ['精神病', '是否精神病人', '精神病人', '因精神障碍', '是否精神障碍'],
    help: '残疾军人因精神障碍评残的填“是”。',
    ...yesNo,
  },
  careMode: {
    title: '供养方式',
    synonyms: ['供养', '供养情况', '供养形式', '供养类别'],
    reader: choiceReader(careModes, 'warned'),
    help: '分散供养或集中供养。',
    choices: ['分散供养', '集中供养'],
    width: 10,
  },
  alone: { title: '是否孤老', synonyms: ['孤老', '孤寡', '孤老人员'], help: '孤老增发补助以此为据。', ...yesNo },
  orphan: { title: '是否孤儿', synonyms: ['孤儿'], help: '孤儿增发补助以此为据。', ...yesNo },
} as const

/** 义务兵役起止 and the years that the rural veterans' subsidy counts. */
export const conscriptFields = {
  conscriptFrom: {
    title: '服义务兵开始时间',
    synonyms: [
      '服义务兵开始',
      '服义务兵开始日期',
      '服义务兵役开始时间',
      '服义务兵役开始日期',
      '义务兵开始时间',
      '义务兵开始',
      '义务兵役起',
      '服义务兵役起',
    ],
    reader: dateReader('enlisted'),
    help: '只填义务兵这一段，改军士以后的不算。',
    width: 14,
  },
  conscriptTo: {
    title: '服义务兵结束时间',
    synonyms: [
      '服义务兵结束',
      '服义务兵结束日期',
      '服义务兵役结束时间',
      '服义务兵役结束日期',
      '义务兵结束时间',
      '义务兵结束',
      '义务兵役止',
      '服义务兵役止',
    ],
    reader: dateReader('discharged'),
    help: '义务兵役期满或改军士的日期。',
    width: 14,
  },
  serviceYears: {
    title: '折算年限',
    synonyms: ['折算服役年限', '义务兵折算年限', '服义务兵年限', '服义务兵役年限', '计发年限', '折算年数', '服役年限'],
    reader: countReader,
    help: '认定的服义务兵役年限，整数。',
    width: 10,
  },
} as const
