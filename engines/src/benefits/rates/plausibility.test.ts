import { day } from '@dongzhou/terms/day'
import type { Rate } from '@dongzhou/terms/rate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { houseRulesIn } from '../house-rules.ts'
import type { RateComplaint } from './complaint.ts'
import { demoHouseRates } from './demo-house.ts'
import { disabilityPensionRates } from './disability-pension.ts'
import { aProposedRate } from './fixtures.ts'
import { complaintsAboutRates } from './plausibility.ts'
import { sampleRates } from './sample-rates.ts'

const today = day('2026-01-20')
const limits = { ...houseRulesIn(demoHouseRates, today).limits, today }

function complaintsAbout(proposed: readonly Rate[], known: readonly Rate[] = sampleRates): readonly RateComplaint[] {
  return complaintsAboutRates({ proposed, known, limits })
}

function weights(proposed: readonly Rate[], known?: readonly Rate[]): readonly string[] {
  return complaintsAbout(proposed, known).map(({ field, weight }) => `${field} ${weight}`)
}

/** The national table of 2022 as somebody would propose it, beside what stood before. */
const table2022 = disabilityPensionRates
  .filter(({ validFrom }) => validFrom === '2022-08-01')
  .map(
    (rate): Rate => ({
      ...rate,
      state: 'proposed',
      document: '退役军人部发〔2022〕50号',
      announcedOn: day('2022-07-26'),
    }),
  )
const before2022 = disabilityPensionRates.filter(({ validFrom }) => validFrom < '2022-08-01')

describe('the false page that calls the figures of 2017 those of 2025', () => {
  const yuan = (key: string, amount: number) => aProposedRate({ key, value: amount * 100 })

  test('its 一级因战 of 72,850 yuan is lower than what was paid before', () => {
    const [complaint] = complaintsAbout([yuan('war-1', 72_850)])

    expect(complaint).toMatchObject({ row: 0, field: 'value', weight: 'refused' })
    expect(complaint?.say).toBe(
      '残疾抚恤金标准 因战一级：72,850元/年，上一期（2023年8月1日起）为124,410元/年，低于上一期。这项标准历来只升不降，请核对是否误用了旧年度的数字。',
    )
  })

  test.each(['illness-7', 'illness-8', 'illness-9', 'illness-10'])('its rate for %s does not exist', (key) => {
    const complaints = complaintsAbout([yuan(key, 20_000)])

    expect(complaints).toHaveLength(1)
    expect(complaints[0]).toMatchObject({ field: 'key', weight: 'refused' })
    expect(complaints[0]?.say).toContain('因病致残只评定一级至六级')
  })

  test('its 因病 above 因战 is the wrong way round', () => {
    const complaints = complaintsAbout([yuan('war-5', 70_000), yuan('duty-5', 71_000), yuan('illness-5', 72_000)])

    expect(complaints.map(({ row, weight }) => [row, weight])).toEqual([
      [0, 'refused'],
      [1, 'refused'],
    ])
    expect(complaints[0]?.say).toContain('低于因公五级的71,000元/年')
  })

  test('the whole page is refused row by row, each sentence naming its cell', () => {
    const page = [
      ...[72_850, 65_930, 57_850, 47_410, 37_040, 28_940].map((amount, at) => yuan(`war-${at + 1}`, amount)),
      ...[78_000, 70_000, 60_000, 50_000, 40_000, 30_000, 25_000, 15_000, 12_000, 9000].map((amount, at) =>
        yuan(`illness-${at + 1}`, amount),
      ),
    ]
    const refused = new Set(complaintsAbout(page).flatMap(({ row, weight }) => (weight === 'refused' ? [row] : [])))

    expect([...refused].toSorted((one, other) => one - other)).toEqual(page.map((_, row) => row))
  })
})

test('the national table of 2022 passes beside those before it', () => {
  expect(complaintsAbout(table2022, before2022)).toEqual([])
})

