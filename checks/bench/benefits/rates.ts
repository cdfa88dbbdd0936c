import { day } from '@dongzhou/terms/day'
import { type Rate, rateKinds } from '@dongzhou/terms/rate'

const STEPS = ['2022-08-01', '2023-08-01', '2024-08-01', '2025-08-01', undefined] as const

/** 基准标准: a made-up county book in the national shape, with new amounts each August. */
export const benchRates: readonly Rate[] = [
  ...rateKinds['disability-pension'].keys.flatMap((key) => yearly('disability-pension', key, pensionOf(key))),
  ...['martyr', 'duty', 'illness'].flatMap((key, at) => yearly('survivor-pension', key, 3_900_000 - at * 400_000)),
  ...monthly('demobilised-subsidy', 190_000),
  ...monthly('ill-returned-subsidy', 84_000),
  ...monthly('war-participant-subsidy', 96_000),
  ...monthly('nuclear-test-subsidy', 96_000),
  ...monthly('martyr-child-subsidy', 72_000),
  ...['alone', 'orphan'].flatMap((key) => monthly('lone-supplement', 20_000, key)),
  ...stepped({ kind: 'rural-veteran-subsidy', unit: 'fen-a-month-a-service-year' }, 6000),
  ...rateKinds['care-allowance'].keys.map((key, at) =>
    aRow({ kind: 'care-allowance', key, value: 5000 - at * 1000, unit: 'percent-of-base', base: 'average-wage' }),
  ),
  ...index('average-wage', 10_100_000),
  ...index('urban-disposable-income', 6_700_000),
  aRow({ kind: 'conscript-allowance', value: 4500, unit: 'percent-of-base', base: 'urban-disposable-income' }),
  aRow({ kind: 'conscript-years', value: 2, unit: 'years' }),
  aRow({ kind: 'age', key: 'rural-veteran', value: 60, unit: 'age' }),
  aRow({ kind: 'age', key: 'martyr-child', value: 60, unit: 'age' }),
  aRow({ kind: 'age', key: 'survivor-minor', value: 18, unit: 'age' }),
  aRow({ kind: 'enlisted-from', key: 'rural-veteran', value: 19541101, unit: 'date' }),
  aRow({ kind: 'enlisted-before', key: 'rural-veteran', value: 20111101, unit: 'date' }),
  choice('stop-month', '', 'after'),
  choice('month-rounding', '', 'each'),
  choice('service-years', '', 'dates'),
  choice('early-leaving', '', 'actual'),
  choice('part-month', '', 'up'),
  choice('region-rounding', '', 'first'),
  choice('continued-way', '', 'monthly'),
  choice('sibling-support', '', 'always'),
  ...['care-allowance', 'survivor-pension', 'martyr-child-subsidy', 'other', 'disability-pension'].map((key) =>
    choice('start-month', key, 'approval'),
  ),
  choice('start-month', 'rural-veteran-subsidy', 'birthday'),
]

type Row = Pick<Rate, 'kind'> & Partial<Rate>

function aRow(row: Row): Rate {
  return {
    key: '',
    jurisdiction: 'county',
    value: 0,
    unit: 'fen-a-month',
    rounding: { mode: 'half-up', unit: 1 },
    validFrom: day('1949-10-01'),
    document: '基准测试',
    source: '基准测试',
    state: 'confirmed',
    ...row,
  }
}

// A twentieth more at each step.
function stepped(row: Row, value: number): readonly Rate[] {
  return STEPS.slice(0, -1).map((from, at) => {
    const next = STEPS[at + 1]
    const dates = { validFrom: day(from ?? '1949-10-01'), validTo: next === undefined ? undefined : day(next) }
    return aRow({ ...row, value: Math.round(value * 1.05 ** at), ...dates })
  })
}

function yearly(kind: Rate['kind'], key: string, value: number): readonly Rate[] {
  return stepped({ kind, key, unit: 'fen-a-year' }, value)
}

function monthly(kind: Rate['kind'], value: number, key = ''): readonly Rate[] {
  return stepped({ kind, key, unit: 'fen-a-month' }, value)
}

function index(kind: Rate['kind'], value: number): readonly Rate[] {
  return [2022, 2023, 2024, 2025].map((year, at) =>
    aRow({
      kind,
      value: value + at * 410_300,
      unit: 'fen-a-year',
      validFrom: day(`${year}-01-01`),
      validTo: day(`${year + 1}-01-01`),
    }),
  )
}

function choice(kind: Rate['kind'], key: string, chosen: string): Rate {
  return aRow({ kind, key, choice: chosen, unit: 'choice' })
}

function pensionOf(key: string): number {
  const [nature = '', grade = '1'] = key.split('-')
  return 11_627_000 - (Number(grade) - 1) * 1_100_000 - ['war', 'duty', 'illness'].indexOf(nature) * 400_000
}
