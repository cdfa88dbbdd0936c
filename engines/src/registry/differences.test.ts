import { describe, expect, test } from 'vitest'
import { differences } from './differences.ts'
import { project } from './project.ts'
import { dated, keptFact } from './sample-facts.ts'

const nobody = project([])

describe('what changed between two looks at a person', () => {
  test.each([
    ['nothing', {}, []],
    ['a name', { name: '张三' }, ['name']],
    ['a date of another precision', { born: { ...dated('1958'), precision: 'month' as const } }, ['born']],
    ['the same date, another object', { born: dated('1958') }, []],
    ['one more phone', { phones: ['139', '138'] }, ['phones']],
    ['the same phones in another order', { phones: ['138'] }, []],
    ['fewer identities', { identities: [] }, ['identities']],
    ['several at once, in the order of the columns', { isAlive: false, sex: 'male' as const }, ['sex', 'isAlive']],
    ['a date gone', { born: undefined }, ['born']],
  ])('%s', (_, change, fields) => {
    const before = { ...nobody, born: dated('1958'), phones: ['138'], identities: ['veteran' as const] }

    const answer = differences(before, { ...before, ...change })

    expect(answer.map((difference) => difference.field)).toEqual(fields)
    expect(differences({ ...before, ...change }, before).map((difference) => difference.field)).toEqual(fields)
  })

  test('each difference holds both values', () => {
    const after = project([keptFact({ kind: 'name', value: { name: '张三' } })])

    expect(differences(nobody, after)).toEqual([
      { field: 'name', before: undefined, after: '张三' },
      { field: 'pinyin', before: '', after: 'zhangsan' },
      { field: 'initials', before: '', after: 'zs' },
    ])
  })

  test('every column of a projection is compared', () => {
    for (const field of Object.keys(nobody)) {
      expect(differences(nobody, { ...nobody, [field]: '改' }).map((it) => it.field)).toEqual([field])
    }
  })
})