test('every published table passes beside those before it', () => {
  const days = [...new Set(sampleRates.map(({ validFrom }) => validFrom))].toSorted()
  for (const on of days) {
    const proposed = sampleRates
      .filter(({ validFrom }) => validFrom === on)
      .map((rate) => ({ ...rate, document: '国发〔2020〕1号' }))
    const known = sampleRates.filter(({ validFrom }) => validFrom < on)

    expect(complaintsAboutRates({ proposed, known, limits }).filter(({ weight }) => weight === 'refused')).toEqual([])
  }
})

describe('a change from the period before', () => {
  const before = aProposedRate({ value: 10_000_000, validFrom: day('2024-08-01'), state: 'confirmed' })

  test.each([
    ['the same amount', 10_000_000, []],
    ['a rise of exactly 30%', 13_000_000, []],
    ['a rise of one fen more', 13_000_001, ['value held']],
    ['a rise to just below ten times', 99_999_999, ['value held']],
    ['ten times', 100_000_000, ['value refused']],
    ['one fen less', 9_999_999, ['value refused']],
  ])('%s', (_sentence, value, expected) => {
    expect(weights([aProposedRate({ value })], [before])).toEqual(expected)
  })

  test('a limit of the bureau counts, not ours', () => {
    const at = { proposed: [aProposedRate({ value: 11_000_000 })], known: [before] }

    expect(complaintsAboutRates({ ...at, limits: { ...limits, rise: 500 } })).toMatchObject([{ weight: 'held' }])
    expect(complaintsAboutRates({ ...at, limits: { ...limits, rise: 1000 } })).toEqual([])
  })

  test('a raise after three years may be three times as high', () => {
    const old = { ...before, validFrom: day('2022-08-01') }

    expect(weights([aProposedRate({ value: 19_000_000 })], [old])).toEqual([])
    expect(weights([aProposedRate({ value: 19_000_001 })], [old])).toEqual(['value held'])
  })

  test('a rate by the month is laid beside one by the year', () => {
    const subsidy = { kind: 'ill-returned-subsidy', key: '' } as const
    const yearly = aProposedRate({ ...subsidy, value: 720_000, validFrom: day('2024-08-01'), state: 'confirmed' })
    const monthly = (value: number) => aProposedRate({ ...subsidy, value, unit: 'fen-a-month' })

    expect(weights([monthly(60_000)], [yearly])).toEqual([])
    expect(weights([monthly(59_999)], [yearly])).toEqual(['value refused'])
  })

  test('a percentage of a county may fall, with a reason', () => {
    const percent = {
      kind: 'conscript-allowance',
      key: '',
      unit: 'percent-of-base',
      base: 'urban-disposable-income',
    } as const
    const old = aProposedRate({
      ...percent,
      jurisdiction: 'county',
      value: 4500,
      validFrom: day('2024-01-01'),
      state: 'confirmed',
    })

    expect(weights([aProposedRate({ ...percent, jurisdiction: 'county', value: 4000 })], [old])).toEqual(['value held'])
  })

  test('a late rate above the one that follows it is asked about', () => {
    const next = aProposedRate({ value: 12_000_000, validFrom: day('2026-01-01'), state: 'confirmed' })

    expect(weights([aProposedRate({ value: 12_500_000 })], [next])).toEqual(['value refused'])
    expect(weights([aProposedRate({ value: 12_000_000 })], [next])).toEqual([])
  })

  test('another jurisdiction is another standard', () => {
    expect(weights([aProposedRate({ value: 14_000_000, jurisdiction: 'county' })], [before])).toEqual([])
  })
})

