import type { Rate, RateKind } from '@dongzhou/terms/rate'
import { publishedRate } from './national-rate.ts'
import type { SourceKey } from './sources.ts'

/** A level that was published: yuan a month, from when, and until the next raise of the nation. */
type Level = readonly [yuan: number, from: string, to: string, sources: readonly SourceKey[]]

// The steps of 2023 and 2024 were published without the level they were added to: a step is no rate.
const levels: { readonly [K in RateKind]?: readonly Level[] } = {
  'ill-returned-subsidy': [
    [500, '2017-10-01', '2018-08-01', ['S65']],
    [550, '2018-08-01', '2019-08-01', ['S57']],
    [600, '2019-08-01', '2020-08-01', ['S59']],
  ],
  'war-participant-subsidy': veteransOfWarAndTests(),
  // 参战参试退役人员 stand in one row of the published tables.
  'nuclear-test-subsidy': veteransOfWarAndTests(),
  'martyr-child-subsidy': [
    [440, '2018-08-01', '2019-08-01', ['S57']],
    [490, '2019-08-01', '2020-08-01', ['S59']],
  ],
}

function veteransOfWarAndTests(): readonly Level[] {
  return [
    [550, '2017-10-01', '2018-08-01', ['S65']],
    [600, '2018-08-01', '2019-08-01', ['S57']],
    [650, '2019-08-01', '2020-08-01', ['S59']],
  ]
}

/** 60周岁农村籍退役士兵 by service year: a month's, but for 2023, which was published by the year. */
const ruralVeteran: readonly Rate[] = [
  byServiceYear('month', [10, '2011-08-01', '2014-10-01', ['S19']]),
  byServiceYear('month', [35, '2018-08-01', '2019-08-01', ['S57']]),
  byServiceYear('month', [40, '2019-08-01', '2020-08-01', ['S59']]),
  byServiceYear('year', [688, '2023-08-01', '2024-08-01', ['S63']]),
  byServiceYear('month', [60, '2024-08-01', '2025-08-01', ['S21']]),
]

/** 生活补助 of the nation, by month. */
export const livingSubsidyRates: readonly Rate[] = [
  ...Object.entries(levels).flatMap(([kind, of]) =>
    of.map(([yuan, from, to, sources]) =>
      publishedRate({ kind: kind as RateKind, key: '', value: yuan * 100, unit: 'fen-a-month' }, { from, to, sources }),
    ),
  ),
  ...ruralVeteran,
]

function byServiceYear(period: 'month' | 'year', [yuan, from, to, sources]: Level): Rate {
  return publishedRate(
    { kind: 'rural-veteran-subsidy', key: '', value: yuan * 100, unit: `fen-a-${period}-a-service-year` },
    { from, to, sources },
  )
}
