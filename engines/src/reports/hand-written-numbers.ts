import { units } from '@dongzhou/terms/indicator'

/** A number found in running text: where it starts (UTF-16 units) and its words, unit included when one follows. */
export interface NumberInText {
  readonly offset: number
  readonly text: string
}

const HAN = '零〇一二三四五六七八九十百千万亿两'
const COUNTED = [
  ...units,
  '批',
  '辆',
  '所',
  '支',
  '篇',
  '台',
  '套',
  '册',
  '幅',
  '张',
  '枚',
  '本',
  '组',
  '队',
  '栋',
  '亩',
]
const UNIT = [...COUNTED, '亿元', '余', '多'].sort((a, b) => b.length - a.length).join('|')

const ARABIC = /[0-9０-９]{1,3}(?:,[0-9０-９]{3})+(?:[.．][0-9０-９]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?/g
const ARABIC_TAIL = new RegExp(`^(?:[%％‰]|[万亿]?(?:[余多]?(?:${UNIT}))?|[万亿])`)
const HAN_COUNT = new RegExp(
  `百分之[${HAN}点]{1,20}|(?:[数几][十百千万亿]{1,4}|[${HAN}]{1,20})[余多几]?(?:${UNIT.replace('|余|多', '')})`,
  'g',
)

// Names, not counts: titles of papers, document numbers, standards; and whatever programme is called by a number in quotes.
const TITLE_SPANS = /《[^《》]*》|〔[^〔〕]*〕|[A-Z]{2,}(?:[/／]T)?\s?\d+(?:\.\d+)*(?:[-—]\d{4})?/g
const QUOTE_SPANS = /“[^“”]*”|"[^"]*"|「[^「」]*」/g
// 2025-03-05, 2025.3.5, 2024-2025年, 3至5月, 9:30.
const DATE_SPANS = /\d{4}([-./])\d{1,2}\1\d{1,2}|\d+[-—~～至]\d+(?:学年|年|月|日|号|时|点)|\d{1,2}[:：]\d{2}(?!\d)/g

// What stands beside a number and makes it a date, an age, a span of time or a name.
const NOT_AFTER_ARABIC = /^(?:年|月|日|号|时|点|分钟|秒|小时|天|周|岁|个月|个工作日|[A-Za-z+＋])/
const NOT_BEFORE_ARABIC = /(?:[A-Za-z]\s?-?|[+＋.．]|第)$/
const LIST_MARK = /^(?:[.．、](?![0-9０-９])|[）)])/

// 一次性, 一个人信息 in 统一个人信息, 一户一策, 两个维护: numerals that count nothing. The table is of phrases, matched at the number.
const IDIOMS =
  /^(?:一次性|一个月|[一两二三四五六七八九十几数]+个(?:月|意识|自信|维护|确立|全面|结合|务必|坚持|工作日)|一([人户企事村镇站件条])一|一对一|一条(?:龙|心)|一家[人亲]|一件件|一个个|一项项|一场场|千家万户|万户|万家|一批|一人一|百分之百|三个代表|一本(?:正经|通)|一套人马|一台戏)/
const NOT_BEFORE_HAN = /[第统同唯单专每另某任何逐这那哪上下初头万其百有]$|[0-9０-９.．]$/

/**
 * 疑似手工数字 (numbers that look like figures): Arabic digits and Chinese counts in running text, leaving out dates, times, ages,
 * ordinals (第七届, 一是), document numbers, titles and names (1+N, “八一”, 15分钟, 80周年). It errs towards marking: a marked name
 * costs a glance, an unmarked figure costs trust.
 */
export function numbersInText(text: string): readonly NumberInText[] {
  const titles = [...spansOf(text, TITLE_SPANS), ...spansOf(text, DATE_SPANS)]
  const names = [...titles, ...spansOf(text, QUOTE_SPANS)]
  const arabic = [...text.matchAll(ARABIC)].flatMap((match) => arabicNumber(text, match.index, match[0], titles))
  const han = [...text.matchAll(HAN_COUNT)].flatMap((match) => hanNumber(text, match.index, match[0], names))
  return [...arabic, ...han].sort((a, b) => a.offset - b.offset)
}

function arabicNumber(text: string, offset: number, digits: string, titles: readonly Span[]): readonly NumberInText[] {
  const [before, after] = [textBefore(text, offset), text.slice(offset + digits.length, offset + digits.length + NEAR)]
  if (isInside(offset, titles) || isIdentifier(digits) || isListMark(before, after)) return []
  if (NOT_BEFORE_ARABIC.test(before) || NOT_AFTER_ARABIC.test(after)) return []
  return [{ offset, text: digits + (ARABIC_TAIL.exec(after)?.[0] ?? '') }]
}

function hanNumber(text: string, offset: number, count: string, names: readonly Span[]): readonly NumberInText[] {
  const isName = isInside(offset, names) || IDIOMS.test(text.slice(offset, offset + NEAR))
  return isName || NOT_BEFORE_HAN.test(textBefore(text, offset)) ? [] : [{ offset, text: count }]
}

// How far a number's neighbours are looked at. Long texts stay cheap that way.
const NEAR = 12

// The text just before a number; a mark stands for what is cut off, so that ^ means the start of the whole text.
function textBefore(text: string, offset: number): string {
  return offset > NEAR ? `…${text.slice(offset - NEAR, offset)}` : text.slice(0, offset)
}

// Telephone, ID and account numbers are no figures (and have no place in a report).
function isIdentifier(digits: string): boolean {
  return /^[0-9０-９]{11,}$/.test(digits)
}

// 1. or （1） at the start of a sentence numbers it.
function isListMark(before: string, after: string): boolean {
  return /(?:^|[。；\n])\s*[（(]?$/.test(before) && LIST_MARK.test(after)
}

interface Span {
  readonly from: number
  readonly to: number
}

function spansOf(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }))
}

function isInside(offset: number, spans: readonly Span[]): boolean {
  return spans.some((span) => offset >= span.from && offset < span.to)
}