describe('the order of a table', () => {
  const standing = (key: string, value: number) =>
    aProposedRate({ key, value, validFrom: day('2024-08-01'), state: 'confirmed' })

  test.each([
    ['因战 equals 因公', 'war-3', 'duty-3', 9_000_000, []],
    ['因战 below 因公', 'war-3', 'duty-3', 9_000_001, ['value refused']],
    ['grade 3 below grade 4', 'war-3', 'war-4', 9_000_001, ['value refused']],
    ['grade 3 below grade 5, grade 4 being unknown', 'war-3', 'war-5', 9_000_001, ['value refused']],
    ['duty 3 above war 3, which is perhaps being raised too', 'duty-3', 'war-3', 8_999_999, ['value held']],
    ['war 4 above war 3, which is perhaps being raised too', 'war-4', 'war-3', 8_999_999, ['value held']],
    ['natures of other grades are not compared', 'war-4', 'duty-3', 9_500_000, []],
  ])('%s', (_sentence, key, other, otherValue, expected) => {
    expect(weights([aProposedRate({ key, value: 9_000_000 })], [standing(other, otherValue)])).toEqual(expected)
  })

  test('a row that had ended by then is not compared', () => {
    const ended = { ...standing('duty-3', 9_000_001), validTo: day('2025-08-01') }

    expect(weights([aProposedRate({ key: 'war-3', value: 9_000_000 })], [ended])).toEqual([])
  })

  test('two proposed rows of different days are compared too', () => {
    const proposed = [
      aProposedRate({ key: 'war-3', value: 9_000_000, validFrom: day('2024-08-01') }),
      aProposedRate({ key: 'illness-3', value: 9_500_000 }),
    ]

    expect(weights(proposed, [])).toEqual(['value held'])
    expect(
      weights(
        proposed.map((rate) => ({ ...rate, validFrom: day('2025-08-01') })),
        [],
      ),
    ).toEqual(['value refused'])
  })

  test('a merit above a greater one is the wrong way round', () => {
    const merit = (key: string, value: number) =>
      aProposedRate({ kind: 'merit-news-money', key, value, unit: 'fen', jurisdiction: 'county' })

    expect(weights([merit('first', 800_000), merit('second', 300_000), merit('third', 100_000)], [])).toEqual([])
    expect(weights([merit('first', 300_000), merit('second', 800_000)], [])).toEqual(['value refused'])
  })
})

describe('the row itself', () => {
  const good = aProposedRate({ value: 13_000_000 })

  test.each([
    ['a key of another kind', { key: 'tibet' }, ['key refused']],
    ['a pension stated as a percentage without base', { unit: 'percent-of-base', value: 4500 }, ['unit refused']],
    ['an amount of nothing', { value: 0 }, ['value refused']],
    ['half a fen', { value: 0.5 }, ['value refused']],
    ['less than nothing', { value: -1 }, ['value refused']],
    ['more than ten million yuan', { value: 1_000_000_001 }, ['value refused']],
    ['an end before the beginning', { validTo: day('2025-08-01') }, ['validTo refused']],
    ['an end a day after the beginning', { validTo: day('2025-08-02') }, []],
    ['announced tomorrow', { announcedOn: day('2026-01-21') }, ['announcedOn refused']],
    ['announced today', { announcedOn: today }, []],
    ['beginning in the middle of a month', { validFrom: day('2025-08-15') }, ['validFrom warning']],
    ['beginning before the republic', { validFrom: day('1025-08-01') }, ['validFrom refused']],
    ['no document', { document: ' ' }, ['document refused']],
    ['a document nobody has seen', { document: '文号待核实' }, ['document refused']],
    ['no source', { source: '' }, ['source refused']],
  ] as const)('%s', (_sentence, change, expected) => {
    expect(weights([{ ...good, ...change }], [])).toEqual(expected)
  })

  test.each([
    [
      'care without its base',
      { kind: 'care-allowance', key: 'illness-1-4', unit: 'percent-of-base', value: 3000 },
      ['base refused'],
    ],
    [
      'care by an index that is none',
      { kind: 'care-allowance', key: 'illness-1-4', unit: 'percent-of-base', value: 3000, base: 'age' },
      ['base refused'],
    ],
    [
      'a date that no calendar has',
      { kind: 'enlisted-from', key: 'rural-veteran', unit: 'date', value: 19_541_131 },
      ['value refused'],
    ],
    [
      'a choice that is none',
      { kind: 'stop-month', key: '', unit: 'choice', value: 0, choice: 'never' },
      ['choice refused'],
    ],
    ['no choice', { kind: 'stop-month', key: '', unit: 'choice', value: 0 }, ['choice refused']],
    ['a choice', { kind: 'stop-month', key: '', unit: 'choice', value: 0, choice: 'after' }, []],
    ['an increment of nothing', { kind: 'conscript-student', key: 'college', unit: 'increment-percent', value: 0 }, []],
    ['an age of 121', { kind: 'age', key: 'rural-veteran', unit: 'age', value: 121 }, ['value refused']],
    [
      'an increment of more than 1000%',
      { kind: 'conscript-student', key: 'college', unit: 'increment-percent', value: 100_001 },
      ['value refused'],
    ],
    [
      'continued for more than twenty years',
      { kind: 'continued-months', key: 'survivor', unit: 'months', value: 241 },
      ['value refused'],
    ],
  ] as const)('%s', (_sentence, change, expected) => {
    expect(weights([{ ...good, ...change } as Rate], [])).toEqual(expected)
  })

  test('the same day twice is refused at the second row', () => {
    expect(complaintsAbout([good, { ...good }], [])).toMatchObject([{ row: 1, field: 'validFrom', weight: 'refused' }])
  })

  test('a day that has a confirmed rate takes a correction, not a second rate; a sample gives way', () => {
    expect(weights([good], [{ ...good, state: 'confirmed' }])).toEqual(['validFrom refused'])
    expect(weights([good], [{ ...good, state: 'sample' }])).toEqual([])
  })
})

