import type { Benefit } from '@dongzhou/terms/benefit'
import { day } from '@dongzhou/terms/day'
import { divisionCode } from '@dongzhou/terms/division'
import type { KeptFact } from '@dongzhou/terms/fact'
import { fen } from '@dongzhou/terms/fen'
import { describe, expect, test } from 'vitest'
import { disputedKinds, disputesOf } from './disputes.ts'
import { dated, keptFact, ledgerRow } from './sample-facts.ts'

const named = (name: string, row: number, part: object = {}, kept: object = {}): KeptFact =>
  keptFact({ kind: 'name', value: { name }, source: ledgerRow(row), ...part }, { id: row, ...kept })
const born = (text: string, row: number): KeptFact =>
  keptFact({ kind: 'birth', value: dated(text), source: ledgerRow(row) }, { id: row })

const awarded = (benefit: Benefit, approved: string, row: number, part: object = {}): KeptFact =>
  keptFact({ kind: 'award', value: { benefit, approved: day(approved) }, source: ledgerRow(row), ...part }, { id: row })

describe('two decisions on one benefit', () => {
  test.each([
    ['approved alike', [awarded('lone-supplement', '2018-06-01', 1), awarded('lone-supplement', '2018-06-01', 2)], []],
    [
      'approved on two days: the money starts in two months',
      [awarded('lone-supplement', '2018-06-01', 1), awarded('lone-supplement', '2018-06-02', 2)],
      ['award'],
    ],
    ['of two benefits', [awarded('lone-supplement', '2018-06-01', 1), awarded('care-allowance', '2018-06-02', 2)], []],
    [
      'the second after the first has ended',
      [awarded('lone-supplement', '2015-06-01', 1, { to: '2018-06-02' }), awarded('lone-supplement', '2018-06-02', 2)],
      [],
    ],
    [
      'the second on the last day of the first',
      [awarded('lone-supplement', '2015-06-01', 1, { to: '2018-06-02' }), awarded('lone-supplement', '2018-06-01', 2)],
      ['award'],
    ],
    [
      'money for two feats',
      [awarded('merit-news-money', '2018-06-01', 1), awarded('merit-news-money', '2019-06-01', 2)],
      [],
    ],
  ])('%s', (_, facts, kinds) => {
    expect(disputedKinds(facts)).toEqual(kinds)
  })

  test('each benefit in dispute is a dispute of its own, whatever the order of the facts', () => {
    const facts = [
      awarded('lone-supplement', '2018-06-01', 1),
      awarded('care-allowance', '2017-06-01', 2),
      awarded('lone-supplement', '2018-07-01', 3),
      awarded('care-allowance', '2017-07-01', 4),
      awarded('disability-pension', '2017-06-01', 5),
    ]
    const idsOf = (told: readonly KeptFact[]) =>
      disputesOf(told).map(({ kind, sides }) => [kind, sides.map((side) => side.map(({ id }) => id))])

    expect(idsOf(facts)).toEqual([
      ['award', [[4], [2]]],
      ['award', [[3], [1]]],
    ])
    expect(idsOf(facts.toReversed())).toEqual(idsOf(facts))
    expect(disputedKinds(facts)).toEqual(['award'])
  })
})

describe('disagreeing sources stay visible until somebody settles them', () => {
  test.each([
    ['two ledgers, two names', [named('张丽', 1), named('张莉', 2)], ['name']],
    ['two ledgers, one name with a space', [named('张丽', 1), named('张 丽', 2)], []],
    ['one row said both: its own correction', [named('张丽', 1), named('张莉', 1)], []],
    ['one was superseded', [named('张丽', 1, {}, { until: '2025-02-01T00:00:00.000Z' }), named('张莉', 2)], []],
    [
      'one name after the other',
      [named('张丽', 1, { to: '2000-01-01' }), named('张莉', 2, { from: '2000-01-01' })],
      [],
    ],
    [
      'names that overlap by a day',
      [named('张丽', 1, { to: '2000-01-02' }), named('张莉', 2, { from: '2000-01-01' })],
      ['name'],
    ],
    ['a year and a day in it', [born('1958', 1), born('1958-05-01', 2)], []],
    ['two days', [born('1958-05-01', 1), born('1958-05-02', 2)], ['birth']],
    [
      'the ID number against a stated birth',
      [
        born('1958-05-01', 1),
        keptFact({ kind: 'birth', value: dated('1958-06-01'), source: { kind: 'derived', from: 'id-number' } }),
      ],
      ['birth'],
    ],
    [
      'two phones are no dispute',
      [
        keptFact({ kind: 'phone', value: { phone: '139' }, source: ledgerRow(1) }),
        keptFact({ kind: 'phone', value: { phone: '138' }, source: ledgerRow(2) }),
      ],
      [],
    ],
    [
      'two visits',
      [
        keptFact({ kind: 'income', value: { yearly: fen(100) }, source: { kind: 'visit', visitId: 'a' } }),
        keptFact({ kind: 'income', value: { yearly: fen(200) }, source: { kind: 'visit', visitId: 'b' } }),
      ],
      ['income'],
    ],
    [
      'two cases',
      [
        keptFact({ kind: 'disability', value: { grade: 7, nature: 'duty' }, source: { kind: 'case', caseId: 'a' } }),
        keptFact({ kind: 'disability', value: { grade: 6, nature: 'duty' }, source: { kind: 'case', caseId: 'b' } }),
      ],
      ['disability'],
    ],
    [
      'the person against the counter',
      [
        keptFact({ kind: 'education', value: { level: '初中' }, source: { kind: 'person', note: '本人' } }),
        keptFact({ kind: 'education', value: { level: '高中' } }),
      ],
      ['education'],
    ],
  ] as const)('%s', (_, facts, kinds) => {
    expect(disputedKinds(facts)).toEqual(kinds)
    expect(disputedKinds(facts.toReversed())).toEqual(kinds)
  })

  test('the sides of a dispute, the preferred first, those who agree together', () => {
    const facts = [named('张丽', 1), named('张莉', 2), named('张 丽', 3), born('1958', 4)]

    const [dispute, ...others] = disputesOf(facts)

    expect(others).toEqual([])
    expect(dispute?.kind).toBe('name')
    expect(dispute?.sides.map((side) => side.map((fact) => fact.id))).toEqual([[3, 1], [2]])
  })

  test('several kinds come in the order of the register', () => {
    const facts = [born('1958', 1), born('1959', 2), named('张丽', 3), named('张莉', 4)]

    expect(disputedKinds(facts)).toEqual(['name', 'birth'])
  })

  test('a town told by one ledger and a village of it by the other is no dispute', () => {
    const at = (code: string, row: number): KeptFact =>
      keptFact({ kind: 'residence', value: { division: divisionCode(code) }, source: ledgerRow(row) }, { id: row })

    expect(disputedKinds([at('999999102000', 1), at('999999102201', 2)])).toEqual([])
    expect(disputedKinds([at('999999102202', 1), at('999999102201', 2)])).toEqual(['residence'])
  })
})
