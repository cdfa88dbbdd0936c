import { day } from '@dongzhou/terms/day'
import { divisionCode } from '@dongzhou/terms/division'
import { describe, expect, test } from 'vitest'
import { project } from './project.ts'
import { dated, keptFact, ledgerRow } from './sample-facts.ts'
import { factsAsKnownOn } from './standing.ts'
import { timelineOf, valueOn, valuesOn } from './timeline.ts'

const award = (approved: string) => ({ benefit: 'disability-pension', approved: day(approved) }) as const

describe('a life as one line', () => {
  test('events stand at their date in the world, or at the day we learnt of them', () => {
    const facts = [
      keptFact({ kind: 'phone', value: { phone: '139' } }, { id: 1, at: '2025-03-01T16:30:00.000Z' }),
      keptFact({ kind: 'death', value: dated('2024-11-02'), from: '2024-11-03' }, { id: 2 }),
      keptFact({ kind: 'service', value: { enlisted: dated('1976-12'), discharged: dated('1981') } }, { id: 3 }),
      keptFact({ kind: 'birth', value: dated('1958-05-01') }, { id: 4 }),
      keptFact(
        { kind: 'residence', value: { division: divisionCode('999999102201') }, from: '1990-01-01', to: '2001-01-01' },
        { id: 5 },
      ),
      keptFact({ kind: 'merit', value: { class: '三等功', year: 1979 } }, { id: 6 }),
      keptFact({ kind: 'merit', value: { class: '嘉奖' } }, { id: 7, at: '2025-01-02T00:00:00.000Z' }),
    ]

    expect(timelineOf(facts).map(({ event, on, fact }) => [event, on.day, on.precision, fact.id])).toEqual([
      ['began', '1958-05-01', 'day', 4],
      ['began', '1976-12-01', 'month', 3],
      ['began', '1979-01-01', 'year', 6],
      ['ended', '1981-01-01', 'year', 3],
      ['began', '1990-01-01', 'day', 5],
      ['ended', '2001-01-01', 'day', 5],
      ['began', '2024-11-02', 'day', 2],
      ['noted', '2025-01-02', 'day', 7],
      ['noted', '2025-03-02', 'day', 1],
    ])
  })

  test('superseded facts stay on the line and are marked', () => {
    const wrong = keptFact({ kind: 'name', value: { name: '张丽' } }, { id: 1, until: '2025-02-01T00:00:00.000Z' })
    const right = keptFact({ kind: 'name', value: { name: '张莉' } }, { id: 2, at: '2025-02-01T00:00:00.000Z' })

    expect(timelineOf([right, wrong]).map(({ fact, isCurrent }) => [fact.id, isCurrent])).toEqual([
      [1, false],
      [2, true],
    ])
  })

  test('a service stands at the dates of its value, not at those of its validity', () => {
    const value = { enlisted: dated('1976-12'), discharged: dated('1981') }
    const served = keptFact({ kind: 'service', value, from: '1977-01-01', to: '1982-01-01' })

    expect(timelineOf([served]).map(({ on }) => on)).toEqual([dated('1976-12'), dated('1981')])
  })

  test('a service without dates in its value takes those of its validity', () => {
    const served = keptFact({ kind: 'service', value: { rank: '中士' }, from: '1976-12-01', to: '1981-01-01' })

    expect(timelineOf([served]).map(({ event, on }) => [event, on.day])).toEqual([
      ['began', '1976-12-01'],
      ['ended', '1981-01-01'],
    ])
  })
})