describe('the national floor', () => {
  const subsidy = { kind: 'war-participant-subsidy', key: '', unit: 'fen-a-month', jurisdiction: 'county' } as const

  test.each([
    ['below', 64_999, ['value warning']],
    ['at', 65_000, []],
  ])('a county standard %s the last national one', (_sentence, value, expected) => {
    expect(weights([aProposedRate({ ...subsidy, value })])).toEqual(expected)
  })

  test('by the year, below the floor by the month', () => {
    expect(weights([aProposedRate({ ...subsidy, unit: 'fen-a-year', value: 779_999 })])).toEqual(['value warning'])
  })

  test('an index is no standard: a county may earn less than the nation', () => {
    const wage = { kind: 'average-wage', key: '', jurisdiction: 'county', validFrom: day('2024-01-01') } as const

    expect(weights([aProposedRate({ ...wage, value: 9_000_000 })])).toEqual([])
  })

  test('the sentence says which floor', () => {
    const [complaint] = complaintsAbout([aProposedRate({ ...subsidy, value: 50_000 })])

    expect(complaint?.say).toBe(
      '参战退役人员补助标准：500元/月，低于国家标准650元/月（2019年8月1日起），县（区）标准一般不低于国家标准，请核对。',
    )
  })
})

test('one digit typed wrong stands out of its table', () => {
  const wrong = table2022.map((rate) => (rate.key === 'war-2' ? { ...rate, value: 11_022_000 } : rate))

  expect(complaintsAbout(wrong, before2022)).toMatchObject([
    { field: 'value', weight: 'warning', say: expect.stringContaining('比上一期上涨14.2%，同表多数上涨8%') },
  ])
})

test('any cell of a table with one zero too many, or one too few, is refused', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: table2022.length - 1 }), fc.constantFrom(10, 0.1), (at, times) => {
      const wrong = table2022.map((rate, row) => (row === at ? { ...rate, value: rate.value * times } : rate))
      const refused = complaintsAbout(wrong, before2022).filter(({ weight }) => weight === 'refused')

      expect(refused.map(({ row }) => row)).toContain(at)
    }),
  )
})

test('the order in which rows are typed changes nothing of what is said', () => {
  const table = table2022.map((rate, at) => (at % 5 === 0 ? { ...rate, value: rate.value * 2 } : rate))
  const sentences = (rows: readonly Rate[]) => complaintsAbout(rows, before2022).map(({ say }) => say)
  const usual = sentences(table).toSorted()

  fc.assert(
    fc.property(fc.shuffledSubarray(table, { minLength: table.length }), (shuffled) => {
      expect(sentences(shuffled).toSorted()).toEqual(usual)
    }),
  )
})
