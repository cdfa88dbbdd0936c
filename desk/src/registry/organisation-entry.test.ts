import { expect, test } from 'vitest'
import { complaintsOf, doubtOf, emptyOrganisation, organisationParts, sentEntry } from './organisation-entry.ts'

const filled = { ...emptyOrganisation, name: '测试单位', kind: '民营企业', division: '999999102000' }

test('an empty form asks for name, kind and place', () => {
  expect(Object.keys(complaintsOf(emptyOrganisation))).toEqual(['name', 'kind', 'division'])
})

test.each([
  ['a name of 60 characters', { name: '测'.repeat(60) }, []],
  ['a name of 61 characters', { name: '测'.repeat(61) }, ['name']],
  ['a short credit code', { creditCode: '123' }, ['creditCode']],
  ['a credit code in small letters', { creditCode: '91350100m000100y43' }, []],
])('%s: complaints %s', (_, part, fields) => {
  expect(Object.keys(complaintsOf({ ...filled, ...part }))).toEqual(fields)
})

test.each([
  ['91350100M000100Y43', undefined],
  ['91350100M000100Y40', '校验码不符，请核对证照；确属原证照所载的仍可登记。'],
  ['123', undefined],
  ['', undefined],
])('the check of %s is a doubt at most', (creditCode, doubt) => {
  expect(doubtOf({ ...filled, creditCode })).toBe(doubt)
})

test('what is empty is not sent: an untyped phone leaves the one on file', () => {
  expect(sentEntry({ ...filled, creditCode: ' 91350100m000100y43 ' })).toEqual({
    name: '测试单位',
    kind: '民营企业',
    division: '999999102000',
    creditCode: '91350100M000100Y43',
  })
})

test('a conflict names every field, and writes a place by its name', () => {
  const parts = organisationParts((code) => `区划${code.slice(6, 9)}`)
  const texts = Object.fromEntries(parts.map(({ key, text }) => [key, text(filled)]))

  expect(Object.keys(texts)).toEqual(Object.keys(emptyOrganisation))
  expect(texts).toMatchObject({ name: '测试单位', division: '区划102', contactName: '' })
})
