import { type Day, dayText } from '@dongzhou/terms/day'

const DIGITS = '零一二三四五六七八九'
const PLACES = ['', '十', '百', '千'] as const
const GROUPS = ['', '万', '亿', '万亿'] as const

/** 汉字数字 (Chinese numeral) of a whole number from 0 up: 十二, 一百零五, 三万零二十. Throws RangeError for anything else. */
export function chineseNumeral(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a whole number: ${value}`)
  if (value === 0) return '零'
  const written = groupsOf(value).reduce(
    (text, group, at, all) => text + writeGroup(group, all.length - 1 - at, at),
    '',
  )
  return written.replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十')
}

/** 汉字计数 (Chinese count): as chineseNumeral, but two of something is 两. */
export function chineseCount(value: number): string {
  return value === 2 ? '两' : chineseNumeral(value)
}

/** 成文日期 (date of an official document): `2025年6月30日`, Arabic digits without leading noughts (GB/T 9704-2012, 7.3.5.4). */
export function officialDate(on: Day): string {
  return dayText(on)
}

// Four digits a group, highest group first: 1_0002_0000 is [1, 2, 0].
function groupsOf(value: number): readonly number[] {
  return value < 10_000 ? [value] : [...groupsOf(Math.floor(value / 10_000)), value % 10_000]
}

function writeGroup(group: number, level: number, at: number): string {
  if (group === 0) return '零'
  const digits = [...String(group).padStart(at === 0 ? 1 : 4, '0')]
  const text = digits.map((digit, place) => writeDigit(Number(digit), digits.length - 1 - place)).join('')
  return text.replace(/零+$/, '') + (GROUPS[level] ?? '')
}

function writeDigit(digit: number, place: number): string {
  return digit === 0 ? '零' : `${DIGITS[digit] ?? ''}${PLACES[place] ?? ''}`
}
