import { day } from '@dongzhou/terms/day'
import type { Rate, RateKind, RateUnit } from '@dongzhou/terms/rate'

const rows: readonly (readonly [RateKind, key: string, value: number, RateUnit])[] = [
  ['account-days', '', 30, 'days'],
  ['yearly-confirmation', '', 6, 'month-of-year'],
  ['approvals-by-amount', '2', 1_000_000_000, 'fen'],
  ['approvals-by-change', '2', 2000, 'share-percent'],
  ['plausible-rise', '', 3000, 'share-percent'],
  ['plausible-factor', '', 1000, 'times'],
  ['plausible-spread', '', 300, 'share-percent'],
]

/** 演示局的内部控制: what an invented bureau ruled for itself. A bureau that is no demo enters its own, and reads nothing of these. */
export const demoHouseRates: readonly Rate[] = rows.map(([kind, key, value, unit]) => ({
  kind,
  key,
  value,
  unit,
  jurisdiction: 'county',
  rounding: { mode: 'half-up', unit: 1 },
  validFrom: day('2011-08-01'),
  document: '演示数据，无文号',
  source: '演示用的虚构内部控制，不是任何单位的实际规定',
  state: 'sample',
}))
