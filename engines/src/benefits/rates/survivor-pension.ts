import type { Rate } from '@dongzhou/terms/rate'
import { publishedRate } from './national-rate.ts'
import type { SourceKey } from './sources.ts'

// Yuan a year: 烈属, 因公牺牲军人遗属, 病故军人遗属. Since 2023 only percentages of the raises are known.
const tables: readonly (readonly [string, string, readonly SourceKey[], readonly number[]])[] = [
  ['2017-10-01', '2018-08-01', ['S65'], [23_130, 19_860, 18_680]],
  ['2018-08-01', '2019-08-01', ['S57'], [25_440, 21_850, 20_550]],
  ['2019-08-01', '2020-08-01', ['S58', 'S59'], [27_980, 24_040, 22_610]],
  ['2021-08-01', '2022-08-01', ['S52'], [33_860, 29_080, 27_360]],
  ['2022-08-01', '2023-08-01', ['S54'], [36_910, 31_410, 29_280]],
]

const keys = ['martyr', 'duty', 'illness'] as const

/** 三属定期抚恤金 of the nation. */
export const survivorPensionRates: readonly Rate[] = tables.flatMap(([from, to, sources, row]) =>
  row.map((yuan, at) =>
    publishedRate(
      { kind: 'survivor-pension', key: keys[at] ?? '', value: yuan * 100, unit: 'fen-a-year' },
      { from, to, sources },
    ),
  ),
)
