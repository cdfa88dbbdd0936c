import { day } from '@dongzhou/terms/day'
import { divisionCode } from '@dongzhou/terms/division'
import type { Fact, KeptFact } from '@dongzhou/terms/fact'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newFacts } from './new-facts.ts'
import { aFact, dated, keptFact, ledgerRow } from './sample-facts.ts'

const here = divisionCode('999999102201')
const there = divisionCode('999999102202')
const phone = (number: string): Fact => aFact({ kind: 'phone', value: { phone: number }, source: ledgerRow(9) })
const born = (text: string): Fact => aFact({ kind: 'birth', value: dated(text), source: ledgerRow(9) })
const lives = (division: typeof here, part: object = {}): Fact =>
  aFact({ kind: 'residence', value: { division }, source: ledgerRow(9), ...part })
const kept = (fact: Fact, id = 1, until?: string): KeptFact => ({
  ...fact,
  source: ledgerRow(1),
  id,
  recordedAt: '2025-01-01T00:00:00.000Z',
  supersededAt: until,
})

const awarded = (approved: string, part: object = {}): Fact =>
  aFact({
    kind: 'award',
    value: { benefit: 'lone-supplement', approved: day(approved) },
    source: ledgerRow(9),
    ...part,
  })

describe('an import beside what is known', () => {
  test.each([
    ['the first we hear', [], born('1958'), 'add'],
    ['the same from another source', [kept(born('1958-05-01'))], born('1958-05-01'), 'unchanged'],
    ['1978 agrees with 1978-05-01', [kept(born('1978-05-01'))], born('1978'), 'unchanged'],
    ['the day is news where the year was known', [kept(born('1978'))], born('1978-05-01'), 'add'],
    ['another day', [kept(born('1978-05-01'))], born('1978-05-02'), 'disagreeing'],
    ['another year', [kept(born('1978-05-01'))], born('1979'), 'disagreeing'],
    ['what was superseded is not known', [kept(born('1978'), 1, '2025-02-01T00:00:00.000Z')], born('1978'), 'add'],
    [
      'an ID number with a small x',
      [keptFact({ kind: 'id-number', value: { idNumber: '11010519491231002X' } })],
      aFact({ kind: 'id-number', value: { idNumber: '110105 19491231002x' } }),
      'unchanged',
    ],
    [
      'its old form of 15 digits',
      [keptFact({ kind: 'id-number', value: { idNumber: '11010519491231002X' } })],
      aFact({ kind: 'id-number', value: { idNumber: '110105491231002' } }),
      'unchanged',
    ],
    ['another phone is one more', [kept(phone('13900001234'))], phone('13800001234'), 'add'],
    ['the same phone with its country', [kept(phone('13900001234'))], phone('+86 139 0000 1234'), 'unchanged'],
    [
      'the same village, as the ledger of a later year says',
      [kept(lives(here))],
      lives(here, { from: '2024-01-01' }),
      'unchanged',
    ],
    [
      'the same village, earlier than we knew',
      [kept(lives(here, { from: '2020-01-01' }))],
      lives(here, { from: '2010-01-01' }),
      'add',
    ],
    ['that somebody moved away is news', [kept(lives(here))], lives(here, { to: '2024-01-01' }), 'add'],
    [
      'that somebody who left is back is news',
      [kept(lives(here, { to: '2024-01-01' }))],
      lives(here, { from: '2024-06-01' }),
      'add',
    ],
    ['another village at the same time', [kept(lives(here))], lives(there), 'disagreeing'],
    [
      'another village after the first',
      [kept(lives(here, { to: '2024-01-01' }))],
      lives(there, { from: '2024-01-01' }),
      'add',
    ],
    [
      'a service told in less detail',
      [keptFact({ kind: 'service', value: { enlisted: dated('1976-12'), rank: '中士' } })],
      aFact({ kind: 'service', value: { enlisted: dated('1976') }, from: '1976-01-01' }),
      'unchanged',
    ],
    [
      'a service told in more detail',
      [keptFact({ kind: 'service', value: { enlisted: dated('1976') } })],
      aFact({ kind: 'service', value: { enlisted: dated('1976'), rank: '中士' } }),
      'add',
    ],
    [
      'a service whose validity another sheet gives otherwise',
      [keptFact({ kind: 'service', value: { enlisted: dated('1976-12') }, from: '1976-12-01', to: '1981-01-01' })],
      aFact({ kind: 'service', value: { enlisted: dated('1976-12') } }),
      'unchanged',
    ],
    [
      'a merit of another year',
      [keptFact({ kind: 'merit', value: { class: '三等功', year: 1979 } })],
      aFact({ kind: 'merit', value: { class: '三等功', year: 1981 } }),
      'add',
    ],
    [
      'the order of a merit known by its year',
      [keptFact({ kind: 'merit', value: { class: '三等功', year: 1979 } })],
      aFact({ kind: 'merit', value: { class: '三等功', on: day('1979-03-16') } }),
      'add',
    ],
    ['the first award', [], awarded('2018-06-01'), 'add'],
    ['the same award', [kept(awarded('2018-06-01'))], awarded('2018-06-01'), 'unchanged'],
    ['an award approved on another day', [kept(awarded('2018-06-01'))], awarded('2018-07-01'), 'disagreeing'],
    [
      'an award after the first has ended',
      [kept(awarded('2015-06-01', { to: '2017-01-01' }))],
      awarded('2018-07-01'),
      'add',
    ],
    [
      'an award that has ended since, in last year’s ledger',
      [kept(awarded('2015-06-01', { to: '2017-01-01' }))],
      awarded('2015-06-01'),
      'unchanged',
    ],
    ['that an award has ended', [kept(awarded('2015-06-01'))], awarded('2015-06-01', { to: '2017-01-01' }), 'add'],
    [
      'the month from which an award pays',
      [kept(awarded('2015-06-01'))],
      awarded('2015-06-01', { from: '2015-01-01' }),
      'add',
    ],
    [
      'an award of another benefit',
      [kept(awarded('2018-06-01'))],
      aFact({ kind: 'award', value: { benefit: 'care-allowance', approved: day('2019-06-01') } }),
      'add',
    ],
    [
      'a second survivor’s ground beside the first',
      [keptFact({ kind: 'survivor', value: { of: 'martyr', relation: 'child' } })],
      aFact({ kind: 'survivor', value: { of: 'duty', relation: 'spouse' } }),
      'add',
    ],
    [
      'another care',
      [keptFact({ kind: 'care', value: { mode: 'pooled' } })],
      aFact({ kind: 'care', value: { mode: 'dispersed' } }),
      'disagreeing',
    ],
  ] as const)('%s', (_, existing, draft, verdict) => {
    expect(newFacts(existing, [draft])).toEqual({ add: [], unchanged: [], disagreeing: [], [verdict]: [draft] })
  })

  test('one sheet that says a thing twice adds it once', () => {
    const answer = newFacts([], [phone('139'), phone('1-39'), born('1958-05-01'), born('1958'), born('1959')])

    expect(answer).toEqual({
      add: [phone('139'), born('1958-05-01')],
      unchanged: [phone('1-39'), born('1958')],
      disagreeing: [born('1959')],
    })
  })

  test('beside two that disagree, a third that says one of them is unchanged', () => {
    const existing = [kept(lives(here), 1), kept(lives(there), 2)]

    expect(newFacts(existing, [lives(here)]).unchanged).toEqual([lives(here)])
  })

  const draft = fc.oneof(
    fc.constantFrom('139', '138', '1 38').map(phone),
    fc.constantFrom('1958', '1958-05', '1958-05-01', '1959').map(born),
    fc
      .tuple(
        fc.constantFrom('2015-06-01', '2018-06-01'),
        fc.constantFrom({}, { to: '2017-01-01' }, { from: '2015-01-01' }),
      )
      .map(([approved, part]) => awarded(approved, part)),
    fc
      .tuple(
        fc.constantFrom(here, there),
        fc.constantFrom('2000-01-01', '2010-01-01'),
        fc.constantFrom('2020-01-01', '2024-01-01'),
        fc.integer({ min: 0, max: 3 }),
      )
      .map(([place, from, to, known]) =>
        lives(place, { ...(known & 1 ? { from } : {}), ...(known & 2 ? { to } : {}) }),
      ),
  )

  test('every draft lands in exactly one of the three, and importing again adds nothing', () => {
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 6 }), fc.array(draft, { maxLength: 10 }), (old, drafts) => {
        const existing = old.map((it, at) => kept(it, at + 1))

        const first = newFacts(existing, drafts)
        const recorded = [...first.add, ...first.disagreeing].map((it, at) => kept(it, at + 100))

        expect(first.add.length + first.unchanged.length + first.disagreeing.length).toBe(drafts.length)
        expect(newFacts([...existing, ...recorded], drafts)).toEqual({ add: [], unchanged: drafts, disagreeing: [] })
      }),
    )
  })
})
