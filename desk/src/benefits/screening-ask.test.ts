import type { FindingLine, ScreeningOverview } from '@dongzhou/contract/benefits'
import { describe, expect, test } from 'vitest'
import { changesAsk } from './forecast-ask.ts'
import { placeAsk, recipientsAsk } from './recipients-ask.ts'
import {
  benefitsAmong,
  countsByKind,
  countsByTown,
  findingAddress,
  findingsAsk,
  pointOf,
  sinceText,
} from './screening-ask.ts'

describe('an address asks for what it says, and nonsense for nothing', () => {
  test('benefit and division', () => {
    expect(placeAsk({ benefit: ['care-allowance'], division: ['320614102000'] })).toEqual({
      benefit: 'care-allowance',
      division: '320614102000',
    })
    expect(placeAsk({ benefit: ['gold'], division: ['3206'] })).toEqual({})
  })

  test('the work list shows what is to do unless told otherwise', () => {
    expect(findingsAsk({})).toEqual({ standing: 'open' })
    expect(findingsAsk({ kind: ['unclaimed'], standing: ['dismissed'] })).toEqual({
      kind: 'unclaimed',
      standing: 'dismissed',
    })
    expect(findingsAsk({ kind: ['x'], standing: ['x'] })).toEqual({ standing: 'open' })
  })

  test('months of recipients and of changes', () => {
    expect([recipientsAsk({ month: ['2026-05'] }), recipientsAsk({ month: ['May'] })]).toEqual([
      { month: '2026-05' },
      {},
    ])
    expect(changesAsk({ kind: ['rises'], through: ['2027-01'] })).toEqual({ kind: 'rises', through: '2027-01' })
    expect(changesAsk({ kind: ['grows'], through: ['soon'] })).toEqual({})
  })
})

type Count = ScreeningOverview['counts'][number]

function aCount(part: Partial<Count>): Count {
  return {
    division: { code: '320614102000', name: '海永镇' },
    benefit: 'care-allowance',
    benefitName: '护理费',
    kind: 'unclaimed',
    open: 1,
    dismissed: 0,
    ...part,
  }
}

describe('how the lines lie', () => {
  const yuedong = { code: '320614103000', name: '余东镇' }
  const counts = [
    aCount({ open: 2 }),
    aCount({ kind: 'possible', open: 3 }),
    aCount({ division: yuedong, benefit: 'disability-pension', benefitName: '残疾抚恤金', open: 9 }),
    aCount({ division: yuedong, open: 0, dismissed: 4 }),
  ]

  test('by kind, of all benefits or of one', () => {
    expect([...countsByKind(counts, undefined)]).toEqual([
      ['unclaimed', 11],
      ['possible', 3],
    ])
    expect(countsByKind(counts, 'care-allowance').get('unclaimed')).toBe(2)
  })

  test('by town, the most first; what is put aside does not count', () => {
    const towns = countsByTown(counts, undefined)

    expect(towns.map(({ name, sum }) => [name, sum])).toEqual([
      ['余东镇', 9],
      ['海永镇', 5],
    ])
    expect(benefitsAmong(counts, towns).map(({ name, sum }) => [name, sum])).toEqual([
      ['残疾抚恤金', 9],
      ['护理费', 5],
    ])
  })

  test('of one kind only', () => {
    expect(countsByTown(counts, 'possible').map(({ name, sum }) => [name, sum])).toEqual([['海永镇', 3]])
  })
})

describe('a line of the work list', () => {
  const verdicts = {
    entitled: { kind: 'entitled', amount: 1, parts: [], because: [] },
    refused: { kind: 'refused', reasons: [{ code: 'died', say: '已去世。', article: null }] },
    unknown: { kind: 'unknown', missing: [{ what: 'fact', code: 'service', name: '服役经历', say: '' }] },
  } satisfies Record<string, FindingLine['verdict']>

  test.each([
    ['unclaimed', 'entitled', '符合条件，未申领'],
    ['upcoming', 'entitled', '届时符合条件'],
    ['unjustified', 'refused', '已去世。'],
    ['possible', 'unknown', '缺少“服役经历”'],
  ] as const)('%s: %s says %s', (kind, verdict, point) => {
    expect(pointOf({ kind, verdict: verdicts[verdict] })).toBe(point)
  })

  test('it opens the application where there is one, else the benefits of the person', () => {
    const person = { id: 7, name: '甲', age: 70, isAlive: true, division: { code: '', name: '' }, identities: [] }
    const draft = {
      personId: 7,
      version: 1,
      benefit: 'care-allowance',
      approved: '2026-11-24',
      from: null,
      years: null,
      expected: null,
      fields: [],
    } as const

    expect(findingAddress({ person, benefit: 'care-allowance', draft })).toBe(
      '/benefits/people/7/application?benefit=care-allowance',
    )
    expect(findingAddress({ person, benefit: 'care-allowance', draft: null })).toBe('/benefits/people/7')
  })
})

test('a line that was so before screening begins to look says so', () => {
  expect(sinceText({ since: '2025-01', isSinceEarlier: true })).toBe('2025年1月或更早')
  expect(sinceText({ since: '2025-04', isSinceEarlier: false })).toBe('2025年4月')
})