describe('what benefits hang on stands at the day of its paper', () => {
  test.each([
    ['an award', { kind: 'award', value: award('2018-06-05') }, '2018-06-05', undefined],
    [
      'an award from a named month',
      { kind: 'award', value: award('2018-06-05'), from: '2018-01-01' },
      '2018-01-01',
      undefined,
    ],
    [
      'an award that ended',
      { kind: 'award', value: award('2018-06-05'), to: '2020-01-01' },
      '2018-06-05',
      '2020-01-01',
    ],
    [
      'a rating',
      { kind: 'disability', value: { grade: 7, nature: 'duty', approved: day('2001-03-01') }, from: '1999-01-01' },
      '2001-03-01',
      undefined,
    ],
    [
      'a conscription',
      { kind: 'conscription', value: { approved: day('2023-09-01'), left: day('2025-09-01'), how: 'completed' } },
      '2023-09-01',
      '2025-09-01',
    ],
    [
      'a wait for work',
      { kind: 'arrangement', value: { mode: 'assigned-work', reported: day('2024-09-10'), letter: day('2024-12-20') } },
      '2024-09-10',
      '2024-12-20',
    ],
    [
      'a merit with its order',
      { kind: 'merit', value: { class: '三等功', year: 1979, on: day('1979-03-16') } },
      '1979-03-16',
      undefined,
    ],
    [
      'a suspension',
      { kind: 'suspension', value: { ground: '被通缉', document: '测字1号' }, from: '2024-01-01', to: '2024-06-01' },
      '2024-01-01',
      '2024-06-01',
    ],
  ] as const)('%s', (_, story, began, ended) => {
    const entries = timelineOf([keptFact(story)])

    expect(entries.find(({ event }) => event === 'began')?.on).toEqual(dated(began))
    expect(entries.find(({ event }) => event === 'ended')?.on.day).toBe(ended)
  })

  test('a wait without dates stands where we learnt of it', () => {
    const [entry] = timelineOf([keptFact({ kind: 'arrangement', value: { mode: 'assigned-work' } })])

    expect(entry).toMatchObject({ event: 'noted', on: { day: '2025-01-01' } })
  })
})

describe('what did we know then', () => {
  const wrong = keptFact(
    { kind: 'name', value: { name: '张丽' } },
    { id: 1, at: '2025-01-01T00:00:00.000Z', until: '2025-06-30T16:00:00.000Z' },
  )
  const right = keptFact({ kind: 'name', value: { name: '张莉' } }, { id: 2, at: '2025-06-30T16:00:00.000Z' })

  test.each([
    ['before anything was learnt', '2024-12-31T23:59:59.999Z', undefined],
    ['the moment it was learnt', '2025-01-01T00:00:00.000Z', '张丽'],
    ['at the end of 30 June in China', '2025-06-30T23:59:59.999+08:00', '张丽'],
    ['the moment it was corrected', '2025-06-30T16:00:00.000Z', '张莉'],
    ['long after', '2026-01-01T00:00:00Z', '张莉'],
  ])('%s', (_, instant, name) => {
    expect(project(factsAsKnownOn([wrong, right], instant)).name).toBe(name)
  })

  test('the moment a fact is superseded we no longer hold it', () => {
    expect(factsAsKnownOn([wrong], '2025-06-30T16:00:00.000Z')).toEqual([])
    expect(factsAsKnownOn([wrong], '2025-06-30T15:59:59.999Z')).toHaveLength(1)
  })

  test('a fact stands as it stood: not yet superseded', () => {
    expect(factsAsKnownOn([wrong], '2025-03-01T00:00:00.000Z')).toEqual([{ ...wrong, supersededAt: undefined }])
  })
})

describe('the value on a day', () => {
  const seven = keptFact(
    { kind: 'disability', value: { grade: 7, nature: 'duty' }, from: '2000-01-01', to: '2010-01-01' },
    { id: 1 },
  )
  const six = keptFact({ kind: 'disability', value: { grade: 6, nature: 'duty' }, from: '2010-01-01' }, { id: 2 })

  test.each([
    ['1999-12-31', undefined],
    ['2000-01-01', 7],
    ['2009-12-31', 7],
    ['2010-01-01', 6],
    ['2025-01-01', 6],
  ])('on %s the grade is %s', (on, grade) => {
    expect(valueOn([six, seven], 'disability', day(on))?.grade).toBe(grade)
  })

  test('several phones, each once, the preferred first', () => {
    const facts = [
      keptFact({ kind: 'phone', value: { phone: '139' }, source: ledgerRow(1) }, { id: 1 }),
      keptFact({ kind: 'phone', value: { phone: '1 39' }, source: ledgerRow(2) }, { id: 2 }),
      keptFact({ kind: 'phone', value: { phone: '138' }, certainty: 'confirmed' }, { id: 3 }),
      keptFact({ kind: 'phone', value: { phone: '137' } }, { id: 4, until: '2025-02-01T00:00:00.000Z' }),
    ]

    expect(valuesOn(facts, 'phone', day('2025-01-01'))).toEqual([{ phone: '138' }, { phone: '1 39' }])
    expect(valueOn(facts, 'name', day('2025-01-01'))).toBeUndefined()
  })
})
