import { identities } from '@dongzhou/terms/identity'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../cell.ts'
import type { Reader } from '../reader.ts'
import { sampleSetting } from '../sample-sheets.ts'
import { bankAccountReader, passesLuhn } from './bank-account.ts'
import { choiceReader, openChoiceReader } from './choice.ts'
import { creditCodeReader } from './credit-code.ts'
import { dateListReader } from './date-list.ts'
import { disabilityGradeReader } from './disability-grade.ts'
import { identityListReader } from './identity-list.ts'
import { sexReader } from './sex.ts'
import { textListReader, textReader } from './text.ts'

const readWith = (reader: Reader, cell: Cell) => reader.read(cell, sampleSetting)

describe('sex', () => {
  test.each<[Cell, string]>([
    ['男', 'male'],
    ['女', 'female'],
    ['男 ', 'male'],
    ['　女', 'female'],
    ['男性', 'male'],
    ['女性', 'female'],
    [1, 'male'],
    [2, 'female'],
    ['1', 'male'],
    ['２', 'female'],
    ['1-男', 'male'],
    ['2-女', 'female'],
    ['01', 'male'],
    ['m', 'male'],
    ['F', 'female'],
  ])('%j is read as %s', (cell, expected) => {
    expect(readWith(sexReader, cell)).toMatchObject({ value: expected, flaws: [] })
  })

  test('a code is read, and said', () => {
    expect(readWith(sexReader, 1).repaired).toContain('“1”读作“男”')
    expect(readWith(sexReader, '男').repaired).toBeUndefined()
  })

  test.each<[Cell]>([['中'], [0], [3], ['男女'], [true], [{ error: '#N/A' }]])('%j is held', (cell) => {
    expect(readWith(sexReader, cell)).toMatchObject({ value: undefined, flaws: [{ severity: 'held' }] })
  })
})

describe('identities', () => {
  test.each<[Cell, readonly string[]]>([
    ['参战', ['war-participant']],
    ['参战、带病', ['war-participant', 'ill-returned-veteran']],
    ['参战，带病', ['war-participant', 'ill-returned-veteran']],
    ['参战,带病回乡', ['war-participant', 'ill-returned-veteran']],
    ['参战/带病', ['war-participant', 'ill-returned-veteran']],
    ['参战+带病', ['war-participant', 'ill-returned-veteran']],
    ['参战 带病', ['war-participant', 'ill-returned-veteran']],
    ['参战\n带病', ['war-participant', 'ill-returned-veteran']],
    ['参战和带病', ['war-participant', 'ill-returned-veteran']],
    ['参战、参战', ['war-participant']],
    ['残疾军人', ['disabled-veteran']],
    ['伤残军人', ['disabled-veteran']],
    ['伤残', ['disabled-veteran']],
    ['烈属', ['survivor-of-martyr']],
    ['烈士遗属', ['survivor-of-martyr']],
    ['在乡复员军人', ['demobilised-veteran']],
    ['60岁', ['rural-veteran-60']],
    ['60周岁农村籍退役士兵', ['rural-veteran-60']],
    ['６０岁', ['rural-veteran-60']],
    ['参试', ['nuclear-test-participant']],
    ['老烈子女', ['martyr-child']],
    ['义务兵家庭', ['conscript-family']],
    ['军休干部', ['retired-cadre']],
    ['残疾军人（六级）', ['disabled-veteran']],
  ])('%j', (cell, expected) => {
    expect(readWith(identityListReader, cell)).toMatchObject({ value: expected, flaws: [] })
  })

  test('every identity is read by its own name, without a note', () => {
    for (const [code, name] of Object.entries(identities)) {
      expect(readWith(identityListReader, name)).toMatchObject({ value: [code], repaired: undefined })
    }
  })

  test('a short form is said', () => {
    expect(readWith(identityListReader, '带病').repaired).toContain('“带病”读作“带病回乡退伍军人”')
  })

  test.each(['三属', '两参', '参战参试'])('%s stands for several: held, naming them', (word) => {
    const reading = readWith(identityListReader, word)

    expect(reading).toMatchObject({ value: undefined, flaws: [{ code: 'identity-ambiguous', severity: 'held' }] })
    expect(reading.flaws[0]?.what).toContain('请写明')
  })

  test('an unknown word is held, the known one beside it is kept', () => {
    const reading = readWith(identityListReader, '参战、劳模')

    expect(reading).toMatchObject({ value: ['war-participant'], flaws: [{ code: 'identity-unknown' }] })
    expect(reading.flaws[0]?.what).toContain('劳模')
  })

  test.each(['否', '非优抚对象'])('%s is no identity and no mistake', (word) => {
    expect(readWith(identityListReader, word)).toMatchObject({ value: undefined, flaws: [] })
  })
})

