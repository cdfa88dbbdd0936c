import type { Rate } from '@dongzhou/terms/rate'
import { lawRate } from './national-rate.ts'

const before = { law: 'entitlement-regulation-2019', article: '第三十条', sources: ['S1-2019'] } as const
const since = { law: 'entitlement-regulation-2024', article: '第三十四条', sources: ['S1'] } as const

// Basis points of the local monthly average wage. The base was 当地职工 until 2024 and is 当地城镇单位就业人员 of the year before since;
// the row for mental illness is new in 2024.
const percents = [
  ['war-duty-1-2', 5000],
  ['war-duty-3-4', 4000],
  ['illness-1-4', 3000],
] as const

/** 护理费 percentages of the two regulations. */
export const careAllowanceRates: readonly Rate[] = [
  ...percents.map(([key, value]) => lawRate({ ...figureOf(key, value), base: 'employee-wage' }, before)),
  ...[...percents, ['mental-5-6', 2500] as const].map(([key, value]) =>
    lawRate({ ...figureOf(key, value), base: 'average-wage' }, since),
  ),
]

function figureOf(key: string, value: number) {
  return { kind: 'care-allowance', key, value, unit: 'percent-of-base' } as const
}
