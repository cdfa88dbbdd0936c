import type { Rate } from '@dongzhou/terms/rate'
import { lawRate } from './national-rate.ts'

const honour = { law: 'placement-regulation-2024', article: '第二十二条', sources: ['S2'] } as const
const waiting = { law: 'placement-regulation-2024', article: '第七十五条', sources: ['S2'] } as const

const increments = [
  ['medal', 2500],
  ['title', 2500],
  ['first-war', 2000],
  ['second-war', 1500],
  ['third-war', 1000],
  ['fourth-war', 500],
] as const

/** What the placement regulation names itself. The amount by service year is set by notice; none was found with a source. */
export const leavingServiceRates: readonly Rate[] = [
  ...increments.map(([key, value]) =>
    lawRate({ kind: 'discharge-pay-honour', key, value, unit: 'increment-percent' }, honour),
  ),
  // 按照当地月最低工资标准: all of it.
  lawRate(
    { kind: 'placement-wait-subsidy', key: '', value: 10_000, unit: 'percent-of-base', base: 'minimum-wage' },
    waiting,
  ),
]
