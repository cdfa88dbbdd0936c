import type { Rate } from '@dongzhou/terms/rate'
import { publishedRate } from './national-rate.ts'
import type { SourceKey } from './sources.ts'

interface Table {
  readonly from: string
  /** The next raise of the nation, whether or not its figures were found: an old amount must not run on past it. */
  readonly to: string
  readonly sources: readonly SourceKey[]
  /** Yuan a year: 因战, 因公, 因病 by grade; 因病 ends with grade 6 (军人抚恤优待条例 art. 27). */
  readonly war: readonly number[]
  readonly duty: readonly number[]
  readonly illness: readonly number[]
}

// Of 2018, 2019 and 2023 single cells were published; of 2014 and before, 2020, 2024 and later no whole table was found.
const tables: readonly Table[] = [
  {
    from: '2017-10-01',
    to: '2018-08-01',
    sources: ['S55'],
    war: [72_850, 65_930, 57_850, 47_410, 37_040, 28_940, 21_990, 13_880, 11_530, 8100],
    duty: [70_550, 62_460, 54_360, 42_800, 32_380, 27_380, 19_680, 12_710, 9260, 6930],
    illness: [68_240, 60_130, 50_920, 39_330, 30_070, 23_130],
  },
  { from: '2018-08-01', to: '2019-08-01', sources: ['S57'], war: [80_140], duty: [77_610], illness: [75_060] },
  { from: '2019-08-01', to: '2020-08-01', sources: ['S58', 'S59'], war: [88_150], duty: [85_370], illness: [82_570] },
  {
    from: '2021-08-01',
    to: '2022-08-01',
    sources: ['S22', 'S52'],
    war: [106_670, 96_530, 84_700, 69_420, 54_220, 42_360, 32_200, 20_330, 16_890, 11_860],
    duty: [103_300, 91_450, 79_600, 62_670, 47_410, 40_080, 28_820, 18_610, 13_560, 10_140],
    illness: [99_910, 88_030, 74_550, 57_590, 44_030, 33_860],
  },
  {
    from: '2022-08-01',
    to: '2023-08-01',
    sources: ['S53', 'S54'],
    war: [116_270, 105_220, 92_320, 75_670, 59_100, 46_170, 34_780, 21_960, 18_240, 12_810],
    duty: [111_560, 98_770, 85_970, 67_680, 51_200, 43_290, 30_840, 19_910, 14_510, 10_850],
    illness: [106_900, 94_190, 79_770, 61_620, 47_110, 36_230],
  },
]

/** 残疾抚恤金 of the nation. */
export const disabilityPensionRates: readonly Rate[] = [
  ...tables.flatMap((table) =>
    (['war', 'duty', 'illness'] as const).flatMap((nature) =>
      table[nature].map((yuan, at) => yearly(`${nature}-${at + 1}`, yuan, table)),
    ),
  ),
  yearly('war-1', 124_410, { from: '2023-08-01', to: '2024-08-01', sources: ['S63'] }),
  yearly('duty-10', 11_390, { from: '2023-08-01', to: '2024-08-01', sources: ['S63'] }),
]

function yearly(key: string, yuan: number, table: Pick<Table, 'from' | 'to' | 'sources'>): Rate {
  return publishedRate({ kind: 'disability-pension', key, value: yuan * 100, unit: 'fen-a-year' }, table)
}
