import type { KindBeside } from '@dongzhou/contract/linkage'
import { expect, test } from 'vitest'
import { countChoices, differingFirst, lostMonths, standingChoices, suggestedKeep, withChosen } from './merge-draft.ts'

function aFact(id: number): KindBeside['first'][number] {
  return {
    id,
    kind: 'name',
    kindName: '姓名',
    text: '示例',
    isSealed: false,
    value: null,
    validFrom: null,
    validTo: null,
    certainty: 'stated',
    source: '',
    sourceKind: 'ledger',
    recordedAt: '2025-06-01T02:00:00Z',
    supersededAt: null,
    supersededBecause: null,
  }
}

function aKind(
  kind: KindBeside['kind'],
  standing: KindBeside['standing'],
  first: readonly number[],
  second: readonly number[],
): KindBeside {
  const isChoice = standing === 'differs'
  const sides = { first: first.map(aFact), second: second.map(aFact) }
  return { thing: kind, kind, kindName: kind, standing, isChoice, uncovered: [], ...sides }
}

const kinds = [
  aKind('name', 'same', [1], [2]),
  aKind('birth', 'differs', [3], [4]),
  aKind('phone', 'both', [5], [6, 7]),
  aKind('sex', 'differs', [8], [9]),
]

test('the fuller file is kept, the first where they are alike', () => {
  expect(suggestedKeep(kinds)).toBe('second')
  expect(suggestedKeep([aKind('name', 'same', [1], [2])])).toBe('first')
  expect(suggestedKeep([])).toBe('first')
})

test('a choice can be made, changed and taken back', () => {
  const once = withChosen({}, 'birth', 3)

  expect(once).toEqual({ birth: 3 })
  expect(withChosen(once, 'birth', 4)).toEqual({ birth: 4 })
  expect(withChosen(once, 'birth', undefined)).toEqual({})
})

test.each([
  ['a fact of one of the two', { birth: 4 }, { birth: 4 }],
  ['a fact that was corrected meanwhile', { birth: 99 }, {}],
  ['a kind in which they agree', { name: 1 }, {}],
  ['a kind that holds many values', { phone: 5 }, {}],
] as const)('%s: %o is sent as %o', (_, choices, sent) => {
  expect(standingChoices(choices, kinds)).toEqual(sent)
})

test('one is told how many contradictions are chosen and how many are left', () => {
  expect(countChoices({}, kinds)).toEqual({ chosen: 0, left: 2 })
  expect(countChoices({ sex: 9 }, kinds)).toEqual({ chosen: 1, left: 1 })
  expect(countChoices({ sex: 9, birth: 3 }, kinds)).toEqual({ chosen: 2, left: 0 })
})

test('one is told of each benefit how many months lose their decision by what is chosen, and by choosing nothing', () => {
  const award = {
    ...aKind('award', 'differs', [1], [2]),
    thing: 'award disability-pension',
    kindName: '待遇核定：残疾抚恤金',
    uncovered: [
      { factId: 2, months: 51 },
      { factId: null, months: 2 },
    ],
  }
  const told = (choices: Readonly<Record<string, number>>) => lostMonths(choices, [...kinds, award])
  const { thing, kindName: name } = award

  expect(told({ [thing]: 2 })).toEqual([{ thing, name, months: 51 }])
  expect(told({ [thing]: 1 })).toEqual([])
  expect(told({})).toEqual([{ thing, name, months: 2 }])
  expect(told({ [thing]: 99, birth: 3 })).toEqual([{ thing, name, months: 2 }])
})

test('contradictions come first and nothing is lost by the order', () => {
  expect(differingFirst(kinds).map(({ kind }) => kind)).toEqual(['birth', 'sex', 'phone', 'name'])
})
