import { findDayOf } from '@dongzhou/terms/day'
import { type Rate, type RateKindTerm, rateKinds, rateUnits } from '@dongzhou/terms/rate'
import { rateName } from '@dongzhou/terms/rate-words'
import type { ComplaintWeight, RateComplaint, RatesAtHand } from './complaint.ts'
import { needsBase, unitsOf } from './units.ts'

type Found = Pick<RateComplaint, 'field' | 'say'> & { readonly weight?: ComplaintWeight }

/** 要素检查: what is wrong with each row by itself: key, unit, value, dates, document. */
export function formComplaints({ proposed, known, limits }: RatesAtHand): readonly RateComplaint[] {
  return proposed.flatMap((rate, row) =>
    [
      ...keyTroubles(rate),
      ...valueTroubles(rate),
      ...baseTroubles(rate),
      ...dateTroubles(rate, limits.today),
      ...paperTroubles(rate),
      ...twinTroubles(rate, row, proposed, known),
    ].map(({ field, say, weight = 'refused' }) => ({ row, field, weight, say: `${rateName(rate)}：${say}` })),
  )
}

function keyTroubles({ kind, key }: Rate): readonly Found[] {
  const { keys }: RateKindTerm = rateKinds[kind]
  if (keys.includes(key)) return []
  if (kind === 'disability-pension' && /^illness-([7-9]|10)$/.test(key))
    return [{ field: 'key', say: '因病致残只评定一级至六级，国家没有这一档标准，请核对来源。' }]
  return [{ field: 'key', say: '该项标准没有这一档，请从下拉选项中选择。' }]
}

function valueTroubles({ kind, unit, value, choice }: Rate): readonly Found[] {
  const allowed = unitsOf(kind)
  if (!allowed.includes(unit))
    return [{ field: 'unit', say: `计量应为${allowed.map((each) => rateUnits[each]).join('、')}，请核对。` }]
  if (unit === 'choice') return choiceTroubles(kind, choice)
  if (rateKinds[kind].group === 'house') return houseTroubles(kind, value)
  return unit === 'date' ? dateValueTroubles(value) : numberTroubles(unit, value)
}

function choiceTroubles(kind: Rate['kind'], choice = ''): readonly Found[] {
  const { choices = {} }: RateKindTerm = rateKinds[kind]
  return Object.hasOwn(choices, choice) ? [] : [{ field: 'choice', say: '请从给出的办法中选择一种。' }]
}

function dateValueTroubles(value: number): readonly Found[] {
  const on = findDayOf(Math.trunc(value / 10_000), Math.trunc(value / 100) % 100, value % 100)
  return on === undefined ? [{ field: 'value', say: '不是一个日期，请按年-月-日填写。' }] : []
}

function numberTroubles(unit: Rate['unit'], value: number): readonly Found[] {
  if (!Number.isSafeInteger(value) || value < 0)
    return [{ field: 'value', say: '数值应为不小于零的数，最多两位小数。' }]
  // A county that adds nothing says so with a row of 0; a standard of 0 is a slip.
  if (value === 0 && unit !== 'increment-percent') return [{ field: 'value', say: '数值为零，请核对。' }]
  return value > mostOf(unit) ? [{ field: 'value', say: `数值过大，不像${rateUnits[unit]}，请核对小数点和单位。` }] : []
}

// 内部控制: nought is an answer ("whatever the amount"), but a factor of one would let nothing through, and no year has a thirteenth month.
function houseTroubles(kind: Rate['kind'], value: number): readonly Found[] {
  if (!Number.isSafeInteger(value) || value < 0)
    return [{ field: 'value', say: '数值应为不小于零的数，最多两位小数。' }]
  if (kind === 'yearly-confirmation' && (value < 1 || value > MONTHS))
    return [{ field: 'value', say: '应为一年中的月份，填1至12。' }]
  if (kind === 'plausible-factor' && value <= SAME)
    return [{ field: 'value', say: '应大于1倍，否则任何标准都不能录入。' }]
  return []
}

const MONTHS = 12
/** One time, in hundredths. */
const SAME = 100

// 1000% or 1000 times of a base; a hundred years; ten million yuan.
function mostOf(unit: Rate['unit']): number {
  if (unit === 'age' || unit === 'years') return 120
  if (unit === 'months') return 240
  return unit.startsWith('fen') ? 1_000_000_000 : 100_000
}

function baseTroubles({ kind, unit, base }: Rate): readonly Found[] {
  if (unitsOf(kind).includes(unit) && needsBase(kind, unit) && base === undefined)
    return [{ field: 'base', say: '按比例或倍数计算的，请选择以哪一项指标为基数。' }]
  if (base !== undefined && rateKinds[base].group !== 'index')
    return [{ field: 'base', say: '基数应为收入、工资类指标。' }]
  return []
}

function dateTroubles({ kind, validFrom, validTo, announcedOn }: Rate, today: string): readonly Found[] {
  const found: Found[] = []
  if (validFrom < '1949-10-01') found.push({ field: 'validFrom', say: '生效日期过早，请核对年份。' })
  if (validTo !== undefined && validTo <= validFrom) found.push({ field: 'validTo', say: '失效日期应晚于生效日期。' })
  if (announcedOn !== undefined && announcedOn > today)
    found.push({ field: 'announcedOn', say: '发文日期晚于今天，请核对。' })
  // What the house rules for itself counts from the day, and pays nobody.
  if (!validFrom.endsWith('-01') && rateKinds[kind].group !== 'house')
    found.push({ field: 'validFrom', weight: 'warning', say: '生效日期不是一日，自次月起计发。' })
  return found
}

function paperTroubles({ document, source }: Rate): readonly Found[] {
  const found: Found[] = []
  if (document.trim().length < 2 || document.includes('待核实'))
    found.push({ field: 'document', say: '没有文号的标准不能用于发放，请填写正式文件的文号。' })
  if (source.trim() === '') found.push({ field: 'source', say: '请写明文件从哪里取得。' })
  return found
}

function twinTroubles(rate: Rate, row: number, proposed: readonly Rate[], known: readonly Rate[]): readonly Found[] {
  const isTwin = (other: Rate) => slotOf(other) === slotOf(rate)
  if (proposed.findIndex(isTwin) < row)
    return [{ field: 'validFrom', say: '同一生效日期在本次录入中出现了两次，请保留一条。' }]
  if (known.some((other) => other.state === 'confirmed' && isTwin(other)))
    return [{ field: 'validFrom', say: '该生效日期已有复核过的标准；如有错误，请在原标准上办理更正。' }]
  return []
}

function slotOf({ kind, key, jurisdiction, validFrom }: Rate): string {
  return [kind, key, jurisdiction, validFrom].join(' ')
}
