import { expect, test } from 'vitest'
import { complaintsOfGrant, type Grant, grantConflicts, mixedGrant } from './grant.ts'

const clerk: Grant = { role: 'clerk', section: 'benefits', division: '999999000000' }

test.each([
  ['a clerk of a section', clerk, []],
  ['a clerk without a section', { ...clerk, section: null }, ['section']],
  ['a town worker without a section', { ...clerk, role: 'town-worker', section: null }, []],
  ['nothing chosen', { role: null, section: null, division: '' }, ['role', 'division']],
] as const)('%s: complaints %s', (_, grant, fields) => {
  expect(Object.keys(complaintsOfGrant(grant))).toEqual(fields)
})

test('two grants at once are shown part by part, in words', () => {
  const mine: Grant = { ...clerk, role: 'chief' }
  const theirs: Grant = { ...clerk, section: null, division: '999999102000' }
  const fields = grantConflicts({ before: clerk, mine, theirs }, (code) => `区划${code.slice(6, 9)}`)

  expect(fields).toEqual([
    { key: 'role', label: '角色', before: '科室经办', mine: '科室负责人', theirs: '科室经办' },
    { key: 'section', label: '科室', before: '优抚褒扬科', mine: '优抚褒扬科', theirs: '—' },
    { key: 'division', label: '辖区', before: '区划000', mine: '区划000', theirs: '区划102' },
  ])
  expect(mixedGrant(mine, theirs, ['role'])).toEqual({ ...theirs, role: 'chief' })
})
