import { day } from '@dongzhou/terms/day'
import { divisionCode } from '@dongzhou/terms/division'
import type { KeptFact } from '@dongzhou/terms/fact'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Projection, project } from './project.ts'
import { dated, keptFact, ledgerRow } from './sample-facts.ts'

const today = day('2025-06-30')
const village = divisionCode('999999102201')
const town = divisionCode('999999103000')

const empty: Projection = {
  name: undefined,
  pinyin: '',
  initials: '',
  sex: undefined,
  born: undefined,
  divisionCode: undefined,
  address: undefined,
  identities: [],
  isAlive: true,
  diedOn: undefined,
  disabilityGrade: undefined,
  disabilityNature: undefined,
  idNumber: undefined,
  phones: [],
  firstEnlisted: undefined,
  lastDischarged: undefined,
  disputes: [],
}

describe('the columns of a list come from the facts', () => {
  test('nobody knows anything of somebody without facts', () => {
    expect(project([], today)).toEqual(empty)
  })

  test('a whole person', () => {
    const facts: readonly KeptFact[] = [
      keptFact({ kind: 'name', value: { name: '单 雄信' } }, { id: 1 }),
      keptFact({ kind: 'sex', value: { sex: 'male' } }, { id: 2 }),
      keptFact({ kind: 'birth', value: dated('1958-05-01') }, { id: 3 }),
      keptFact({ kind: 'residence', value: { division: village, address: '5组' } }, { id: 4 }),
      keptFact({ kind: 'identity', value: { identity: 'veteran' } }, { id: 5 }),
      keptFact({ kind: 'identity', value: { identity: 'disabled-veteran' } }, { id: 6 }),
      keptFact({ kind: 'disability', value: { grade: 7, nature: 'duty' } }, { id: 7 }),
      keptFact({ kind: 'id-number', value: { idNumber: '99999919580501001x' } }, { id: 8 }),
      keptFact({ kind: 'phone', value: { phone: '139-0000-1234' } }, { id: 9 }),
      keptFact({ kind: 'phone', value: { phone: '0513-82210000' } }, { id: 10 }),
      keptFact({ kind: 'service', value: { enlisted: dated('1976-12'), discharged: dated('1981-01-05') } }, { id: 11 }),
    ]

    expect(project(facts, today)).toEqual({
      ...empty,
      name: '单 雄信',
      pinyin: 'shanxiongxin',
      initials: 'sxx',
      sex: 'male',
      born: dated('1958-05-01'),
      divisionCode: village,
      address: '5组',
      identities: ['disabled-veteran', 'veteran'],
      disabilityGrade: 7,
      disabilityNature: 'duty',
      idNumber: '99999919580501001X',
      phones: ['0513-82210000', '139-0000-1234'],
      firstEnlisted: dated('1976-12'),
      lastDischarged: dated('1981-01-05'),
    })
  })

  test('a superseded fact counts for nothing', () => {
    const gone = keptFact({ kind: 'name', value: { name: '张三' } }, { until: '2025-02-01T00:00:00.000Z' })

    expect(project([gone], today)).toEqual(empty)
  })
})

