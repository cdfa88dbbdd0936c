import { expect, test } from 'vitest'
import { complaintsOfGrant, type Grant, grantParts } from './grant.ts'

const clerk: Grant = { role: 'clerk', section: 'benefits', division: '999999000000' }

test.each([
  ['a clerk of a section', clerk, []],
  ['a clerk without a section', { ...clerk, section: null }, ['section']],
  ['a town worker without a section', { ...clerk, role: 'town-worker', section: null }, []],
  ['nothing chosen', { role: null, section: null, division: '' }, ['role', 'division']],
] as const)('%s: complaints %s', (_, grant, fields) => {
  expect(Object.keys(complaintsOfGrant(grant))).toEqual(fields)
})

test.each([
  ['a clerk', clerk, ['科室经办', '优抚褒扬科', '区划000']],
  ['an account that waits for its role', { ...clerk, role: null, section: null }, ['待授权', '', '区划000']],
] as const)('the grant of %s is written in words', (_, grant, texts) => {
  expect(grantParts((code) => `区划${code.slice(6, 9)}`).map(({ text }) => text(grant))).toEqual(texts)
})
