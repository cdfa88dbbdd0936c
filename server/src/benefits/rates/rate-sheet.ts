import { unitsOf } from '@dongzhou/engines/benefits'
import { partsOf } from '@dongzhou/terms/day'
import {
  jurisdictions,
  type Rate,
  type RateKind,
  type RateKindTerm,
  type RateUnit,
  type Rounding,
  rateKinds,
  rateUnits,
} from '@dongzhou/terms/rate'
import { rateKeyName } from '@dongzhou/terms/rate-words'
import type { BookColumn, Cell } from '../../platform/sheet/index.ts'

/** 标准表的列: the sheet that goes out is the sheet that comes in; what a column is found by is its title. */
export const rateColumns = {
  kind: {
    title: '种类',
    width: 30,
    note: '从下拉选项中选择',
    choices: Object.values(rateKinds).map(({ name }) => name),
  },
  key: { title: '档次', width: 22, note: '不分档的留空' },
  jurisdiction: { title: '制定层级', width: 12, choices: Object.values(jurisdictions) },
  value: { title: '数值', width: 16, note: '金额填元，比例填百分数，日期填年-月-日，办法填办法名称' },
  unit: { title: '计量', width: 18, note: '留空的，按该种标准通常的计量', choices: Object.values(rateUnits) },
  base: { title: '基数', width: 26, note: '按比例或倍数计算的，填以哪项指标为基数' },
  rounding: { title: '取整', width: 16, note: '留空的，四舍五入到分' },
  validFrom: { title: '生效日期', width: 13 },
  validTo: { title: '失效日期', width: 13, note: '自该日起不再适用；未定的留空' },
  announcedOn: { title: '发文日期', width: 13 },
  document: { title: '文号', width: 30, text: true },
  source: { title: '来源', width: 40, text: true },
} as const satisfies Record<string, BookColumn>

export type RateColumn = keyof typeof rateColumns

const modes: { readonly [M in Rounding['mode']]: string } = { 'half-up': '四舍五入', up: '进位', down: '舍去' }
const places: { readonly [U in Rounding['unit']]: string } = { 1: '分', 10: '角', 100: '元', 1000: '十元' }

/** `四舍五入到分`. */
export function roundingText({ mode, unit }: Rounding): string {
  return `${modes[mode]}到${places[unit]}`
}

/** Every rounding by its text. */
export const roundings: ReadonlyMap<string, Rounding> = new Map(
  (Object.keys(modes) as Rounding['mode'][]).flatMap((mode) =>
    ([1, 10, 100, 1000] as const).map((unit) => [roundingText({ mode, unit }), { mode, unit }] as const),
  ),
)

/** How many of the smallest part a whole on the sheet has: 1 yuan is 100 fen, 1% is 100 basis points, 1 time is 100 hundredths. */
export function partsPerWhole(unit: RateUnit): number {
  return unit.startsWith('fen') || unit.endsWith('percent') || unit === 'percent-of-base' || unit === 'times' ? 100 : 1
}

/** One rate as a row of the sheet, in the order of the columns. */
export function rowOfRate(rate: Rate): readonly Cell[] {
  const cells: { readonly [C in RateColumn]: Cell } = {
    kind: rateKinds[rate.kind].name,
    key: rateKeyName(rate.kind, rate.key),
    jurisdiction: jurisdictions[rate.jurisdiction],
    value: valueCell(rate),
    unit: rateUnits[rate.unit],
    base: rate.base === undefined ? undefined : rateKinds[rate.base].name,
    rounding: roundingText(rate.rounding),
    validFrom: { day: rate.validFrom },
    validTo: rate.validTo && { day: rate.validTo },
    announcedOn: rate.announcedOn && { day: rate.announcedOn },
    document: rate.document,
    source: rate.source,
  }
  return (Object.keys(rateColumns) as RateColumn[]).map((column) => cells[column])
}

function valueCell({ kind, unit, value, choice }: Rate): Cell {
  if (unit === 'choice') {
    const { choices = {} }: RateKindTerm = rateKinds[kind]
    return choices[choice ?? '']
  }
  if (unit === 'date') {
    const text = String(value)
    return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
  }
  return value / partsPerWhole(unit)
}

/** A day as the number a rate keeps: 20241001. */
export function dateValue(on: Parameters<typeof partsOf>[0]): number {
  const { year, month, dayOfMonth } = partsOf(on)
  return year * 10_000 + month * 100 + dayOfMonth
}

/** The usual unit of a kind: what is meant where the sheet says nothing. */
export function usualUnit(kind: RateKind): RateUnit {
  return unitsOf(kind)[0] ?? 'fen'
}
