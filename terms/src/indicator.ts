declare const indicatorCodeBrand: unique symbol

/** 指标代码 (indicator code): the kebab-case English name of one query that yields rows, `red-lectures-held`. */
export type IndicatorCode = string & { readonly [indicatorCodeBrand]: true }

/** Makes an indicator code. Throws RangeError when the text is not kebab-case. */
export function indicatorCode(text: string): IndicatorCode {
  const found = findIndicatorCode(text)
  if (found === undefined) throw new RangeError(`not an indicator code: ${text}`)
  return found
}

/** Reads an indicator code; undefined when the text is not kebab-case. */
export function findIndicatorCode(text: string): IndicatorCode | undefined {
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text) ? (text as IndicatorCode) : undefined
}

/** 计量单位 (units): what a figure counts. 人次 (attendances) is not 人 (people), and 名 and 位 are people politely counted. */
export const units = [
  '场',
  '次',
  '期',
  '届',
  '人次',
  '人',
  '名',
  '位',
  '户',
  '对',
  '个',
  '家',
  '件',
  '条',
  '份',
  '处',
  '项',
  '元',
  '万元',
] as const

export type Unit = (typeof units)[number]

/** 数值 (figure): an indicator's count or sum and how many rows stand behind it. Money (元, 万元) is whole fen. */
export interface FigureValue {
  readonly value: number
  readonly rows: number
}

/** Whether the room that keeps an indicator's rows exists yet. */
export type IndicatorState = 'live' | 'room-not-built'

/** 指标明细 (indicator row): one record behind a figure, as the room that keeps it hands it out. */
export interface IndicatorRow {
  readonly kind: IndicatorRowKind
  readonly id: number
  /** null where only the keeper of people or organisations may say the name. */
  readonly title: string | null
  readonly day: string
  readonly division: string
  /** What the row adds to a sum; 1 where rows are counted. */
  readonly amount: number
}

/** What a row behind a figure opens. */
export type IndicatorRowKind = 'event' | 'pairing' | 'visit' | 'organisation' | 'person' | 'plan-row'
