import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openCandidatePairs } from './candidate-pairs.ts'

describe('people who share a key are compared', () => {
  test('once, however many keys they share, the earlier first', async () => {
    const index = indexOf([['a', 'b'], [], ['b'], ['a', 'b', 'c'], ['d']])

    expect(await index.pairs()).toEqual([
      [0, 2],
      [0, 3],
      [2, 3],
    ])
  })

  test('nobody is compared with themselves, even under a key given twice', async () => {
    expect(await indexOf([['a', 'a'], ['b']]).pairs()).toEqual([])
  })

  test('a key that more than sixty people share leads to no comparison', async () => {
    const many = Array.from({ length: 61 }, () => ['station-phone'])

    expect(await indexOf(many).pairs()).toEqual([])
    expect(await indexOf(many.slice(1)).pairs()).toHaveLength((60 * 59) / 2)
  })

  test('the pairs are those of comparing everybody with everybody, in order', async () => {
    const keys = fc.array(fc.array(fc.constantFrom('甲', '乙', '丙', '丁', '戊', '己'), { maxLength: 3 }), {
      maxLength: 30,
    })
    await fc.assert(
      fc.asyncProperty(keys, async (people) => {
        expect(await indexOf(people).pairs()).toEqual(everyPairOf(people))
      }),
    )
  })
})

function indexOf(people: readonly (readonly string[])[]) {
  const index = openCandidatePairs()
  for (const keys of people) index.add(keys)
  return index
}

function everyPairOf(people: readonly (readonly string[])[]): readonly (readonly [number, number])[] {
  return people.flatMap((mine, one) =>
    people.flatMap((theirs, other) =>
      one < other && mine.some((key) => theirs.includes(key)) ? [[one, other] as const] : [],
    ),
  )
}
