import type { FactView } from '@dongzhou/contract/registry'
import { factKinds, isFactKind } from '@dongzhou/terms/fact'
import { expect, test } from 'vitest'
import {
  disputesIn,
  earlierFacts,
  factGroups,
  groupOf,
  happenedOn,
  inTimelineOrder,
  openFacts,
  sourceOf,
  timeText,
  versionOf,
} from './person-facts.ts'

function fact(part: Partial<FactView>): FactView {
  return {
    id: 1,
    kind: 'residence',
    kindName: '居住地',
    text: '东镇甲村',
    isSealed: false,
    value: {},
    validFrom: null,
    validTo: null,
    certainty: 'confirmed',
    source: '经办登记：窗口',
    sourceKind: 'clerk',
    recordedAt: '2025-06-30T02:00:00.000Z',
    supersededAt: null,
    supersededBecause: null,
    ...part,
  }
}

test('every kind of fact stands in one part of the file', () => {
  const grouped = factGroups.flatMap((group) => group.kinds)

  expect(grouped.toSorted()).toEqual(Object.keys(factKinds).toSorted())
  expect(Object.keys(factKinds).filter(isFactKind).map(groupOf)).not.toContain('')
})

test('what was superseded is history and not the present', () => {
  const facts = [
    fact({ id: 3 }),
    fact({ id: 2, supersededAt: '2025-06-30T02:00:00Z' }),
    fact({ id: 1, supersededAt: '2025-07-30T02:00:00Z' }),
    fact({ id: 9, kind: 'name' }),
  ]

  expect(openFacts(facts, 'residence').map(({ id }) => id)).toEqual([3])
  expect(openFacts(facts).map(({ id }) => id)).toEqual([3, 9])
  expect(earlierFacts(facts, 'residence').map(({ id }) => id)).toEqual([1, 2])
})

const enlisted = { day: '1978-03-01', precision: 'month' }

test.each([
  [{ kind: 'birth', value: { day: '1958-01-01', precision: 'year' }, text: '1958年' }, '1958-01-01', '1958年'],
  [{ kind: 'service', value: { enlisted } }, '1978-03-01', '1978年3月'],
  [{ kind: 'merit', value: { class: '三等功', year: 1979 } }, '1979-01-01', '1979年'],
  [{ kind: 'merit', value: { class: '三等功', year: 1979, on: '1979-03-16' } }, '1979-03-16', '1979年3月16日'],
  [{ kind: 'award', value: { approved: '2018-06-05' } }, '2018-06-05', '2018年6月5日'],
  [{ kind: 'award', value: { approved: '2018-06-05' }, validFrom: '2018-01-01' }, '2018-01-01', '2018年1月1日'],
  [{ kind: 'disability', value: { grade: 7 }, validFrom: '2001-01-01' }, '2001-01-01', '2001年1月1日'],
  [{ kind: 'arrangement', value: { reported: '2024-09-10' } }, '2024-09-10', '2024年9月10日'],
  [{ validFrom: '2020-05-01' }, '2020-05-01', '2020年5月1日'],
  [{ kind: 'service', value: { rank: '上等兵' } }, undefined, '2025年6月30日登记'],
  [{ kind: 'phone', value: null }, undefined, '2025年6月30日登记'],
] as const)('a fact stands on the timeline where it happened, or where it was learnt', (part, on, text) => {
  expect(happenedOn(fact(part))).toBe(on)
  expect(timeText(fact(part))).toBe(text)
})

test('the latest stands first, and of one day the later word', () => {
  const facts = [
    fact({ id: 1, validFrom: '1990-01-01' }),
    fact({ id: 2 }),
    fact({ id: 3, kind: 'birth', value: { day: '1958-01-01' } }),
    fact({ id: 4 }),
  ]

  expect(inTimelineOrder(facts).map(({ id }) => id)).toEqual([4, 2, 1, 3])
})

test('a dispute has the sides in force', () => {
  const facts = [fact({ id: 1 }), fact({ id: 2 }), fact({ id: 3, supersededAt: '2025-06-30T02:00:00Z' })]

  expect(disputesIn({ disputes: ['residence'], facts })).toMatchObject([
    { kind: 'residence', kindName: '居住地', sides: [{ id: 1 }, { id: 2 }] },
  ])
})

test('awards are settled benefit by benefit', () => {
  const award = (id: number, benefit: string) => fact({ id, kind: 'award', value: { benefit, approved: '2018-06-01' } })
  const facts = [
    award(1, 'disability-pension'),
    award(2, 'disability-pension'),
    award(3, 'care-allowance'),
    award(4, 'lone-supplement'),
    award(5, 'lone-supplement'),
  ]

  expect(disputesIn({ disputes: ['award'], facts }).map(({ sides }) => sides.map(({ id }) => id))).toEqual([
    [1, 2],
    [4, 5],
  ])
})

test('a source says who told us, when, and how sure it is', () => {
  expect(sourceOf(fact({ validFrom: '2020-05-01' }))).toEqual({
    source: '经办登记：窗口',
    valid: '2020年5月1日至今',
    learnt: '2025年6月30日 10:00',
    certainty: '证件已核',
  })
  expect(sourceOf(fact({}))).not.toHaveProperty('valid')
})

test('an earlier value says since when it no longer counts, and why', () => {
  const old = fact({ supersededAt: '2025-06-30T02:00:00Z', supersededBecause: '户口簿核对' })

  expect(versionOf(old)).toMatchObject({ value: '东镇甲村', valid: '2025年6月30日起不再采用：户口簿核对' })
})