describe('a disability grade', () => {
  test.each<[Cell, number, string | undefined]>([
    ['六级', 6, undefined],
    ['6级', 6, undefined],
    ['6', 6, undefined],
    [6, 6, undefined],
    ['６级', 6, undefined],
    ['十级', 10, undefined],
    ['一级', 1, undefined],
    ['因公六级', 6, 'duty'],
    ['因战十级', 10, 'war'],
    ['因病五级', 5, 'illness'],
    ['六级（因公）', 6, 'duty'],
    ['六级因战', 6, 'war'],
    ['因公6级', 6, 'duty'],
    ['因公 六级', 6, 'duty'],
    ['战八级', 8, 'war'],
    ['六级残疾', 6, undefined],
    ['残疾军人六级', 6, undefined],
    ['因公致残六级', 6, 'duty'],
  ])('%j', (cell, grade, nature) => {
    expect(readWith(disabilityGradeReader, cell)).toMatchObject({ value: { grade, nature }, flaws: [] })
  })

  test.each<[string, Cell]>([
    ['grade 0', 0],
    ['grade 11', '11级'],
    ['eleven in characters', '十一级'],
    ['words', '重度'],
    ['a nature alone', '因公'],
    ['a formula error', { error: '#N/A' }],
  ])('%s is held', (_, cell) => {
    expect(readWith(disabilityGradeReader, cell)).toMatchObject({ value: undefined, flaws: [{ severity: 'held' }] })
  })

  test.each(['二等乙级', '因公二等乙级', '三等甲级', '特等'])('%s of before 2004 is held, and not converted', (old) => {
    const reading = readWith(disabilityGradeReader, old)

    expect(reading.value).toBeUndefined()
    expect(reading.flaws[0]?.what).toContain('旧等级')
  })
})

describe('a bank account', () => {
  test.each<[string, Cell, string]>([
    ['a card that passes Luhn', '6228480402564890018', '6228480402564890018'],
    ['the same in groups', '6228 4804 0256 4890 018', '6228480402564890018'],
    ['the same with an apostrophe', "'6228480402564890018", '6228480402564890018'],
    ['the same with hyphens', '6228-4804-0256-4890-018', '6228480402564890018'],
    ['the same in full width', '６２２８４８０４０２５６４８９００１８', '6228480402564890018'],
    ['a passbook', '101001234567', '101001234567'],
    ['a passbook as a number', 101001234567, '101001234567'],
  ])('%s', (_, cell, expected) => {
    expect(readWith(bankAccountReader, cell)).toMatchObject({ value: expected, flaws: [] })
  })

  test('a card that fails Luhn is read with a warning', () => {
    const reading = readWith(bankAccountReader, '6228480402564890019')

    expect(reading).toMatchObject({
      value: '6228480402564890019',
      flaws: [{ code: 'account-check', severity: 'warned' }],
    })
  })

  test.each<[string, Cell, string]>([
    ['a number cell of 19 digits', Number('6228480402564890018'), 'account-precision-lost'],
    ['scientific notation', '6.22848E+18', 'account-precision-lost'],
    ['a text with the tail of a float', '6228480402564890000', 'account-precision-lost'],
    ['too few digits', '1234567', 'account-unreadable'],
    ['letters', '农商行账户', 'account-unreadable'],
    ['too many digits', '1'.repeat(31), 'account-unreadable'],
    ['a formula error', { error: '#N/A' }, 'cell-error'],
  ])('%s is held', (_, cell, code) => {
    expect(readWith(bankAccountReader, cell)).toMatchObject({ value: undefined, flaws: [{ code, severity: 'held' }] })
  })

  test('Luhn notices every single wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 18 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const card = '6228480402564890018'
        const digit = String((Number(card[at]) + by) % 10)

        expect(passesLuhn(card.slice(0, at) + digit + card.slice(at + 1))).toBe(false)
      }),
    )
  })
})

describe('a credit code only ever warns', () => {
  test.each<[Cell, string]>([
    ['91350100M000100Y43', '91350100M000100Y43'],
    ['91512081MA62K0260E', '91512081MA62K0260E'],
    ['91512081ma62k0260e', '91512081MA62K0260E'],
    ['91512081 MA62 K0260E', '91512081MA62K0260E'],
  ])('%j is good', (cell, expected) => {
    expect(readWith(creditCodeReader, cell)).toMatchObject({ value: expected, flaws: [] })
  })

  test.each<[string, Cell]>([
    ['a wrong check', '91512081MA62K0260F'],
    ['a letter that is not used', '91512081MA62KO260E'],
    ['too short', '91512081MA62K0260'],
  ])('%s is read as it is, with a warning', (_, cell) => {
    expect(readWith(creditCodeReader, cell)).toMatchObject({
      value: cell,
      flaws: [{ code: 'credit-code-check', severity: 'warned' }],
    })
  })

  test('a formula error is held', () => {
    expect(readWith(creditCodeReader, { error: '#N/A' }).flaws).toMatchObject([{ code: 'cell-error' }])
  })
})

