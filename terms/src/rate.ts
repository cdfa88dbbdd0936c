import type { Day } from './day.ts'

/**
 * 标准种类 (kinds of rates): amounts, percentages, base indices and the choices a county makes where the law leaves one open. All of
 * them are dated rows with a document: no rule holds a number. `keys` say what a kind is graded by; '' is the one key of an ungraded kind.
 */
export const rateKinds = {
  'disability-pension': { name: '残疾抚恤金标准', group: 'amount', keys: gradeKeys() },
  'survivor-pension': { name: '定期抚恤金标准', group: 'amount', keys: ['martyr', 'duty', 'illness'] },
  'demobilised-subsidy': { name: '在乡复员军人补助标准', group: 'amount', keys: [''] },
  'ill-returned-subsidy': { name: '带病回乡退伍军人补助标准', group: 'amount', keys: [''] },
  'war-participant-subsidy': { name: '参战退役人员补助标准', group: 'amount', keys: [''] },
  'nuclear-test-subsidy': { name: '参试退役人员补助标准', group: 'amount', keys: [''] },
  'rural-veteran-subsidy': { name: '60周岁农村籍退役士兵补助标准（每服役年）', group: 'amount', keys: [''] },
  'martyr-child-subsidy': { name: '烈士老年子女补助标准', group: 'amount', keys: [''] },
  'lone-supplement': { name: '孤老（孤儿）增发标准', group: 'amount', keys: ['alone', 'orphan'] },
  'care-allowance': {
    name: '护理费比例',
    group: 'amount',
    keys: ['war-duty-1-2', 'war-duty-3-4', 'illness-1-4', 'mental-5-6'],
  },
  'conscript-allowance': { name: '义务兵家庭优待金基数', group: 'amount', keys: [''] },
  'conscript-region': {
    name: '艰苦边远地区增发',
    group: 'amount',
    keys: ['tibet', 'xinjiang', 'plateau'],
  },
  'conscript-student': { name: '大学生入伍增发', group: 'amount', keys: ['bachelor', 'college', 'enrolled'] },
  'conscript-merit': {
    name: '优待金立功增发',
    group: 'amount',
    keys: ['honour-cmc', 'honour-theatre', 'first', 'second', 'third', 'excellent'],
  },
  'merit-news-money': {
    name: '立功喜报慰问金标准',
    group: 'amount',
    keys: ['honour-cmc', 'honour-theatre', 'first', 'second', 'third', 'excellent'],
  },
  'martyr-praise-money': { name: '烈士褒扬金倍数', group: 'amount', keys: [''] },
  'death-lump-sum-income': { name: '一次性抚恤金收入倍数', group: 'amount', keys: ['martyr', 'duty', 'illness'] },
  'death-lump-sum-pay': { name: '一次性抚恤金工资月数', group: 'amount', keys: ['martyr', 'duty', 'illness'] },
  'death-lump-sum-honour': { name: '一次性抚恤金增发比例', group: 'amount', keys: honourKeys() },
  'continued-months': {
    name: '去世后继续发放月数',
    group: 'amount',
    keys: ['survivor', 'disabled-illness', 'war-participant', 'nuclear-test'],
  },
  'discharge-pay': { name: '自主就业一次性退役金标准（每服役年）', group: 'amount', keys: [''] },
  'discharge-pay-honour': { name: '一次性退役金增发比例', group: 'amount', keys: honourKeys() },
  'discharge-local-base': { name: '地方一次性经济补助基数', group: 'amount', keys: [''] },
  'discharge-local-base-years': { name: '地方一次性经济补助基数年限', group: 'amount', keys: [''] },
  'discharge-local-year': { name: '地方一次性经济补助每增一年比例', group: 'amount', keys: [''] },
  'placement-wait-subsidy': { name: '待安排工作期间生活补助比例', group: 'amount', keys: [''] },
  age: {
    name: '年龄条件',
    group: 'condition',
    keys: ['rural-veteran', 'martyr-child', 'survivor-minor'],
  },
  'conscript-years': { name: '义务兵家庭优待金最长发放年限', group: 'condition', keys: [''] },
  'enlisted-from': { name: '入伍时间条件（起）', group: 'condition', keys: ['rural-veteran'] },
  'enlisted-before': { name: '入伍时间条件（止）', group: 'condition', keys: ['rural-veteran', 'demobilised'] },
  'adult-by': { name: '须在该日期前年满十八周岁', group: 'condition', keys: ['martyr-child'] },
  'urban-disposable-income': { name: '城镇居民人均可支配收入', group: 'index', keys: [''] },
  'average-wage': { name: '城镇单位就业人员年平均工资', group: 'index', keys: [''] },
  'employee-wage': { name: '职工年平均工资', group: 'index', keys: [''] },
  'minimum-wage': { name: '月最低工资标准', group: 'index', keys: [''] },
  'lieutenant-pay': { name: '少尉军官月基本工资标准', group: 'index', keys: [''] },
  'start-month': {
    name: '起发月份',
    group: 'choice',
    keys: [
      'disability-pension',
      'disability-change',
      'care-allowance',
      'survivor-pension',
      'rural-veteran-subsidy',
      'martyr-child-subsidy',
      'other',
    ],
    choices: {
      approval: '批准当月',
      'after-approval': '批准次月',
      birthday: '年满当月',
      'birthday-year': '年满当年1月',
      'approval-year': '批准当年1月',
    },
  },
  'stop-month': {
    name: '去世停发月份',
    group: 'choice',
    keys: [''],
    choices: { after: '去世次月停发', same: '去世当月停发' },
  },
  'month-rounding': {
    name: '年标准折算到月',
    group: 'choice',
    keys: [''],
    choices: { each: '每月四舍五入到分', december: '每月舍去零头，12月补足' },
  },
  'service-years': {
    name: '义务兵役年限折算办法',
    group: 'choice',
    keys: [''],
    choices: { dates: '按起止日期，不满一年按一年', calendar: '按自然年度（两头年）' },
  },
  'sibling-support': {
    name: '未成年兄弟姐妹的供养条件',
    group: 'choice',
    keys: [''],
    choices: { always: '未满十八周岁也须由军人生前供养', 'from-adulthood': '仅年满十八周岁的须由军人生前供养' },
  },
  'local-condition': {
    name: '生活补助的本地条件',
    group: 'choice',
    keys: [
      'demobilised-subsidy',
      'ill-returned-subsidy',
      'war-participant-subsidy',
      'nuclear-test-subsidy',
      'martyr-child-subsidy',
    ],
    choices: {
      any: '不限户籍和养老保障',
      rural: '限农村户籍',
      uninsured: '限未享受城镇职工养老保险、退休金的',
      'rural-or-uninsured': '农村户籍，或未享受城镇职工养老保险、退休金的城镇户籍',
    },
  },
  'early-leaving': {
    name: '义务兵提前退役计发办法',
    group: 'choice',
    keys: [''],
    choices: { actual: '按实际服役月数', 'half-year': '不足半年按半年', half: '不满半年发年标准的一半' },
  },
  'region-rounding': {
    name: '增发的取整次序',
    group: 'choice',
    keys: [''],
    choices: { first: '基数先取整再乘', last: '合计后取整' },
  },
  'continued-way': {
    name: '去世后继续发放方式',
    group: 'choice',
    keys: [''],
    choices: { once: '一次性发放', monthly: '按月发放' },
  },
  'part-month': {
    name: '不满一个月的折算',
    group: 'choice',
    keys: [''],
    choices: { up: '不满一个月按一个月', down: '不满一个月不计' },
  },
  'conscript-dismissed': {
    name: '除名或开除军籍的优待金停发办法',
    group: 'choice',
    keys: [''],
    choices: { leaving: '自离队当月起不再发放', start: '自始不予发放' },
  },
  'discharge-years': {
    name: '退役时服现役年限折算办法',
    group: 'choice',
    keys: ['pay', 'local'],
    choices: {
      year: '不满一年按一年',
      'half-year': '不满半年按半年，超过半年不满一年按一年',
      month: '按月折算',
    },
  },
  'discharge-honour': {
    name: '一次性退役金多次获奖增发办法',
    group: 'choice',
    keys: [''],
    choices: { highest: '按最高一项增发', sum: '逐项累加增发' },
  },
  'discharge-short': {
    name: '服役年限不足基数年限的地方补助',
    group: 'choice',
    keys: [''],
    choices: { base: '发给基数', share: '按年限折算' },
  },
  'old-injury-honour': {
    name: '旧伤复发死亡的功勋荣誉增发',
    group: 'choice',
    keys: [''],
    choices: { with: '一并增发', without: '不增发' },
  },
  'letter-month': {
    name: '开具介绍信当月的待安排工作补助',
    group: 'choice',
    keys: [''],
    choices: { paid: '当月仍发', unpaid: '当月停发' },
  },
  'account-days': { name: '账户变更人回避天数', group: 'house', keys: [''] },
  'yearly-confirmation': { name: '年度确认截止月份', group: 'house', keys: [''] },
  'approvals-by-amount': { name: '多人审批的发放总额', group: 'house', keys: ['2', '3'] },
  'approvals-by-change': { name: '多人审批的变动幅度', group: 'house', keys: ['2', '3'] },
  'plausible-rise': { name: '标准年涨幅核对线', group: 'house', keys: [''] },
  'plausible-factor': { name: '标准倍数拦截线', group: 'house', keys: [''] },
  'plausible-spread': { name: '同表涨幅偏差提示线', group: 'house', keys: [''] },
} as const satisfies Record<string, RateKindTerm>

