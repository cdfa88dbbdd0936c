import { day } from '@dongzhou/terms/day'
import type { Rate, RateKind } from '@dongzhou/terms/rate'
import { demoHouseRates } from './demo-house.ts'
import { disabilityPensionRates } from './disability-pension.ts'
import { survivorPensionRates } from './survivor-pension.ts'

type Figure = Pick<Rate, 'kind' | 'value'> & Partial<Pick<Rate, 'key' | 'unit' | 'base' | 'choice' | 'rounding'>>

/** Every January, as in Jiangsu: percent of the first year's amount. */
const raises = [
  [2022, 100],
  [2023, 106],
  [2024, 111],
  [2025, 116],
  [2026, 121],
] as const

/** Yuan a month at the start, invented. */
const subsidies = [
  ['demobilised-subsidy', 2300],
  ['ill-returned-subsidy', 980],
  ['war-participant-subsidy', 1090],
  ['nuclear-test-subsidy', 1090],
  ['martyr-child-subsidy', 860],
] as const

/** 演示标准: what an invented county pays and has chosen, so that a demo bureau can pay somebody. No county's figures, and never payable outside a demo. */
export const demoCountyRates: readonly Rate[] = [
  ...raises.flatMap(([year, percent]) => [
    ...[...nationalOf2022(disabilityPensionRates), ...nationalOf2022(survivorPensionRates)].map(
      ({ kind, key, value }) =>
        demo({ kind, key, unit: 'fen-a-year', value: toTens(value * 112, percent) }, `${year}-01-01`),
    ),
    ...subsidies.map(([kind, yuan]) =>
      demo({ kind, value: Math.round((yuan * percent) / 100) * 100 }, `${year}-01-01`),
    ),
    demo(
      {
        kind: 'rural-veteran-subsidy',
        unit: 'fen-a-month-a-service-year',
        value: Math.round((62 * percent) / 100) * 100,
      },
      `${year}-01-01`,
    ),
  ]),
  ...indices().map(({ figure, year }) => demo(figure, `${year}-01-01`, `${year + 1}-01-01`)),
  ...amounts().map((figure) => demo(figure, '2022-01-01')),
  ...choices().map((figure) => demo({ unit: 'choice', value: 0, ...figure }, '2011-08-01')),
  ...demoHouseRates,
]

function nationalOf2022(rates: readonly Rate[]): readonly Rate[] {
  return rates.filter(({ validFrom }) => validFrom === '2022-08-01')
}

// Hundredths of percent of fen, to whole tens of yuan.
function toTens(hundredfold: number, percent: number): number {
  return Math.round((hundredfold * percent) / 10_000_000) * 1000
}

function indices(): readonly { readonly year: number; readonly figure: Figure }[] {
  return [2020, 2021, 2022, 2023, 2024, 2025].flatMap((year, at) => [
    yearly('urban-disposable-income', 58_000 + at * 3000, year),
    yearly('average-wage', 102_000 + at * 5000, year),
    yearly('employee-wage', 100_000 + at * 5000, year),
    { year, figure: { kind: 'minimum-wage', value: (2000 + at * 100) * 100 } as const },
  ])
}

function yearly(kind: RateKind, yuan: number, year: number) {
  return { year, figure: { kind, value: yuan * 100, unit: 'fen-a-year' } as const }
}

function amounts(): readonly Figure[] {
  const percent = (kind: RateKind, key: string, value: number): Figure => ({
    kind,
    key,
    value: value * 100,
    unit: 'increment-percent',
  })
  const money = (kind: RateKind, key: string, yuan: number): Figure => ({ kind, key, value: yuan * 100, unit: 'fen' })
  return [
    percent('lone-supplement', 'alone', 20),
    percent('lone-supplement', 'orphan', 20),
    {
      kind: 'conscript-allowance',
      value: 4500,
      unit: 'percent-of-base',
      base: 'urban-disposable-income',
      rounding: { mode: 'half-up', unit: 100 },
    },
    percent('conscript-region', 'tibet', 300),
    percent('conscript-region', 'xinjiang', 200),
    percent('conscript-region', 'plateau', 100),
    percent('conscript-student', 'bachelor', 30),
    percent('conscript-student', 'college', 20),
    percent('conscript-student', 'enrolled', 10),
    percent('conscript-merit', 'honour-cmc', 300),
    percent('conscript-merit', 'honour-theatre', 200),
    percent('conscript-merit', 'first', 100),
    percent('conscript-merit', 'second', 50),
    percent('conscript-merit', 'third', 20),
    money('conscript-merit', 'excellent', 500),
    money('merit-news-money', 'honour-cmc', 30_000),
    money('merit-news-money', 'honour-theatre', 20_000),
    money('merit-news-money', 'first', 10_000),
    money('merit-news-money', 'second', 4000),
    money('merit-news-money', 'third', 2000),
    money('merit-news-money', 'excellent', 500),
    { kind: 'discharge-pay', value: 500_000, unit: 'fen-a-year-a-service-year' },
    money('discharge-local-base', '', 60_000),
    { kind: 'discharge-local-base-years', value: 2, unit: 'years' },
    { kind: 'discharge-local-year', value: 1000, unit: 'percent-of-base' },
    { kind: 'lieutenant-pay', value: 800_000 },
    { kind: 'adult-by', key: 'martyr-child', value: 19_800_101, unit: 'date' },
  ]
}

function choices(): readonly (Pick<Rate, 'kind' | 'choice'> & { readonly key?: string })[] {
  const starts = ['disability-change', 'care-allowance', 'survivor-pension', 'martyr-child-subsidy', 'other']
  const conditions = [...subsidies.map(([kind]) => kind)]
  return [
    ...starts.map((key) => ({ kind: 'start-month', key, choice: 'approval' }) as const),
    { kind: 'start-month', key: 'rural-veteran-subsidy', choice: 'birthday' },
    { kind: 'stop-month', choice: 'after' },
    { kind: 'month-rounding', choice: 'each' },
    { kind: 'service-years', choice: 'dates' },
    { kind: 'sibling-support', choice: 'always' },
    ...conditions.map((key) => ({ kind: 'local-condition', key, choice: 'any' }) as const),
    { kind: 'early-leaving', choice: 'actual' },
    { kind: 'region-rounding', choice: 'first' },
    { kind: 'continued-way', choice: 'monthly' },
    { kind: 'part-month', choice: 'up' },
    { kind: 'conscript-dismissed', choice: 'leaving' },
    { kind: 'discharge-years', key: 'pay', choice: 'half-year' },
    { kind: 'discharge-years', key: 'local', choice: 'half-year' },
    { kind: 'discharge-honour', choice: 'highest' },
    { kind: 'discharge-short', choice: 'base' },
    { kind: 'old-injury-honour', choice: 'with' },
    { kind: 'letter-month', choice: 'paid' },
  ]
}

function demo(figure: Figure, from: string, to?: string): Rate {
  return {
    key: '',
    unit: 'fen-a-month',
    rounding: { mode: 'half-up', unit: 1 },
    ...figure,
    jurisdiction: 'county',
    validFrom: day(from),
    validTo: to === undefined ? undefined : day(to),
    document: '演示数据，无文号',
    source: '演示用的虚构标准，不是任何县区的实际标准',
    state: 'sample',
  }
}
