import { day } from '@dongzhou/terms/day'
import { divisionCode } from '@dongzhou/terms/division'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyMerge, applyUnmerge } from './apply-plans.ts'
import { choose, type PersonFile, planMerge } from './plan-merge.ts'
import { planUnmerge } from './plan-unmerge.ts'
import { keptFact } from './sample-files.ts'

const here = divisionCode('999999102201')
const there = divisionCode('999999102202')
const firstOf1958 = day('1958-01-01')
const may1958 = day('1958-05-01')
const mergedAt = '2025-06-01T08:00:00.000Z'
const gone = '2025-02-01T00:00:00.000Z'

const keep: PersonFile = {
  id: 'keep',
  facts: [
    keptFact(1, { kind: 'name', value: { name: '张丽' } }),
    keptFact(2, { kind: 'phone', value: { phone: '13900001234' } }),
    keptFact(3, { kind: 'residence', value: { division: here } }),
    keptFact(4, { kind: 'sex', value: { sex: 'female' }, until: gone }),
  ],
}
const drop: PersonFile = {
  id: 'drop',
  facts: [
    keptFact(11, { kind: 'name', value: { name: '张莉' } }),
    keptFact(12, { kind: 'phone', value: { phone: '139-0000-1234' } }),
    keptFact(13, { kind: 'phone', value: { phone: '13800001234' } }),
    keptFact(14, { kind: 'residence', value: { division: there } }),
    keptFact(15, { kind: 'residence', value: { division: here }, until: gone }),
  ],
}

describe('a merge is planned before it is done', () => {
  test('without choices all facts move, what both tell word for word is superseded, disputes stay visible', () => {
    expect(planMerge(keep, drop)).toEqual({
      keep: 'keep',
      drop: 'drop',
      stays: [1, 2, 3, 4],
      moves: [11, 12, 13, 14, 15],
      chosen: [],
      supersedes: [12],
      undecided: ['name', 'residence'],
    })
  })

  test.each([
    ['the kept name', { name: 1 }, [11, 12], ['residence']],
    ['the dropped name', { name: 11 }, [1, 12], ['residence']],
    ['both', { name: 11, residence: 3 }, [1, 12, 14], []],
  ] as const)('a choice supersedes what contradicts it: %s', (_, choices, supersedes, undecided) => {
    expect(planMerge(keep, drop, choices)).toMatchObject({ supersedes, undecided })
  })

  test('a choice says which fact it is', () => {
    expect(choose(keep.facts, drop.facts, { name: 11 })).toEqual({
      chosen: [{ kind: 'name', factId: 11 }],
      supersedes: [1],
      undecided: ['residence'],
    })
  })

  test.each([
    ['a fact of neither', { name: 99 }],
    ['a fact of another kind', { name: 3 }],
    ['a superseded fact', { residence: 15 }],
    ['a kind of which several hold at once', { phone: 2 }],
  ])('%s cannot be chosen', (_, choices) => {
    expect(() => choose(keep.facts, drop.facts, choices)).toThrow(RangeError)
  })

  test('a file is not merged with itself', () => {
    expect(() => planMerge(keep, keep)).toThrow(RangeError)
  })

  test('residences one after the other are no dispute', () => {
    const before = { id: 'a', facts: [keptFact(1, { kind: 'residence', value: { division: here }, to: '2020-01-01' })] }
    const after = {
      id: 'b',
      facts: [keptFact(2, { kind: 'residence', value: { division: there }, from: '2020-01-01' })],
    }

    expect(planMerge(before, after)).toMatchObject({ supersedes: [], undecided: [] })
  })

  describe('decisions on benefits', () => {
    const pension = 'disability-pension' as const
    const granted = (id: number, approved: string, more: object = {}) =>
      keptFact(id, { kind: 'award', value: { benefit: pension, approved: day(approved) }, ...more })
    const other = (id: number, benefit: 'merit-news-money' | 'lone-supplement') =>
      keptFact(id, { kind: 'award', value: { benefit, approved: day('2022-05-01') } })
    const one: PersonFile = { id: 'a', facts: [granted(1, '2020-03-05'), other(2, 'merit-news-money')] }
    const two: PersonFile = {
      id: 'b',
      facts: [granted(11, '2024-06-01'), other(12, 'lone-supplement'), granted(13, '2010-01-01', { to: '2012-01-01' })],
    }

    test('of both files all stay where nobody chooses, and the merge says that they differ', () => {
      expect(planMerge(one, two)).toMatchObject({ moves: [11, 12, 13], supersedes: [], undecided: ['award'] })
    })

    test('one is chosen by its benefit; what was over before, and other benefits, are not touched', () => {
      expect(planMerge(one, two, { [`award ${pension}`]: 11 })).toMatchObject({
        chosen: [{ kind: 'award', factId: 11 }],
        supersedes: [1],
        undecided: [],
      })
    })

    test('two benefits in dispute are two choices', () => {
      const again: PersonFile = {
        id: 'c',
        facts: [
          granted(21, '2024-06-01'),
          keptFact(22, { kind: 'award', value: { benefit: 'lone-supplement', approved: day('2023-01-01') } }),
        ],
      }
      expect(planMerge(two, again, { 'award lone-supplement': 22 })).toMatchObject({
        supersedes: [12, 21],
        undecided: [],
      })
      expect(planMerge(one, again, { 'award disability-pension': 1 })).toMatchObject({
        supersedes: [21],
        undecided: [],
      })
    })

    test.each([
      ['money paid for an event: each decision counts', one.facts, { 'award merit-news-money': 2 }],
      ['a decision on another benefit', one.facts, { 'award disability-pension': 12 }],
      ['the kind alone, which is no one thing', one.facts, { award: 11 }],
    ])('%s cannot be chosen', (_, facts, choices) => {
      expect(() => choose(facts, two.facts, choices)).toThrow(RangeError)
    })
  })

  test('a birth year and a day in it are no dispute, and neither is superseded', () => {
    const year = { id: 'a', facts: [keptFact(1, { kind: 'birth', value: { day: firstOf1958, precision: 'year' } })] }
    const exact = { id: 'b', facts: [keptFact(2, { kind: 'birth', value: { day: may1958, precision: 'day' } })] }

    expect(planMerge(year, exact)).toMatchObject({ supersedes: [], undecided: [] })
  })

  test('a dropped fact that was chosen is not superseded for being told twice', () => {
    const twice = { id: 'drop', facts: [keptFact(11, { kind: 'name', value: { name: '张 丽' } })] }

    expect(planMerge(keep, twice).supersedes).toEqual([11])
    expect(planMerge(keep, twice, { name: 11 }).supersedes).toEqual([])
  })

  test('the one file holds every fact, and the losers are superseded at the moment of the merge', () => {
    const one = applyMerge(planMerge(keep, drop, { name: 11 }), keep, drop, mergedAt)

    expect(one.id).toBe('keep')
    expect(one.facts.map((fact) => [fact.id, fact.supersededAt])).toEqual([
      [1, mergedAt],
      [2, undefined],
      [3, undefined],
      [4, gone],
      [11, undefined],
      [12, mergedAt],
      [13, undefined],
      [14, undefined],
      [15, gone],
    ])
  })
})

