import { day } from '@dongzhou/terms/day'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleIdNumber, sampleToday } from '../sample-sheets.ts'
import {
  birthAgreesWithId,
  birthOfId,
  checkRow,
  dischargedAfterEnlisted,
  enlistedAtPossibleAge,
  servicePersonChecks,
  sexAgreesWithId,
  sexOfId,
} from './cross-checks.ts'

const man = sampleIdNumber('19580501', '001')
const woman = sampleIdNumber('19580501', '002')
const onDay = (text: string) => ({ day: day(text), precision: 'day' as const })
const inMonth = (text: string) => ({ day: day(`${text}-01`), precision: 'month' as const })
const inYear = (text: string) => ({ day: day(`${text}-01-01`), precision: 'year' as const })

describe('the birth date agrees with the ID number', () => {
  test.each([
    ['to the day', onDay('1958-05-01')],
    ['to the month', inMonth('1958-05')],
    ['to the year', inYear('1958')],
  ])('%s', (_, birth) => {
    expect(birthAgreesWithId({ birth, idNumber: man }, sampleToday)).toBeUndefined()
  })

  test.each([
    ['a day off', onDay('1958-05-02')],
    ['a month off', inMonth('1958-06')],
    ['a year off', inYear('1957')],
  ])('%s is warned of on the birth date', (_, birth) => {
    const found = birthAgreesWithId({ birth, idNumber: man }, sampleToday)

    expect(found).toMatchObject({ field: 'birth', flaw: { code: 'birth-differs-from-id', severity: 'warned' } })
    expect(found?.flaw.what).toContain('1958年5月1日')
  })

  test('nothing is said where one of the two is missing', () => {
    expect(birthAgreesWithId({ birth: onDay('1958-05-02') }, sampleToday)).toBeUndefined()
    expect(birthAgreesWithId({ idNumber: man }, sampleToday)).toBeUndefined()
  })
})

describe('the sex agrees with the ID number', () => {
  test.each([
    ['male', man, undefined],
    ['female', woman, undefined],
    ['female', man, 'sex-differs-from-id'],
    ['male', woman, 'sex-differs-from-id'],
  ])('%s', (sex, idNumber, code) => {
    expect(sexAgreesWithId({ sex, idNumber }, sampleToday)?.flaw.code).toBe(code)
  })

  test('a difference is held, and both are named', () => {
    const found = sexAgreesWithId({ sex: 'female', idNumber: man }, sampleToday)

    expect(found?.flaw).toMatchObject({ severity: 'held' })
    expect(found?.flaw.what).toContain('填“女”，身份证号显示为“男”')
  })
})

describe('discharge is not before enlistment', () => {
  test.each([
    ['years later', inMonth('1976-12'), inMonth('1980-01'), undefined],
    ['the day before', onDay('1976-12-10'), onDay('1976-12-09'), 'held'],
    ['the same day', onDay('1976-12-10'), onDay('1976-12-10'), undefined],
    ['the month before', inMonth('1976-12'), inMonth('1976-11'), 'held'],
    ['the same month, one to the day', onDay('1976-12-10'), inMonth('1976-12'), undefined],
    ['the same year, one to the year', inMonth('1976-12'), inYear('1976'), undefined],
    ['the year before', inYear('1976'), inYear('1975'), 'held'],
  ])('%s', (_, enlisted, discharged, severity) => {
    expect(dischargedAfterEnlisted({ enlisted, discharged }, sampleToday)?.flaw.severity).toBe(severity)
  })
})

describe('enlistment is at a possible age', () => {
  test.each([
    ['18', inMonth('1976-12'), undefined],
    ['15, to the day', onDay('1973-05-01'), undefined],
    ['14, a day before', onDay('1973-04-30'), 'warned'],
    ['35', inYear('1993'), undefined],
    ['36', inYear('1994'), 'warned'],
    ['12', inYear('1970'), 'warned'],
    ['11', inYear('1969'), 'held'],
    ['before birth', inYear('1950'), 'held'],
  ])('%s', (_, enlisted, severity) => {
    const birth = onDay('1958-05-01')

    expect(enlistedAtPossibleAge({ enlisted, birth }, sampleToday)?.flaw.severity).toBe(severity)
  })

  test('the ID number serves where no birth date is written', () => {
    expect(enlistedAtPossibleAge({ enlisted: inYear('1969'), idNumber: man }, sampleToday)?.field).toBe('enlisted')
  })

  test('nothing is said where nobody knows when they were born', () => {
    expect(enlistedAtPossibleAge({ enlisted: inYear('1969') }, sampleToday)).toBeUndefined()
  })
})

test('all checks speak at once', () => {
  const values = {
    idNumber: man,
    sex: 'female',
    birth: onDay('1960-01-01'),
    enlisted: inYear('1970'),
    discharged: inYear('1969'),
  }

  expect(checkRow(servicePersonChecks, values, sampleToday).map(({ flaw }) => flaw.code)).toEqual([
    'birth-differs-from-id',
    'sex-differs-from-id',
    'discharged-before-enlisted',
    'enlisted-age',
  ])
})

test('what an ID number says of its bearer never disagrees with itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1900, max: 2010 }), (sequence, year) => {
      const idNumber = sampleIdNumber(`${year}0501`, String(sequence).padStart(3, '0'))
      const values = { idNumber, sex: sexOfId(idNumber), birth: birthOfId(idNumber) }

      expect(checkRow(servicePersonChecks, values, sampleToday)).toEqual([])
    }),
  )
})
