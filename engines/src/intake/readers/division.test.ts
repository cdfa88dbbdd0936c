import { divisionCode } from '@dongzhou/terms/division'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../cell.ts'
import { sampleDivisions, sampleSetting } from '../sample-sheets.ts'
import { divisionReader } from './division.ts'
import { fullNameOf, indexDivisions, stemOf } from './division-index.ts'

const changle = divisionCode('999999103000')
const yuelai = divisionCode('999999104000')
const read = (cell: Cell, within?: typeof changle) => divisionReader.read(cell, { ...sampleSetting, within })

describe('a division is found by whatever it is called', () => {
  test.each<[string, Cell, string]>([
    ['town and village', '常乐镇中南村', '999999103201'],
    ['with the county', '海门区常乐镇中南村', '999999103201'],
    ['with the county’s old name', '海门市常乐镇中南村', '999999103201'],
    ['with province and city', '江苏省南通市海门区常乐镇中南村', '999999103201'],
    ['with spaces', '常乐镇 中南村', '999999103201'],
    ['with a line break', '常乐镇\n中南村', '999999103201'],
    ['with a hyphen', '常乐镇-中南村', '999999103201'],
    ['the town without its kind', '常乐中南村', '999999103201'],
    ['the village committee', '常乐镇中南村村委会', '999999103201'],
    ['with group and house', '常乐镇中南村3组12号', '999999103201'],
    ['with a group in characters', '常乐镇中南村十二组', '999999103201'],
    ['the village alone', '中南村', '999999103201'],
    ['the village without its kind', '中南', '999999103201'],
    ['a village that is called like its town', '常乐村', '999999103202'],
    ['the same with its town', '常乐镇常乐村', '999999103202'],
    ['a community', '悦来镇悦东社区', '999999104001'],
    ['the community alone', '悦东社区', '999999104001'],
    ['a village that two towns have, with its town', '悦来镇中心村', '999999104201'],
    ['the town alone', '常乐镇', '999999103000'],
    ['a street', '海门街道', '999999001000'],
    ['a street’s community', '海门街道通源社区', '999999001001'],
    ['the street’s office', '海门街道办事处通源社区', '999999001001'],
    ['the county alone', '海门区', '999999000000'],
    ['a code', '999999103201', '999999103201'],
    ['a code as a number', 999999103201, '999999103201'],
    ['a code with an apostrophe', "'999999103201", '999999103201'],
    ['a town’s short code', '999999103', '999999103000'],
    ['in full width digits', '９９９９９９１０３２０１', '999999103201'],
  ])('%s', (_, cell, expected) => {
    expect(read(cell)).toMatchObject({ value: expected, flaws: [] })
  })
})

describe('an old name is read as the present one, and that is said', () => {
  test.each<[string, string, string, string]>([
    ['a merged village', '麒新村', '999999103201', '常乐镇中南村'],
    ['a merged village with its town', '常乐镇麒新村', '999999103201', '常乐镇中南村'],
    ['a committee that became a community', '悦东居委会', '999999104001', '悦来镇悦东社区'],
    ['a merged town', '三阳镇', '999999104000', '悦来镇'],
  ])('%s', (_, cell, expected, name) => {
    const reading = read(cell)

    expect(reading.value).toBe(expected)
    if (expected !== '999999104001') expect(reading.repaired).toContain(name)
  })

  test('a merged town leads to its villages', () => {
    expect(read('三阳镇保民村').value).toBe('999999104202')
  })
})

describe('a name that two towns have', () => {
  test('is held, naming both', () => {
    const reading = read('中心村')

    expect(reading.value).toBeUndefined()
    expect(reading.flaws).toMatchObject([{ code: 'division-ambiguous', severity: 'held' }])
    expect(reading.flaws[0]?.what).toContain('常乐镇中心村、悦来镇中心村')
    expect(reading.flaws[0]?.what).toContain('请写明所属区镇')
  })

  test('is settled by the town of the row', () => {
    expect(read('中心村', changle).value).toBe('999999103203')
    expect(read('中心村', yuelai).value).toBe('999999104201')
  })
})

describe('what is not in the table is held', () => {
  test.each<[string, Cell, string]>([
    ['an unknown village', '某某村', 'division-unknown'],
    ['an unknown village of a known town', '常乐镇某某村', 'division-unknown'],
    ['another town’s village', '常乐镇保民村', 'division-elsewhere'],
    ['an unknown code', '999999199201', 'division-unknown'],
    ['a code of another county', '320612100000', 'division-unknown'],
    ['a short number', 12, 'division-unknown'],
    ['a text with a village’s name inside a word', '中心小学', 'division-unknown'],
    ['a formula error', { error: '#N/A' }, 'cell-error'],
  ])('%s', (_, cell, code) => {
    expect(read(cell)).toMatchObject({ value: undefined, flaws: [{ code, severity: 'held' }] })
  })

  test('a village outside the row’s town names where it is', () => {
    const reading = read('保民村', changle)

    expect(reading.flaws).toMatchObject([{ code: 'division-elsewhere' }])
    expect(reading.flaws[0]?.what).toContain('悦来镇保民村')
  })

  test('a village written with another town than the row’s is read with a warning', () => {
    const reading = read('悦来镇保民村', changle)

    expect(reading).toMatchObject({
      value: '999999104202',
      flaws: [{ code: 'division-elsewhere', severity: 'warned' }],
    })
    expect(reading.flaws[0]?.what).toContain('所在区镇为常乐镇，这里写的是悦来镇保民村')
  })

  test('one wrong character brings the near names', () => {
    expect(read('官公何村').flaws[0]?.what).toContain('相近的有：常乐镇官公河村')
  })
})

test('the present bearer of a name outranks a former one', () => {
  const divisions = indexDivisions([
    { code: changle, name: '常乐镇', aliases: [] },
    { code: divisionCode('999999103201'), name: '中南村', aliases: ['新村'] },
    { code: divisionCode('999999103205'), name: '新村', aliases: [] },
  ])

  expect(divisionReader.read('新村', { ...sampleSetting, divisions }).value).toBe('999999103205')
})

test('an empty table refuses everything and throws nothing', () => {
  const divisions = indexDivisions([])

  expect(divisionReader.read('中南村', { ...sampleSetting, divisions }).flaws).toMatchObject([{ severity: 'held' }])
})

test('every village is found by its full name', () => {
  for (const { code } of sampleDivisions.byCode.values()) {
    expect(read(fullNameOf(sampleDivisions, code)).value).toBe(code)
  }
})

test.each([
  ['中南村', '中南'],
  ['中南村民委员会', '中南'],
  ['悦东社区居委会', '悦东'],
  ['常乐镇', '常乐'],
  ['村', '村'],
])('the stem of %s is %s', (name, stem) => {
  expect(stemOf(name)).toBe(stem)
})

test('no text throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'常乐镇中南村心海门区街道社1２ -（）') }), (text) => {
      const reading = read(text)
      expect(reading.value !== undefined || reading.flaws.length > 0).toBe(true)
    }),
  )
})
