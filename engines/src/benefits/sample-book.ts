import { day } from '@dongzhou/terms/day'
import type { Rate } from '@dongzhou/terms/rate'

/** A rate row for tests, confirmed and of the county unless it says otherwise. */
export function aRate(rate: Partial<Rate> & Pick<Rate, 'kind'>): Rate {
  return {
    key: '',
    jurisdiction: 'county',
    value: 0,
    unit: rate.choice === undefined ? 'fen-a-month' : 'choice',
    rounding: { mode: 'half-up', unit: 1 },
    validFrom: day('1949-10-01'),
    document: '测试文件',
    source: '测试',
    state: 'confirmed',
    ...rate,
  }
}

/** The choices a county has to make, as most tests make them. */
export const usualChoices: readonly Rate[] = [
  aRate({ kind: 'stop-month', choice: 'after' }),
  aRate({ kind: 'month-rounding', choice: 'each' }),
  aRate({ kind: 'service-years', choice: 'dates' }),
  aRate({ kind: 'early-leaving', choice: 'actual' }),
  aRate({ kind: 'region-rounding', choice: 'first' }),
  aRate({ kind: 'continued-way', choice: 'monthly' }),
  ...['disability-change', 'care-allowance', 'survivor-pension', 'martyr-child-subsidy', 'other'].map((key) =>
    aRate({ kind: 'start-month', key, choice: 'approval' }),
  ),
  aRate({ kind: 'start-month', key: 'rural-veteran-subsidy', choice: 'birthday' }),
  aRate({ kind: 'start-month', key: 'disability-pension', choice: 'after-approval', validTo: day('2024-10-01') }),
  aRate({ kind: 'start-month', key: 'disability-pension', choice: 'approval', validFrom: day('2024-10-01') }),
]
