import { PeopleFilter } from '@dongzhou/contract/registry'
import { expect, test } from 'vitest'
import { countedAs, peopleFilter } from './people-ask.ts'

const nothing = { text: '', identities: [], standing: 'alive', isDisputed: false }

test.each([
  ['no filter is the living', {}, nothing],
  ['a text', { text: ['王'] }, { ...nothing, text: '王' }],
  ['a town', { division: ['999999102000'] }, { ...nothing, division: '999999102000' }],
  [
    'two identities',
    { identity: ['veteran', 'retired-cadre'] },
    { ...nothing, identities: ['veteran', 'retired-cadre'] },
  ],
  ['the dead', { standing: ['dead'] }, { ...nothing, standing: 'dead' }],
  ['the disputed', { disputed: ['yes'] }, { ...nothing, isDisputed: true }],
  ['an age', { ageFrom: ['60'], ageTo: ['69'] }, { ...nothing, ageFrom: 60, ageTo: 69 }],
  ['nonsense', { division: ['here'], identity: ['x'], standing: ['?'], ageFrom: ['-1'], ageTo: ['999'] }, nothing],
])('%s is asked as the contract takes it', (_, filters, asked) => {
  expect(peopleFilter(filters)).toEqual(asked)
  expect(PeopleFilter.safeParse(peopleFilter(filters)).success).toBe(true)
})

test('a text longer than the server takes is cut, not refused', () => {
  expect(peopleFilter({ text: ['王'.repeat(99)] }).text).toHaveLength(40)
})

test.each([
  [{}, '健在人员'],
  [{ standing: ['dead'] }, '已去世人员'],
  [{ standing: ['all'] }, '全部人员（含已去世）'],
])('a total says whom it counts', (filters, words) => {
  expect(countedAs(filters)).toBe(words)
})