describe('of several open facts one is preferred', () => {
  const named = (name: string, id: number, part: object = {}, kept: object = {}): KeptFact =>
    keptFact({ kind: 'name', value: { name }, ...part }, { id, ...kept })

  test.each([
    ['the latest validity', named('旧', 9), named('新', 1, { from: '2020-01-01', certainty: 'derived' })],
    ['at the same validity the surest', named('旧', 9), named('新', 1, { certainty: 'confirmed' })],
    ['what was stated before what was derived', named('旧', 9, { certainty: 'derived' }), named('新', 1)],
    ['then the latest learnt', named('旧', 9), named('新', 1, {}, { at: '2025-01-01T00:00:00.001Z' })],
    ['the latest learnt, whatever the zone', named('旧', 9), named('新', 1, {}, { at: '2025-01-01T08:00:01+08:00' })],
    ['then the highest id', named('旧', 1), named('新', 2)],
  ])('%s', (_, old, better) => {
    expect(project([old, better], today).name).toBe('新')
    expect(project([better, old], today).name).toBe('新')
  })

  test('what holds only from tomorrow does not hold today, and without a day it does', () => {
    const facts = [named('今', 1), named('明', 2, { from: '2025-07-01' })]

    expect(project(facts, today).name).toBe('今')
    expect(project(facts, day('2025-07-01')).name).toBe('明')
    expect(project(facts).name).toBe('明')
  })

  test('what ended does not hold on its last day, which is exclusive', () => {
    const rated = keptFact({ kind: 'disability', value: { grade: 5, nature: 'war' }, to: '2025-06-30' })

    expect(project([rated], day('2025-06-29')).disabilityGrade).toBe(5)
    expect(project([rated], today).disabilityGrade).toBeUndefined()
    expect(project([rated]).disabilityGrade).toBeUndefined()
  })

  test('a preferred birth year gives way to the exact day that agrees with it, not to one that does not', () => {
    const year = keptFact({ kind: 'birth', value: dated('1958'), certainty: 'confirmed' }, { id: 1 })
    const exact = keptFact({ kind: 'birth', value: dated('1958-05-01'), certainty: 'derived' }, { id: 2 })
    const other = keptFact({ kind: 'birth', value: dated('1959-05-01'), certainty: 'derived' }, { id: 3 })

    expect(project([year, exact], today).born).toEqual(dated('1958-05-01'))
    expect(project([year, other], today).born).toEqual(dated('1958'))
  })
})

describe('where somebody belongs', () => {
  const home = keptFact({ kind: 'residence', value: { division: village, address: '5组' } }, { id: 1 })
  const household = keptFact(
    { kind: 'household-registration', value: { kind: 'rural', division: town, address: '老街1号' } },
    { id: 2 },
  )
  const onlyKind = keptFact({ kind: 'household-registration', value: { kind: 'rural' } }, { id: 3 })

  test.each([
    ['the residence comes first', [household, home], village, '5组'],
    ['without a residence the household registration', [household], town, '老街1号'],
    ['a registration that names no place is passed over', [household, onlyKind], town, '老街1号'],
    ['a registration without a place gives no place', [onlyKind], undefined, undefined],
  ] as const)('%s', (_, facts, code, address) => {
    expect(project(facts, today)).toMatchObject({ divisionCode: code, address })
  })

  test('the address of the household is not put beside the division of the residence', () => {
    const bare = keptFact({ kind: 'residence', value: { division: village } })

    expect(project([bare, household], today).address).toBeUndefined()
  })
})

describe('identities, phones, service, death', () => {
  test('an identity told by two ledgers stands once, one that ended not at all', () => {
    const facts = [
      keptFact({ kind: 'identity', value: { identity: 'veteran' }, source: ledgerRow(1) }, { id: 1 }),
      keptFact(
        { kind: 'identity', value: { identity: 'veteran', certificate: '苏1' }, source: ledgerRow(2) },
        { id: 2 },
      ),
      keptFact({ kind: 'identity', value: { identity: 'conscript-family' }, to: '2024-09-01' }, { id: 3 }),
    ]

    expect(project(facts, today).identities).toEqual(['veteran'])
  })

  test('a phone written in two ways stands once, as the preferred fact writes it', () => {
    const facts = [
      keptFact({ kind: 'phone', value: { phone: '+86 13900001234' } }, { id: 1 }),
      keptFact({ kind: 'phone', value: { phone: '13900001234' }, certainty: 'confirmed' }, { id: 2 }),
    ]

    expect(project(facts, today).phones).toEqual(['13900001234'])
  })

  test.each([
    [
      'two spells',
      [
        ['1970-12', '1975-03'],
        ['1978-11', '1990-08'],
      ],
      '1970-12',
      '1990-08',
    ],
    [
      'the year gives way to the day inside it',
      [
        ['1978', '1982'],
        ['1978-12-01', '1982-03-01'],
      ],
      '1978-12-01',
      '1982-03-01',
    ],
    [
      'an earlier spell without an end',
      [
        ['1970', undefined],
        ['1978', '1982'],
      ],
      '1970',
      '1982',
    ],
    ['an end without a start', [[undefined, '1982']], undefined, '1982'],
    [
      'a discharge known to the year is later than a day in it, and told by it',
      [
        [undefined, '1982'],
        [undefined, '1982-03-01'],
      ],
      undefined,
      '1982-03-01',
    ],
    [
      'of two days in the year of enlistment the earlier',
      [
        ['1978', undefined],
        ['1978-12-01', undefined],
        ['1978-03-01', undefined],
      ],
      '1978-03-01',
      undefined,
    ],
    [
      'of two days in the year of discharge the later',
      [
        [undefined, '1982'],
        [undefined, '1982-12-01'],
        [undefined, '1982-03-01'],
      ],
      undefined,
      '1982-12-01',
    ],
  ] as const)('%s', (_, spells, first, last) => {
    const facts = spells.map(([enlisted, discharged], at) =>
      keptFact(
        {
          kind: 'service',
          value: { enlisted: enlisted && dated(enlisted), discharged: discharged && dated(discharged) },
          to: '1990-01-01',
        },
        { id: at + 1 },
      ),
    )

    const answer = project(facts, today)
    expect(answer.firstEnlisted).toEqual(first && dated(first))
    expect(answer.lastDischarged).toEqual(last && dated(last))
  })

  test.each([
    ['the day before', '2025-03-04', true],
    ['on the day', '2025-03-05', false],
    ['later', '2025-06-30', false],
  ])('%s a death somebody is alive: %s %s', (_, on, isAlive) => {
    const died = keptFact({ kind: 'death', value: dated('2025-03-05'), from: '2025-03-05' })

    expect(project([died], day(on))).toMatchObject({ isAlive, diedOn: isAlive ? undefined : dated('2025-03-05') })
  })

  test('a death that is known to the month only is still a death', () => {
    expect(project([keptFact({ kind: 'death', value: dated('2025-03') })], today)).toMatchObject({
      isAlive: false,
      diedOn: dated('2025-03'),
    })
  })
})

