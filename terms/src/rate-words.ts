import { benefits, isBenefit } from './benefit.ts'
import { dayText, findDayOf } from './day.ts'
import { fen, yuanText } from './fen.ts'
import { type Rate, type RateKind, type RateKindTerm, rateKinds, rateUnits } from './rate.ts'

/** 档次名称: what one key of a kind stands for, `因战一级`; empty for a kind that is not graded. */
export function rateKeyName(kind: RateKind, key: string): string {
  if (kind === 'disability-pension') return gradeName(key) ?? key
  if (kind.startsWith('death-lump-sum') && DEATHS[key]) return DEATHS[key]
  return KEY_NAMES[key] ?? (isBenefit(key) ? benefits[key] : key)
}

/** `残疾抚恤金标准 因战一级`. */
export function rateName({ kind, key }: Pick<Rate, 'kind' | 'key'>): string {
  const name = rateKeyName(kind, key)
  return name === '' ? rateKinds[kind].name : `${rateKinds[kind].name} ${name}`
}

/**
 * 隐去病因 (key before a person): the key under which a row is cited wherever a person is spoken of. The name of a row may be a health finding
 * of whoever draws by it, and that stands in the rate book alone.
 */
export function keyBeforePerson(key: string): string {
  return MASKED_KEYS[key] ?? key
}

/** `护理费比例 五级、六级`: the name of a row wherever a person is spoken of. */
export function rateNameBeforePerson({ kind, key }: Pick<Rate, 'kind' | 'key'>): string {
  return rateName({ kind, key: keyBeforePerson(key) })
}

/** `116,270元/年`, `45%（按基数）`, `30倍`, `批准当月`: a value as people read it. */
export function rateValueText({ kind, unit, value, choice }: Pick<Rate, 'kind' | 'unit' | 'value' | 'choice'>): string {
  switch (unit) {
    case 'choice': {
      const { choices = {} }: RateKindTerm = rateKinds[kind]
      return choices[choice ?? ''] ?? choice ?? ''
    }
    case 'date': {
      const on = findDayOf(Math.trunc(value / 10_000), Math.trunc(value / 100) % 100, value % 100)
      return on === undefined ? String(value) : dayText(on)
    }
    case 'percent-of-base':
    case 'increment-percent':
    case 'multiple-percent':
    case 'share-percent':
      return percentText(unit, value / 100)
    case 'times':
      return `${value / 100}${rateUnits[unit]}`
    case 'months':
    case 'years':
    case 'age':
    case 'days':
    case 'month-of-year':
      return `${value}${rateUnits[unit]}`
    default:
      return `${yuanText(fen(value)).replace(/\.00$/, '')}${rateUnits[unit]}`
  }
}

type PercentUnit = 'percent-of-base' | 'increment-percent' | 'multiple-percent' | 'share-percent'

function percentText(unit: PercentUnit, percent: number): string {
  if (unit === 'share-percent') return `${percent}%`
  if (unit === 'increment-percent') return `增发${percent}%`
  return unit === 'percent-of-base' ? `${percent}%（按基数）` : `${percent}%（含基数）`
}

/** `war-7` as 因战七级; also grades that no standard has, so that a complaint can name them. */
function gradeName(key: string): string | undefined {
  const [nature = '', grade = ''] = key.split('-')
  const name = NATURES[nature]
  const numeral = NUMERALS[Number(grade) - 1]
  return name === undefined || numeral === undefined ? undefined : `${name}${numeral}级`
}

const NATURES: Readonly<Record<string, string>> = { war: '因战', duty: '因公', illness: '因病' }
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const DEATHS: Readonly<Record<string, string>> = { martyr: '烈士', duty: '因公牺牲', illness: '病故' }

const MASKED_KEYS: Readonly<Record<string, string>> = { 'mental-5-6': 'grades-5-6' }

const KEY_NAMES: Readonly<Record<string, string>> = {
  martyr: '烈士遗属',
  duty: '因公牺牲军人遗属',
  illness: '病故军人遗属',
  alone: '孤老',
  orphan: '孤儿',
  'war-duty-1-2': '因战因公一级、二级',
  'war-duty-3-4': '因战因公三级、四级',
  'illness-1-4': '因病一级至四级',
  'mental-5-6': '精神障碍五级、六级',
  'grades-5-6': '五级、六级',
  tibet: '西藏',
  xinjiang: '新疆',
  plateau: '高原',
  bachelor: '本科',
  college: '大专',
  enrolled: '在校生、新生',
  'honour-cmc': '中央军委授予荣誉称号',
  'honour-theatre': '战区级授予荣誉称号',
  first: '一等功',
  second: '二等功',
  third: '三等功',
  excellent: '优秀士兵',
  medal: '勋章、国家荣誉称号',
  title: '荣誉称号',
  'first-war': '一等战功、一级表彰',
  'second-war': '二等战功、一等功、二级表彰',
  'third-war': '三等战功、二等功',
  'fourth-war': '四等战功、三等功',
  survivor: '三属',
  'disabled-illness': '残疾军人病故',
  'war-participant': '参战退役军人',
  'nuclear-test': '参试退役军人',
  'rural-veteran': '60周岁农村籍退役士兵',
  'martyr-child': '烈士老年子女',
  'survivor-minor': '遗属中的未成年人',
  demobilised: '在乡复员军人',
  'disability-change': '残疾等级调整',
  other: '其他待遇',
  pay: '一次性退役金',
  local: '地方一次性经济补助',
  '2': '两人审批',
  '3': '三人审批',
}
