import { plainText } from '@dongzhou/terms/agreement'
import type { KeptFact } from '@dongzhou/terms/fact'
import { employments, honours, insurances, type MeritClass, meritClasses } from './facts.ts'

/** 养老保障 as its code in `insurances`; undefined when no list knows the words. */
export function insuranceOf(text: string): number | undefined {
  return codeOf(insurances, insuranceTexts, text)
}

/** 就业情况 as its code in `employments`; undefined when no list knows the words. */
export function employmentOf(text: string): number | undefined {
  return codeOf(employments, employmentTexts, text)
}

/** 生前荣誉 as its code in `honours`: the groups of 军人抚恤优待条例 art. 16. A title without who gave it belongs to no group. */
export function honourOf(text: string): number | undefined {
  return codeOf(honours, honourTexts, text)
}

/** 立功受奖 as the notice words it. `nothing`: known, but no benefit hangs on it. */
export function meritOf(
  text: string,
): { readonly class: MeritClass; readonly isWartime: boolean } | 'nothing' | undefined {
  const plain = withoutVerb(text)
  if (meritTexts.nothing.some((word) => word === plain)) return 'nothing'
  const found = meritClasses.find((one) => meritTexts[one].some((word) => word === plain))
  return found && { class: found, isWartime: plain.endsWith('战功') }
}

/** The facts whose free text no list knows: for the rules they say nothing, so somebody has to word them anew. */
export function unreadTexts(facts: readonly KeptFact[]): readonly KeptFact[] {
  return facts.filter((fact) => !isRead(fact))
}

function isRead(fact: KeptFact): boolean {
  switch (fact.kind) {
    case 'pension-insurance':
      return insuranceOf(fact.value.kind) !== undefined
    case 'employment':
      return employmentOf(fact.value.state) !== undefined
    case 'merit':
      return meritOf(fact.value.class) !== undefined
    case 'death-cause':
      return fact.value.honour === undefined || honourOf(fact.value.honour) !== undefined
    default:
      return true
  }
}

type Texts<Code extends string> = { readonly [C in Code]: readonly string[] }

const insuranceTexts: Texts<(typeof insurances)[number]> = {
  employee: [
    '城镇职工基本养老保险',
    '城镇职工养老保险',
    '企业职工基本养老保险',
    '企业职工养老保险',
    '职工基本养老保险',
    '职工养老保险',
    '城镇职工',
    '职保',
    '企保',
  ],
  retirement: [
    '机关事业单位基本养老保险',
    '机关事业单位养老保险',
    '机关养老保险',
    '机关事业',
    '退休金',
    '离退休金',
    '退休费',
    '离休费',
  ],
  resident: [
    '城乡居民基本养老保险',
    '城乡居民养老保险',
    '居民养老保险',
    '城乡居民',
    '居保',
    '新型农村社会养老保险',
    '新农保',
    '农保',
  ],
  none: ['未参保', '未参加', '没有参保', '无'],
}

const employmentTexts: Texts<(typeof employments)[number]> = {
  employed: ['已就业', '就业', '在职', '在岗', '务工', '上班'],
  'self-employed': ['自主创业', '创业', '个体', '个体经营', '灵活就业'],
  farming: ['务农', '农民', '种田', '在家务农'],
  unemployed: ['未就业', '待业', '失业', '无业', '待岗'],
  retired: ['已退休', '退休'],
  studying: ['在校学习', '在校', '学生', '复学'],
}

const meritTexts: Texts<MeritClass | 'nothing'> = {
  'honour-cmc': ['中央军委荣誉称号', '军委荣誉称号', '荣誉称号(中央军委)', '荣誉称号(军委)'],
  'honour-theatre': ['战区荣誉称号', '军区荣誉称号', '大军区荣誉称号', '荣誉称号(战区)', '荣誉称号(军区)'],
  first: ['一等功', '一等战功'],
  second: ['二等功', '二等战功'],
  third: ['三等功', '三等战功'],
  excellent: ['四有优秀士兵', '四有优秀', '优秀士兵'],
  nothing: ['嘉奖'],
}

const honourTexts: Texts<(typeof honours)[number]> = {
  medal: ['勋章', '共和国勋章', '七一勋章', '八一勋章', '国家荣誉称号'],
  title: [
    '党中央荣誉称号',
    '国务院荣誉称号',
    '中央军委荣誉称号',
    '中央军事委员会荣誉称号',
    '党中央、国务院、中央军委荣誉称号',
    '荣誉称号(中央军委)',
  ],
  'first-war': ['一等战功', '一级表彰', '中央军委授权单位荣誉称号', '战区荣誉称号', '荣誉称号(战区)'],
  'second-war': ['二等战功', '一等功', '二级表彰'],
  'third-war': ['三等战功', '二等功'],
  'fourth-war': ['四等战功', '三等功'],
}

function codeOf<Code extends string>(codes: readonly Code[], texts: Texts<Code>, text: string): number | undefined {
  const plain = withoutVerb(text)
  const at = codes.findIndex((code) => texts[code].some((word) => word === plain))
  return at < 0 ? undefined : at
}

// 荣立三等功 and 被授予战区荣誉称号 say no more than the thing itself.
function withoutVerb(text: string): string {
  return plainText(text)
    .replace(/^(?:荣立|荣获|获得|被授予|授予|立|获|受)/, '')
    .replace(/授予荣誉称号$/, '荣誉称号')
}