describe('whatever the facts', () => {
  const someDay = fc.constantFrom('1958', '1958-05', '1958-05-01', '1960-02-03').map(dated)
  const story = fc.oneof(
    fc.record({
      kind: fc.constant('name' as const),
      value: fc.record({ name: fc.constantFrom('张三', '张 三', '李四') }),
    }),
    fc.record({ kind: fc.constant('birth' as const), value: someDay }),
    fc.record({ kind: fc.constant('death' as const), value: someDay }),
    fc.record({
      kind: fc.constant('phone' as const),
      value: fc.record({ phone: fc.constantFrom('139', '1 39', '138') }),
    }),
    fc.record({ kind: fc.constant('service' as const), value: fc.record({ enlisted: someDay, discharged: someDay }) }),
    fc.record({
      kind: fc.constant('residence' as const),
      value: fc.record({ division: fc.constantFrom(village, town) }),
    }),
    fc.record({
      kind: fc.constant('identity' as const),
      value: fc.record({ identity: fc.constantFrom('veteran' as const, 'martyr-child' as const) }),
    }),
  )
  const fact = fc
    .tuple(
      story,
      fc.constantFrom(undefined, '1990-01-01', '2020-01-01'),
      fc.constantFrom(undefined, '2024-01-01', '2030-01-01'),
      fc.constantFrom('confirmed' as const, 'stated' as const, 'derived' as const),
      fc.integer({ min: 1, max: 3 }),
      fc.constantFrom(undefined, '2025-03-01T00:00:00.000Z'),
    )
    .map(([said, from, to, certainty, row, until]) =>
      keptFact(
        { ...said, ...(from && { from }), ...(to && { to }), certainty, source: ledgerRow(row) },
        { ...(until && { until }), at: `2025-01-0${row}T00:00:00.000Z` },
      ),
    )
  const person = fc
    .array(fact, { maxLength: 12 })
    .map((facts) => facts.map((it, at): KeptFact => ({ ...it, id: at + 1 })))

  test('the order in which facts arrive changes nothing', () => {
    fc.assert(
      fc.property(
        person.chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length }))),
        fc.constantFrom(undefined, today),
        ([facts, shuffled], on) => {
          expect(project(shuffled, on)).toEqual(project(facts, on))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('superseded facts could as well not be there', () => {
    fc.assert(
      fc.property(person, (facts) => {
        expect(project(facts, today)).toEqual(
          project(
            facts.filter((it) => !it.supersededAt),
            today,
          ),
        )
      }),
    )
  })

  test('somebody is alive or has a date of death, never both, never neither', () => {
    fc.assert(
      fc.property(person, (facts) => {
        const answer = project(facts, today)
        expect(answer.isAlive).toBe(answer.diedOn === undefined)
      }),
    )
  })
})