describe('a choice', () => {
  const closed = choiceReader({ rural: ['农村', '农业'], urban: ['城镇', '非农'] })
  const open = openChoiceReader({ 中共党员: ['中共党员', '党员'], 群众: ['群众'] })

  test('the template’s own word is read without a note, another word with one', () => {
    expect(readWith(closed, '农村')).toMatchObject({ value: 'rural', repaired: undefined })
    expect(readWith(closed, '非农').repaired).toContain('“非农”')
  })

  test.each(['1-农村', '01农村', '1.农村', '1、农村'])('a code before the word is looked past: %s', (text) => {
    expect(readWith(closed, text)).toMatchObject({ value: 'rural' })
  })

  test('a closed choice holds what it does not know, and names what it knows', () => {
    const reading = readWith(closed, '乡下')

    expect(reading).toMatchObject({ value: undefined, flaws: [{ code: 'choice-unknown', severity: 'held' }] })
    expect(reading.flaws[0]?.what).toContain('农村、城镇')
  })

  test('an open choice keeps what it does not know, with a warning', () => {
    expect(readWith(open, '党员')).toMatchObject({ value: '中共党员', flaws: [] })
    expect(readWith(open, '致公党')).toMatchObject({ value: '致公党', flaws: [{ severity: 'warned' }] })
  })

  test('an essay is no choice', () => {
    expect(readWith(open, '长'.repeat(101))).toMatchObject({ value: undefined, flaws: [{ code: 'text-too-long' }] })
  })

  test('a formula error is held in both', () => {
    expect(readWith(closed, { error: '#N/A' }).flaws).toMatchObject([{ code: 'cell-error' }])
    expect(readWith(open, { error: '#N/A' }).flaws).toMatchObject([{ code: 'cell-error' }])
  })
})

describe('free text', () => {
  test.each<[string, Cell, string]>([
    ['as it is', '身体良好。', '身体良好。'],
    ['with a line break from a narrow column', '常乐镇\n中南村', '常乐镇 中南村'],
    ['with wide spaces', '常乐镇　中南村', '常乐镇 中南村'],
    ['with several spaces', '一  二   三', '一 二 三'],
    ['a number', 12, '12'],
    ['yes', true, '是'],
    ['Chinese punctuation stays wide', '好（很好）！', '好（很好）！'],
  ])('%s', (_, cell, expected) => {
    expect(readWith(textReader, cell)).toMatchObject({ value: expected, flaws: [] })
  })

  test('too long a text is held', () => {
    expect(readWith(textReader, '长'.repeat(2001)).flaws).toMatchObject([{ code: 'text-too-long', severity: 'held' }])
    expect(readWith(textListReader, '长'.repeat(2001)).flaws).toMatchObject([{ code: 'text-too-long' }])
  })

  test('a list is taken apart', () => {
    expect(readWith(textListReader, '甲单位、乙单位；丙单位，丁单位\n戊单位').value).toEqual([
      '甲单位',
      '乙单位',
      '丙单位',
      '丁单位',
      '戊单位',
    ])
  })
})

describe('a list of dates', () => {
  test.each<[string, Cell, readonly string[]]>([
    ['one', '2025-01-15', ['2025-01-15']],
    ['one as a serial', 45672, ['2025-01-15']],
    ['two by 、', '2025.1.15、2025.5.3', ['2025-01-15', '2025-05-03']],
    ['two by a comma', '2025-01-15,2025-05-03', ['2025-01-15', '2025-05-03']],
    ['two by a line break', '2025年1月15日\n2025年5月3日', ['2025-01-15', '2025-05-03']],
    ['two by a space', '2025.1.15 2025.5.3', ['2025-01-15', '2025-05-03']],
    ['with a trailing mark', '2025.1.15、', ['2025-01-15']],
  ])('%s', (_, cell, expected) => {
    const { value, flaws } = dateListReader('event').read(cell, sampleSetting)

    expect(value?.map((dated) => dated.day)).toEqual(expected)
    expect(flaws).toEqual([])
  })

  test('a bad one among them is held, the good ones are kept', () => {
    const reading = dateListReader('event').read('2025.1.15、2025.2.30', sampleSetting)

    expect(reading.value).toEqual([{ day: '2025-01-15', precision: 'day' }])
    expect(reading.flaws).toMatchObject([{ code: 'date-impossible', severity: 'held' }])
  })
})

describe('every reader', () => {
  const readers: readonly Reader[] = [
    sexReader,
    identityListReader,
    disabilityGradeReader,
    bankAccountReader,
    creditCodeReader,
    textReader,
    textListReader,
    dateListReader('event'),
  ]
  const cells = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(...'一二三年月日、级因公战0123456789.-/E+xX ') }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.record({ error: fc.constantFrom('#N/A', '#REF!') }),
  )

  test('answers any cell with a value, a flaw, or neither, and never throws', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom(...readers), (cell, reader) => {
        const reading = readWith(reader, cell)
        for (const flaw of reading.flaws) expect(flaw.what.endsWith('。') || flaw.what.endsWith('）。')).toBe(true)
      }),
    )
  })
})