describe('whatever the two files', () => {
  const story = fc.oneof(
    fc.record({
      kind: fc.constant('name' as const),
      value: fc.record({ name: fc.constantFrom('张丽', '张莉', '张 丽') }),
    }),
    fc.record({
      kind: fc.constant('sex' as const),
      value: fc.record({ sex: fc.constantFrom('male' as const, 'female' as const) }),
    }),
    fc.record({ kind: fc.constant('phone' as const), value: fc.record({ phone: fc.constantFrom('139', '138') }) }),
    fc.record({
      kind: fc.constant('residence' as const),
      value: fc.record({ division: fc.constantFrom(here, there) }),
    }),
  )
  const told = fc.record({
    story,
    from: fc.constantFrom(undefined, '2010-01-01', '2020-01-01'),
    until: fc.constantFrom(undefined, undefined, gone),
  })
  const files = fc
    .tuple(fc.array(told, { maxLength: 8 }), fc.array(told, { maxLength: 8 }))
    .map(([mine, theirs]) => [fileOf('keep', 1, mine), fileOf('drop', 101, theirs)] as const)

  function fileOf(
    id: string,
    first: number,
    facts: readonly { story: Parameters<typeof keptFact>[1]; from: string | undefined; until: string | undefined }[],
  ): PersonFile {
    return {
      id,
      facts: facts.map(({ story: said, from, until }, at) =>
        keptFact(first + at, { ...said, ...(from && { from }), ...(until && { until }) }),
      ),
    }
  }

  // For each kind, now and then, some open fact of it.
  const merges = fc.tuple(files, fc.array(fc.nat(), { minLength: 3, maxLength: 3 })).map(([[one, two], throws]) => {
    const open = [...one.facts, ...two.facts].filter((fact) => fact.supersededAt === undefined)
    const kinds = ['name', 'sex', 'residence'] as const
    const choices = Object.fromEntries(
      kinds.flatMap((kind, at) => {
        const same = open.filter((fact) => fact.kind === kind)
        const fact = same[(throws[at] ?? 0) % (same.length + 1)]
        return fact ? [[kind, fact.id]] : []
      }),
    )
    return { one, two, plan: planMerge(one, two, choices) }
  })

  test('merging and at once un-merging restores both files exactly', () => {
    fc.assert(
      fc.property(merges, ({ one, two, plan }) => {
        const merged = applyMerge(plan, one, two, mergedAt)

        expect(applyUnmerge(planUnmerge(plan, [], merged.facts), merged)).toEqual({ keep: one, drop: two })
      }),
      { numRuns: 300 },
    )
  })

  test('no fact is lost or doubled, no fact superseded before is touched, no chosen fact is superseded', () => {
    fc.assert(
      fc.property(merges, ({ one, two, plan }) => {
        const merged = applyMerge(plan, one, two, mergedAt)
        const before = new Map([...one.facts, ...two.facts].map((fact) => [fact.id, fact]))

        expect(merged.facts.map((fact) => fact.id)).toEqual([...before.keys()])
        for (const fact of merged.facts) {
          const { supersededAt } = before.get(fact.id) ?? {}
          if (supersededAt !== undefined) expect(fact.supersededAt).toBe(supersededAt)
        }
        expect(plan.supersedes.filter((id) => plan.chosen.some((choice) => choice.factId === id))).toEqual([])
      }),
    )
  })
})
