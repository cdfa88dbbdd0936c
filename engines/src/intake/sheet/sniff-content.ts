import { judgeCreditCode } from '@dongzhou/terms/credit-code'
import { type Cell, cellText, compact, isBlankCell } from '../cell.ts'
import type { ReaderKind } from '../reader.ts'

/** What a column's content can be told to be: a reader's kind, or the town beside a village. */
export type ContentKind = ReaderKind | 'town'

// What content betrays without a title. A date says nothing of whether somebody was born or enlisted on it.
const SIGNS: { readonly [K in ContentKind]?: (text: string) => boolean } = {
  town: (text) => /^[\p{Script=Han}]{2,8}(?:镇|街道|乡|园区|开发区|新区|办事处)$/u.test(text),
  'id-number': (text) => /^'?\d{6}(?:18|19|20)\d{9}[\dXx]$/.test(text) || /^\d{6}\d{2}[01]\d[0-3]\d{4}$/.test(text),
  phone: (text) => /^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?:[、,，/;；]|$)/.test(text),
  sex: (text) => text === '男' || text === '女',
  'bank-account': (text) =>
    /^(?:62|32)\d{13,19}$/.test(text) && !/^\d{6}(?:18|19|20)\d{2}[01]\d[0-3]\d{4}[\dXx]$/.test(text),
  'credit-code': (text) => /[A-Z]/i.test(text) && judgeCreditCode(text) === 'valid',
  division: (text) => /^[\p{Script=Han}]{2,8}(?:村|社区|居委会|村委会)$/u.test(text) || /^32\d{10}$/.test(text),
  name: (text) => COMMON_SURNAMES.has(text.slice(0, 1)) && /^[\p{Script=Han}]{2,3}$/u.test(text),
  'disability-grade': (text) => /^(?:因[战公病])?[一二三四五六七八九十]级$/.test(text),
}

const COMMON_SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤施倪茅季成朱沙黄袁',
)

/** What share of a column's filled cells look like what a reader reads; 0 where content proves nothing. */
export function shareThatLooksLike(kind: ContentKind, cells: readonly Cell[]): number {
  const sign = SIGNS[kind]
  const filled = cells.filter((cell) => !isBlankCell(cell))
  if (!sign || filled.length === 0) return 0
  return filled.filter((cell) => sign(compact(cellText(cell)).replace(/^['’‘]/, ''))).length / filled.length
}

/** Can content alone tell this kind of column? Then a titled column without any sign of it is doubted. */
export function isTellable(kind: ReaderKind): boolean {
  return kind === 'id-number' || kind === 'sex' || kind === 'phone' || kind === 'bank-account'
}
