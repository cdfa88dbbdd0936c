import { describe, expect, test } from 'vitest'
import {
  agreementOf,
  agreementOfDates,
  plainIdNumber,
  plainPhone,
  plainText,
  sharesTime,
  singleThingOf,
  spanOf,
} from './agreement.ts'
import { type DatedTo, day } from './day.ts'
import { divisionCode } from './division.ts'
import type { Fact } from './fact.ts'

type ValueOf = { [K in Fact['kind']]: Pick<Extract<Fact, { kind: K }>, 'kind' | 'value'> }[Fact['kind']]

const fact = (part: ValueOf): Fact => ({
  ...part,
  validFrom: undefined,
  validTo: undefined,
  source: { kind: 'clerk', note: '窗口' },
  certainty: 'stated',
})
const named = (name: string) => fact({ kind: 'name', value: { name } })
const living = (code: string, address?: string) =>
  fact({ kind: 'residence', value: { division: divisionCode(code), address } })
const served = (value: Extract<Fact, { kind: 'service' }>['value']) => fact({ kind: 'service', value })
const awarded = (value: Partial<Extract<Fact, { kind: 'award' }>['value']>) =>
  fact({ kind: 'award', value: { benefit: 'rural-veteran-subsidy', approved: day('2018-06-01'), ...value } })
const merit = (value: Extract<Fact, { kind: 'merit' }>['value']) => fact({ kind: 'merit', value })
const rated = (value: Partial<Extract<Fact, { kind: 'disability' }>['value']>) =>
  fact({ kind: 'disability', value: { grade: 6, nature: 'duty', ...value } })
const dated = (text: string): DatedTo => ({
  day: day(`${text}${'-01-01'.slice(text.length - 4)}`.slice(0, 10)),
  precision: text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day',
})

const order = (on: string) => merit({ class: '三等功', on: day(on) })

describe('two statements about the same thing', () => {
  test.each([
    ['the same name', named('张三'), named('张三'), 'same'],
    ['a name with a space in it', named('张 三'), named('张三'), 'same'],
    ['another middle dot', named('买买提•艾力'), named('买买提·艾力'), 'same'],
    ['another name', named('张三'), named('张四'), 'differs'],
    ['another kind of fact', named('张三'), fact({ kind: 'sex', value: { sex: 'male' } }), 'differs'],
    ['the town beside its village', living('320614102000'), living('320614102201'), 'says-less'],
    ['the village beside its town', living('320614102201'), living('320614102000'), 'says-more'],
    ['another village', living('320614102201'), living('320614102202'), 'differs'],
    [
      'an address written from the village down',
      living('320614102201', '新村5组'),
      living('320614102201', '海门区新村 5组'),
      'says-less',
    ],
    ['an address where there was none', living('320614102201', '新村5组'), living('320614102201'), 'says-more'],
    [
      'a service with its rank',
      served({ rank: '上等兵', enlisted: dated('1978-12-01') }),
      served({ enlisted: dated('1978') }),
      'says-more',
    ],
    [
      'a service without its rank',
      served({ enlisted: dated('1978') }),
      served({ rank: '上等兵', enlisted: dated('1978-12-01') }),
      'says-less',
    ],
    [
      'a service of another year',
      served({ enlisted: dated('1979') }),
      served({ enlisted: dated('1978-12-01') }),
      'differs',
    ],
    [
      'a birth known to the year',
      fact({ kind: 'birth', value: dated('1978') }),
      fact({ kind: 'birth', value: dated('1978-05-01') }),
      'says-less',
    ],
    [
      'news in one field and less in another',
      served({ rank: '中士', enlisted: dated('1978') }),
      served({ enlisted: dated('1978-12') }),
      'says-more',
    ],
    ['one award', awarded({ years: 4 }), awarded({ years: 4 }), 'same'],
    ['an award of another benefit', awarded({}), awarded({ benefit: 'lone-supplement' }), 'differs'],
    ['an award approved a day later', awarded({ approved: day('2018-06-02') }), awarded({}), 'differs'],
    ['an award with its years', awarded({ years: 4 }), awarded({}), 'says-more'],
    ['an award of other years', awarded({ years: 4 }), awarded({ years: 5 }), 'differs'],
    [
      'an award whose paper is cited otherwise',
      awarded({ document: '一号' }),
      awarded({ document: '二号' }),
      'says-more',
    ],
    ['a merit of the year beside the order', merit({ class: '三等功', year: 1979 }), order('1979-03-16'), 'says-less'],
    ['the order beside the year', order('1979-03-16'), merit({ class: '三等功', year: 1979 }), 'says-more'],
    ['the order beside another year', order('1979-03-16'), merit({ class: '三等功', year: 1980 }), 'differs'],
    ['a rating without its day', rated({}), rated({ approved: day('2001-01-01') }), 'says-less'],
    [
      'a rating of another day',
      rated({ approved: day('2001-01-02') }),
      rated({ approved: day('2001-01-01') }),
      'differs',
    ],
    ['a rating by mental disorder', rated({ mental: true }), rated({ mental: false }), 'differs'],
    [
      'a conscript service with its own years',
      served({ enlisted: dated('1978'), conscriptFrom: dated('1978'), conscriptTo: dated('1981') }),
      served({ enlisted: dated('1978'), conscriptFrom: dated('1978-12') }),
      'says-more',
    ],
    [
      'a survivor on another ground',
      fact({ kind: 'survivor', value: { of: 'martyr', relation: 'child', ground: 'studying' } }),
      fact({ kind: 'survivor', value: { of: 'martyr', relation: 'child', ground: 'disabled' } }),
      'differs',
    ],
  ] as const)('%s', (_, one, other, answer) => {
    expect(agreementOf(one, other)).toBe(answer)
  })

  test.each([
    ['1978', '1978', 'same'],
    ['1978-01', '1978', 'says-more'],
    ['1978', '1978-01', 'says-less'],
    ['1978-01-01', '1978', 'says-more'],
    ['1978-05', '1978-06', 'differs'],
    ['1979', '1978-12', 'differs'],
  ] as const)('%s beside %s: %s', (one, other, answer) => {
    expect(agreementOfDates(dated(one), dated(other))).toBe(answer)
  })
})

