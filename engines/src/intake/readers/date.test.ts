import { addDays, day, findDayOf } from '@dongzhou/terms/day'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../cell.ts'
import { sampleSetting, sampleToday } from '../sample-sheets.ts'
import { dateReader } from './date.ts'
import type { DateSense } from './two-digit-year.ts'

const readAs = (sense: DateSense, cell: Cell) => dateReader(sense).read(cell, sampleSetting)
const read = (cell: Cell) => readAs('event', cell)

describe('a date is read however it is written', () => {
  test.each<[Cell, string, string]>([
    ['1978-05-01', '1978-05-01', 'day'],
    ['1978-5-1', '1978-05-01', 'day'],
    ['1978.5.1', '1978-05-01', 'day'],
    ['1978.05.01', '1978-05-01', 'day'],
    ['1978/5/1', '1978-05-01', 'day'],
    ['2012/3/2', '2012-03-02', 'day'],
    ['2012/03/02', '2012-03-02', 'day'],
    ['2012-2-3', '2012-02-03', 'day'],
    ['1978年5月1日', '1978-05-01', 'day'],
    ['1978年05月01日', '1978-05-01', 'day'],
    ['1978 年 5 月 1 日', '1978-05-01', 'day'],
    ['1978年5月1号', '1978-05-01', 'day'],
    ['１９７８．５．１', '1978-05-01', 'day'],
    ['1978、5、1', '1978-05-01', 'day'],
    ['1978.5.1.', '1978-05-01', 'day'],
    ["'1978-05-01", '1978-05-01', 'day'],
    ['19780501', '1978-05-01', 'day'],
    [19780501, '1978-05-01', 'day'],
    ['1978-05-01 00:00:00', '1978-05-01', 'day'],
    ['1978-05-01T08:30:00', '1978-05-01', 'day'],
    ['1978/5/1 0:00', '1978-05-01', 'day'],
    ['1978/5/1 12:00:00', '1978-05-01', 'day'],
    ['1978年5月1日 9:30', '1978-05-01', 'day'],
    ['1978年5月', '1978-05-01', 'month'],
    ['1978年5月份', '1978-05-01', 'month'],
    ['1978-5', '1978-05-01', 'month'],
    ['1978-05', '1978-05-01', 'month'],
    ['1978/5', '1978-05-01', 'month'],
    ['1978.5', '1978-05-01', 'month'],
    [1978.5, '1978-05-01', 'month'],
    ['1978.12', '1978-12-01', 'month'],
    [1978.12, '1978-12-01', 'month'],
    ['2012.3', '2012-03-01', 'month'],
    ['201203', '2012-03-01', 'month'],
    [201203, '2012-03-01', 'month'],
    ['1978年', '1978-01-01', 'year'],
    ['1978', '1978-01-01', 'year'],
    [1978, '1978-01-01', 'year'],
    ['一九六八年三月', '1968-03-01', 'month'],
    ['一九六八年三月五日', '1968-03-05', 'day'],
    ['一九六八年', '1968-01-01', 'year'],
    ['二〇〇五年十二月三十一日', '2005-12-31', 'day'],
    ['二零零五年十月二十日', '2005-10-20', 'day'],
    ['二○一二年元月', '2012-01-01', 'month'],
    ['一九四九年十月一日', '1949-10-01', 'day'],
    ['一九七八年十一月廿五日', '1978-11-25', 'day'],
    ['一九七八年五月卅日', '1978-05-30', 'day'],
    [{ day: day('1978-05-01') }, '1978-05-01', 'day'],
    ['2000-2-29', '2000-02-29', 'day'],
    ['2024年2月29日', '2024-02-29', 'day'],
    ['2025-06-30', '2025-06-30', 'day'],
  ])('%j', (cell, expected, precision) => {
    const reading = read(cell)

    expect(reading.value).toEqual({ day: expected, precision })
    expect(reading.flaws).toEqual([])
  })
})

