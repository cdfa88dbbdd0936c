import { expect, test } from 'vitest'
import { complaintsOfDivision, countLevels, entryOfDivision } from './division-entry.ts'

const TOWN = '999999102000'
const filled = { code: '999999102201', name: '测试村村民委员会', shortName: '测试村', aliases: [], isActive: true }

test.each([
  ['a village of the town', '999999102299', []],
  ['a village of another town', '999999103201', ['code']],
  ['the town itself', TOWN, ['code']],
  ['too few digits', '9999991022', ['code']],
  ['nothing', '', ['code']],
])('%s as a new code: complaints %s', (_, code, fields) => {
  expect(Object.keys(complaintsOfDivision({ ...filled, code }, TOWN))).toEqual(fields)
})

test('the code of a division on file is not asked again', () => {
  expect(complaintsOfDivision({ ...filled, code: 'x' }, undefined)).toEqual({})
})

test('a new form is empty and in use', () => {
  expect(entryOfDivision(undefined)).toEqual({ code: '', name: '', shortName: '', aliases: [], isActive: true })
  expect(Object.keys(complaintsOfDivision(entryOfDivision(undefined), undefined))).toEqual(['name', 'shortName'])
})

test('towns and villages are counted without the county and what is out of use', () => {
  const codes = ['999999000000', TOWN, '999999103000', '999999102201']
  const divisions = codes.map((code) => ({ code, isActive: code !== '999999103000' }))

  expect(countLevels(divisions)).toEqual({ towns: 1, villages: 1 })
})