/** `house`: 内部控制, what the bureau rules for itself about who signs and what is asked back; no benefit reads one. */
export interface RateKindTerm {
  readonly name: string
  readonly group: 'amount' | 'condition' | 'index' | 'choice' | 'house'
  readonly keys: readonly string[]
  readonly choices?: Readonly<Record<string, string>>
}

export type RateKind = keyof typeof rateKinds

/** 计量 (units). Money is in fen; percentages are in basis points (45% is 4500); `times` counts multiples of a base in hundredths. */
export const rateUnits = {
  'fen-a-month': '元/月',
  'fen-a-year': '元/年',
  'fen-a-month-a-service-year': '元/月·服役年',
  'fen-a-year-a-service-year': '元/年·服役年',
  fen: '元',
  'percent-of-base': '%（按基数）',
  'increment-percent': '增发%',
  'multiple-percent': '倍数%（含基数）',
  times: '倍',
  months: '个月',
  years: '年',
  age: '周岁',
  days: '天',
  'month-of-year': '月底',
  'share-percent': '%',
  date: '日期',
  choice: '办法',
} as const satisfies Record<string, string>

export type RateUnit = keyof typeof rateUnits

/** 取整 (rounding): to which unit of fen, and how. */
export interface Rounding {
  readonly mode: 'half-up' | 'up' | 'down'
  readonly unit: 1 | 10 | 100 | 1000
}