describe('an Excel serial day', () => {
  test.each<[Cell, string]>([
    [45123, '2023-07-16'],
    ['45123', '2023-07-16'],
    [45123.75, '2023-07-16'],
    [28611, '1978-05-01'],
    [25569, '1970-01-01'],
    [36526, '2000-01-01'],
    [36585, '2000-02-29'],
    [3001, '1908-03-19'],
    [19780, '1954-02-25'],
  ])('%j is read and marked', (cell, expected) => {
    const reading = read(cell)

    expect(reading.value).toEqual({ day: expected, precision: 'day' })
    expect(reading.repaired).toContain('序号')
  })

  test('60 is the 29 February 1900 that never was', () => {
    expect(read(60).flaws).toMatchObject([{ code: 'date-impossible', severity: 'held' }])
    expect(read('60').flaws[0]?.what).toContain('1900年2月29日')
  })

  test('agrees with the calendar for every day that can occur', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3000, max: 45_838 }), (serial) => {
        expect(read(serial).value?.day).toBe(addDays(day('1899-12-30'), serial))
      }),
    )
  })
})

describe('a two-digit year is resolved by the sense of its field, and marked', () => {
  test.each<[string, DateSense, Cell, string, string]>([
    ['born 58', 'birth', '58.3', '1958-03-01', 'month'],
    ['born 05', 'birth', '05年3月', '2005-03-01', 'month'],
    ['born 20', 'birth', '20.3.1', '1920-03-01', 'day'],
    ['enlisted 68', 'enlisted', '68.3', '1968-03-01', 'month'],
    ['enlisted 68 as a number', 'enlisted', 68.3, '1968-03-01', 'month'],
    ['enlisted 78 in characters', 'enlisted', '七八年五月', '1978-05-01', 'month'],
    ['enlisted 05', 'enlisted', '05.12', '2005-12-01', 'month'],
    ['discharged 82', 'discharged', '82年1月', '1982-01-01', 'month'],
    ['discharged 12', 'discharged', '12/11', '2012-11-01', 'month'],
    ['six digits', 'enlisted', '680301', '1968-03-01', 'day'],
    ['six digits as a number', 'enlisted', 761215, '1976-12-15', 'day'],
    ['zero in characters', 'discharged', '〇五年十二月', '2005-12-01', 'month'],
  ])('%s', (_, sense, cell, expected, precision) => {
    const reading = readAs(sense, cell)

    expect(reading.value).toEqual({ day: expected, precision })
    expect(reading.repaired).toContain('两位年份')
  })

  test('is warned of where neither century fits: nobody in a register is 12, or 112', () => {
    const reading = readAs('birth', '13年')

    expect(reading.value).toEqual({ day: '1913-01-01', precision: 'year' })
    expect(reading.flaws).toMatchObject([{ code: 'date-doubtful', severity: 'warned' }])
    expect(reading.flaws[0]?.what).toContain('写全四位年份')
  })

  test('follows today: 30 enlisted in 1930 as seen from 2025, and in 2030 as seen from 2031', () => {
    const later = { ...sampleSetting, today: day('2031-01-01') }

    expect(readAs('enlisted', '30年').value?.day).toBe('1930-01-01')
    expect(dateReader('enlisted').read('30年', later).value?.day).toBe('2030-01-01')
  })
})

describe('a year and month that Excel took for a number', () => {
  test.each<[Cell]>([[1978.1], [2001.1], [68.1]])('%j may be January or October: read, and warned of', (cell) => {
    const reading = readAs('enlisted', cell)

    expect(reading.value?.day.slice(4)).toBe('-01-01')
    expect(reading.flaws).toMatchObject([{ code: 'date-doubtful', severity: 'warned' }])
    expect(reading.flaws[0]?.what).toContain('10 月')
  })

  test('.1 as a text is what was typed: January', () => {
    expect(read('1978.1')).toMatchObject({ value: { day: '1978-01-01', precision: 'month' }, flaws: [] })
  })

  test('.10 as a text is October and no doubt', () => {
    expect(read('1978.10')).toMatchObject({ value: { day: '1978-10-01' }, flaws: [] })
  })
})