describe('facts that hold at the same time', () => {
  const span = (from?: string, to?: string) => ({
    validFrom: from ? day(from) : undefined,
    validTo: to ? day(to) : undefined,
  })

  test.each([
    ['both without ends', span(), span(), true],
    ['one ends on the day the other begins', span(undefined, '2020-01-01'), span('2020-01-01'), false],
    ['one ends the day after the other begins', span(undefined, '2020-01-02'), span('2020-01-01'), true],
    ['one inside the other', span('2010-01-01', '2020-01-01'), span('2012-01-01', '2013-01-01'), true],
    ['one long before the other', span('2010-01-01', '2011-01-01'), span('2012-01-01', '2013-01-01'), false],
  ])('%s', (_, one, other, answer) => {
    expect(sharesTime(one, other)).toBe(answer)
    expect(sharesTime(other, one)).toBe(answer)
  })
})

describe('texts as keyboards and sheets leave them', () => {
  test.each([
    ['１１０１０５１９４９１２３１００２ｘ', '11010519491231002X'],
    [' 110105 19491231 002x', '11010519491231002X'],
    ['440524800101001', '440524198001010013'],
    ['440524801301001', '440524801301001'],
    ['不详', '不详'],
  ])('an ID number %s is %s', (text, plain) => {
    expect(plainIdNumber(text)).toBe(plain)
  })

  test.each([
    ['139-0000-1234', '13900001234'],
    ['+86 13900001234', '13900001234'],
    ['008613900001234', '13900001234'],
    ['0513-82210000', '051382210000'],
    ['8613900', '8613900'],
  ])('a phone number %s is %s', (text, plain) => {
    expect(plainPhone(text)).toBe(plain)
  })

  test('a plain text stays as it is, and plain twice is plain once', () => {
    expect(plainText('欧阳')).toBe('欧阳')
    expect(plainText(plainText('ａ b・c'))).toBe(plainText('ａ b・c'))
  })
})

describe('what may hold one value at a time', () => {
  test.each([
    [named('张三'), 'name'],
    [awarded({}), 'award rural-veteran-subsidy'],
    [awarded({ benefit: 'disability-pension' }), 'award disability-pension'],
    [awarded({ benefit: 'merit-news-money' }), undefined],
    [merit({ class: '三等功' }), undefined],
    [fact({ kind: 'survivor', value: { of: 'martyr', relation: 'child' } }), undefined],
  ])('%o is one version of %s', (told, thing) => {
    expect(singleThingOf(told)).toBe(thing)
  })

  test('an award holds from its approval, unless it names the month it pays from', () => {
    expect(spanOf(awarded({})).validFrom).toBe('2018-06-01')
    expect(spanOf({ ...awarded({}), validFrom: day('2018-01-01') }).validFrom).toBe('2018-01-01')
    expect(spanOf(named('张三')).validFrom).toBeUndefined()
  })
})
