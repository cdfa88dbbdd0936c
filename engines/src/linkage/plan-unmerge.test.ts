import { lengthenIdNumber } from '@dongzhou/terms/id-number'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyMerge, applyUnmerge } from './apply-plans.ts'
import { type PersonFile, planMerge } from './plan-merge.ts'
import { type LaterFact, planUnmerge, type SourceNames } from './plan-unmerge.ts'
import { keptFact } from './sample-files.ts'

const newForm = lengthenIdNumber('999999600202002') ?? ''
const gone = '2025-02-01T00:00:00.000Z'
const keep: PersonFile = {
  id: 'keep',
  facts: [
    keptFact(1, { kind: 'name', value: { name: '张丽' } }),
    keptFact(2, { kind: 'id-number', value: { idNumber: '999999195805010013' } }),
    keptFact(3, { kind: 'phone', value: { phone: '13900001234' } }),
    keptFact(4, { kind: 'phone', value: { phone: '82210000' } }),
  ],
}
const drop: PersonFile = {
  id: 'drop',
  facts: [
    keptFact(11, { kind: 'name', value: { name: '张莉' } }),
    keptFact(12, { kind: 'id-number', value: { idNumber: '999999600202002' } }),
    keptFact(13, { kind: 'phone', value: { phone: '13800001234' } }),
    keptFact(14, { kind: 'phone', value: { phone: '8221-0000' } }),
    keptFact(15, { kind: 'name', value: { name: '张小莉' }, until: gone }),
  ],
}
const record = planMerge(keep, drop, { name: 1, 'id-number': 2 })
const merged = applyMerge(record, keep, drop, '2025-06-01T08:00:00.000Z')
const later = (id: number, named?: SourceNames, supersedes?: readonly number[]): LaterFact => ({
  fact: keptFact(id, { kind: 'merit', value: { class: '三等功', year: 1979 } }),
  named,
  supersedes,
})
const planWith = (...facts: readonly LaterFact[]) =>
  planUnmerge(record, facts, [...merged.facts, ...facts.map((it) => it.fact)])

describe('a merge is taken back', () => {
  test('with nothing recorded since, the facts of the dropped person go back and the losers are open again', () => {
    expect(planWith()).toEqual({
      keep: 'keep',
      drop: 'drop',
      returns: [11, 12, 13, 14, 15],
      reopens: [11, 12, 14],
      ambiguous: [],
    })
  })

  test.each([
    ['the name of the dropped person', { name: '张莉' }],
    ['that name with a space', { name: '张 莉' }],
    ['a former name of the dropped person', { name: '张小莉' }],
    ['the ID number, in its new form', { idNumber: newForm }],
    ['the phone alone', { phone: '138 0000 1234' }],
    ['the dropped person, for whom the case was opened', { personId: 'drop', name: '张丽' }],
    ['the ID, with a name of neither', { idNumber: '999999600202002', name: '张力' }],
    ['the name, with the phone of the other', { name: '张莉', phone: '13900001234' }],
  ])('a later fact whose source names %s goes back', (_, named) => {
    expect(planWith(later(21, named))).toMatchObject({ returns: [11, 12, 13, 14, 15, 21], ambiguous: [] })
  })

  test.each([
    ['the name of the kept person', { name: '张丽' }],
    ['the ID number of the kept person', { idNumber: '999999195805010013' }],
    ['the phone of the kept person', { phone: '13900001234' }],
    ['a third person, merged in later', { personId: 'third', name: '张莉' }],
    ['the kept file, as it had to, and the kept name', { personId: 'keep', name: '张丽' }],
  ])('a later fact whose source names %s stays', (_, named) => {
    expect(planWith(later(21, named))).toMatchObject({ returns: [11, 12, 13, 14, 15], ambiguous: [] })
  })

  test.each([
    ['nobody', undefined, 'names-nobody'],
    ['only the kept file, which was the only one to choose', { personId: 'keep' }, 'names-nobody'],
    ['somebody unknown', { name: '王芳' }, 'names-neither'],
    ['a phone that both have', { phone: '82210000' }, 'names-both'],
    ['the name of one and the ID of the other', { name: '张丽', idNumber: '999999600202002' }, 'evidence-conflicts'],
  ] as const)('a source that names %s is for the clerk', (_, named, why) => {
    const plan = planWith(later(21, named))

    expect(plan.returns).not.toContain(21)
    expect(plan.ambiguous).toMatchObject([{ factId: 21, why }])
    expect(plan.ambiguous[0]?.say).toMatch(/[\u4e00-\u9fff]/)
  })

  test('the dropped file, named by its id although only the kept one could be chosen, needs no other evidence', () => {
    expect(planWith(later(21, { personId: 'keep', name: '张莉' })).returns).toContain(21)
  })

  test('a correction that stays opens again what it had corrected on the dropped person, and says so', () => {
    const plan = planWith(later(21, { name: '张丽' }, [13]))

    expect(plan.reopens).toEqual([11, 12, 13, 14])
    expect(plan.ambiguous).toMatchObject([{ factId: 13, why: 'superseded-across' }])
  })

  test('a correction that goes back opens again what it had corrected on the kept person', () => {
    const plan = planWith(later(21, { name: '张莉' }, [3, 13]))

    expect(plan.reopens).toEqual([3, 11, 12, 14])
    expect(plan.ambiguous).toMatchObject([{ factId: 3, why: 'superseded-across' }])
  })

  test('a correction of a correction goes by the same rule', () => {
    const plan = planWith(later(21, { name: '张莉' }), later(22, { name: '张丽' }, [21]))

    expect(plan.returns).toContain(21)
    expect(plan.reopens).toContain(21)
  })

  test('the two files afterwards hold what the plan says', () => {
    const facts = [later(21, { name: '张莉' }), later(22, { name: '张丽' })]
    const now = { id: 'keep', facts: [...merged.facts, ...facts.map((it) => it.fact)] }

    const apart = applyUnmerge(planUnmerge(record, facts, now.facts), now)

    expect(apart.keep).toEqual({ id: 'keep', facts: [...keep.facts, ...facts.slice(1).map((it) => it.fact)] })
    expect(apart.drop).toEqual({ id: 'drop', facts: [...drop.facts, ...facts.slice(0, 1).map((it) => it.fact)] })
  })

  test('whatever came later, every fact is on exactly one side and the original facts are where they were', () => {
    const named = fc.record({
      personId: fc.constantFrom(undefined, 'keep', 'drop', 'third'),
      name: fc.constantFrom(undefined, '张丽', '张莉', '王芳'),
      idNumber: fc.constantFrom(undefined, '999999195805010013', '999999600202002'),
      phone: fc.constantFrom(undefined, '13900001234', '82210000'),
    })
    const since = fc.array(fc.tuple(named, fc.subarray([1, 3, 11, 13])), { maxLength: 6 })
    fc.assert(
      fc.property(since, (told) => {
        const facts = told.map(([who, supersedes], at) => later(21 + at, who, supersedes))
        const now = { id: 'keep', facts: [...merged.facts, ...facts.map((it) => it.fact)] }

        const apart = applyUnmerge(planUnmerge(record, facts, now.facts), now)
        const ids = (file: PersonFile) => file.facts.map((fact) => fact.id)

        expect([...ids(apart.keep), ...ids(apart.drop)].toSorted((a, b) => a - b)).toEqual(ids(now))
        expect(ids(apart.keep).filter((id) => id < 20)).toEqual(ids(keep))
        expect(ids(apart.drop).filter((id) => id < 20)).toEqual(ids(drop))
      }),
    )
  })
})