describe('what is no date is held with a sentence', () => {
  test.each<[string, Cell, string]>([
    ['30 February', '1978-2-30', 'date-impossible'],
    ['31 April', '1978年4月31日', 'date-impossible'],
    ['29 February of a common year', '1978.2.29', 'date-impossible'],
    ['29 February 1900', '1900-02-29', 'date-impossible'],
    ['month 13', '1978-13-01', 'date-impossible'],
    ['month 0', '1978-0-1', 'date-impossible'],
    ['day 0', '19780500', 'date-impossible'],
    ['eight digits that are no day', '19781301', 'date-impossible'],
    ['a year long ago', '1078-05-01', 'date-impossible'],
    ['tomorrow', '2025-07-01', 'date-future'],
    ['a serial in the future', 46000, 'date-future'],
    ['a date cell in the future', { day: day('2025-07-01') }, 'date-future'],
    ['words', '不记得了', 'date-unreadable'],
    ['an age', '67岁', 'date-unreadable'],
    ['seven digits', '1978051', 'date-unreadable'],
    ['three digits', 785, 'date-unreadable'],
    ['zero', 0, 'date-unreadable'],
    ['a negative number', -5, 'date-unreadable'],
    ['no number at all', Number.NaN, 'date-unreadable'],
    ['true', true, 'date-unreadable'],
    ['an American order', '5/1/1978', 'date-unreadable'],
    ['a formula error', { error: '#VALUE!' }, 'cell-error'],
  ])('%s', (_, cell, code) => {
    const reading = read(cell)

    expect(reading.value).toBeUndefined()
    expect(reading.flaws).toMatchObject([{ code, severity: 'held' }])
  })

  test('the sentence shows how to write it', () => {
    expect(read('不记得了').flaws[0]?.what).toContain('1978年5月1日')
  })
})

test.each(['2025年3月5日至7日', '2025年3月5日-7日', '2025.3.5-3.7', '2025-03-05~2025-03-07', '2025/3/5—3/7'])(
  '%s is several days: read as the first, with a warning',
  (text) => {
    expect(read(text)).toMatchObject({
      value: { day: '2025-03-05', precision: 'day' },
      flaws: [{ code: 'date-doubtful', severity: 'warned' }],
    })
  },
)

test('a planned date may lie in the future, an event may not', () => {
  expect(readAs('planned', '2025-08-01').value?.day).toBe('2025-08-01')
  expect(readAs('event', '2025-08-01').value).toBeUndefined()
})

test.each(['至今', '现役', '服役中'])('%s as a discharge is no date and no mistake', (words) => {
  expect(readAs('discharged', words)).toMatchObject({ value: undefined, flaws: [] })
})

const days = fc
  .record({
    year: fc.integer({ min: 1901, max: 2024 }),
    month: fc.integer({ min: 1, max: 12 }),
    dayOfMonth: fc.integer({ min: 1, max: 31 }),
  })
  .filter(({ year, month, dayOfMonth }) => findDayOf(year, month, dayOfMonth) !== undefined)

test('every form of a day reads as the same day', () => {
  fc.assert(
    fc.property(days, ({ year: y, month: m, dayOfMonth: d }) => {
      const [mm, dd] = [String(m).padStart(2, '0'), String(d).padStart(2, '0')]
      const forms = [`${y}-${mm}-${dd}`, `${y}.${m}.${d}`, `${y}/${m}/${d}`, `${y}年${m}月${d}日`, `${y}${mm}${dd}`]

      for (const form of forms) expect(read(form).value).toEqual({ day: `${y}-${mm}-${dd}`, precision: 'day' })
    }),
  )
})

test('no text throws, and a value is never later than today', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.double(), fc.integer({ min: -10, max: 99_999_999 })), (cell) => {
      const { value } = read(cell)
      expect(value === undefined || value.day <= sampleToday).toBe(true)
    }),
  )
})
