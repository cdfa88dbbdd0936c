import type { RateKind, RateUnit } from '@dongzhou/terms/rate'
import { rateKinds } from '@dongzhou/terms/rate'

const allowances: readonly RateUnit[] = ['fen-a-month', 'fen-a-year']
const byServiceYear: readonly RateUnit[] = ['fen-a-month-a-service-year', 'fen-a-year-a-service-year']

const units: { readonly [K in RateKind]?: readonly RateUnit[] } = {
  'disability-pension': allowances,
  'survivor-pension': allowances,
  'demobilised-subsidy': allowances,
  'ill-returned-subsidy': allowances,
  'war-participant-subsidy': allowances,
  'nuclear-test-subsidy': allowances,
  'martyr-child-subsidy': allowances,
  'rural-veteran-subsidy': byServiceYear,
  'lone-supplement': [...allowances, 'increment-percent', 'percent-of-base'],
  'care-allowance': ['percent-of-base', ...allowances],
  'conscript-allowance': [...allowances, 'percent-of-base'],
  'conscript-region': ['increment-percent', 'multiple-percent', 'times', 'fen-a-year', 'fen'],
  'conscript-student': ['increment-percent', 'fen-a-year', 'fen'],
  'conscript-merit': ['increment-percent', 'fen-a-year', 'fen'],
  'merit-news-money': ['fen'],
  'martyr-praise-money': ['times'],
  'death-lump-sum-income': ['times'],
  'death-lump-sum-pay': ['months'],
  'death-lump-sum-honour': ['increment-percent'],
  'continued-months': ['months'],
  'discharge-pay': ['fen-a-year-a-service-year', 'fen-a-year', 'fen'],
  'discharge-pay-honour': ['increment-percent'],
  'discharge-local-base': ['fen'],
  'discharge-local-base-years': ['years'],
  'discharge-local-year': ['percent-of-base', 'increment-percent', 'fen'],
  'placement-wait-subsidy': ['percent-of-base', ...allowances],
  age: ['age'],
  'conscript-years': ['years'],
  'enlisted-from': ['date'],
  'enlisted-before': ['date'],
  'adult-by': ['date'],
  'minimum-wage': ['fen-a-month'],
  'lieutenant-pay': ['fen-a-month'],
  'account-days': ['days'],
  'yearly-confirmation': ['month-of-year'],
  'approvals-by-amount': ['fen'],
  'approvals-by-change': ['share-percent'],
  'plausible-rise': ['share-percent'],
  'plausible-factor': ['times'],
  'plausible-spread': ['share-percent'],
}

const anyAmount: readonly RateUnit[] = [...allowances, ...byServiceYear, 'fen', 'percent-of-base', 'increment-percent']

/** The units a kind of rate is stated in; the first is the usual one. */
export function unitsOf(kind: RateKind): readonly RateUnit[] {
  const { group } = rateKinds[kind]
  if (group === 'choice') return ['choice']
  return units[kind] ?? (group === 'index' ? ['fen-a-year'] : anyAmount)
}

/** Does a rate in this unit name the index it is a part or a multiple of? */
export function needsBase(kind: RateKind, unit: RateUnit): boolean {
  if (BASE_BESIDE.has(kind)) return false
  return unit === 'percent-of-base' || unit === 'times'
}

// A part of the local base amount, a multiple of the allowance itself and of the figure before have their base beside them.
const BASE_BESIDE: ReadonlySet<RateKind> = new Set<RateKind>([
  'discharge-local-year',
  'conscript-region',
  'lone-supplement',
  'plausible-factor',
])