/** 制定层级: who set the rate. The nearest one that has a row for the month is the one that pays. */
export const jurisdictions = { nation: '国家', province: '省', city: '市', county: '县（区）' } as const

export type Jurisdiction = keyof typeof jurisdictions

/** sample: shown with its source, payable in a demo bureau only. confirmed: two people have seen the document. */
export type RateState = 'sample' | 'proposed' | 'confirmed' | 'withdrawn'

/**
 * 标准 (rate): one dated row of the rate book. `value` is whole: fen, basis points, hundredths of a multiple, months, years, a date as
 * 20241001, or 0 where `choice` says it. A percentage or a multiple of a base names the index in `base`; the index of the year before
 * is meant. `announcedOn` may lie after `validFrom`: late announcements are the normal case.
 */
export interface Rate {
  readonly kind: RateKind
  readonly key: string
  readonly jurisdiction: Jurisdiction
  readonly value: number
  readonly choice?: string | undefined
  readonly unit: RateUnit
  readonly base?: RateKind | undefined
  readonly rounding: Rounding
  readonly validFrom: Day
  /** Exclusive; undefined while it is in force. */
  readonly validTo?: Day | undefined
  readonly announcedOn?: Day | undefined
  readonly document: string
  readonly source: string
  readonly state: RateState
}

export function isRateKind(text: string): text is RateKind {
  return Object.hasOwn(rateKinds, text)
}

/** 残疾性质与等级: `war-1` ... `duty-10`, `illness-1` ... `illness-6`; 因病 ends with grade 6 (军人抚恤优待条例 art. 27). */
function gradeKeys(): readonly string[] {
  const grades = (upTo: number) => Array.from({ length: upTo }, (_, at) => at + 1)
  return [
    ...grades(10).map((grade) => `war-${grade}`),
    ...grades(10).map((grade) => `duty-${grade}`),
    ...grades(6).map((grade) => `illness-${grade}`),
  ]
}

/** 奖励与表彰 classes as 军人抚恤优待条例 art. 16 and 退役军人安置条例 art. 22 group them. */
function honourKeys(): readonly string[] {
  return ['medal', 'title', 'first-war', 'second-war', 'third-war', 'fourth-war']
}
