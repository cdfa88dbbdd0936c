import { expect, test } from 'vitest'
import { groupByTown, groupByVillage, inTown, inVillages, sumOf } from './sheet-groups.ts'

const row = (code: string, name: string, amount: number) => ({ division: { code, name }, amount })

test('villages stand under their town, towns in the order of their codes, rows as they came', () => {
  const rows = [row('999998002001', '乙村', 3), row('999998001002', '丙村', 1), row('999998001001', '甲村', 2)]
  const towns = [
    { code: '999998001000', name: '一镇' },
    { code: '999998002000', name: '二镇' },
  ]

  const groups = groupByTown(rows, towns)

  expect(groups.map(({ town, rows: some }) => [town, some.map(({ division }) => division.name)])).toEqual([
    ['一镇', ['丙村', '甲村']],
    ['二镇', ['乙村']],
  ])
  expect(sumOf(rows, ({ amount }) => amount)).toBe(6)
})

test('a town that nobody named goes by its first row', () => {
  expect(groupByTown([row('999998003001', '丁村', 1)], []).map(({ town }) => town)).toEqual(['丁村'])
  expect(groupByTown([], [])).toEqual([])
})

test('a receipt goes village by village, those of one name apart', () => {
  const rows = [row('999998002001', '新村', 3), row('999998001002', '新村', 1), row('999998002001', '新村', 2)]

  expect(groupByVillage(rows).map(({ first, rows: some }) => [first, some.map(({ amount }) => amount)])).toEqual([
    [1, [1]],
    [2, [3, 2]],
  ])
  expect(groupByVillage([])).toEqual([])
})

test('a village does not say its town once more on the sheet of the town', () => {
  expect(inTown('海永镇沙南村', '海永镇')).toBe('沙南村')
  expect(inTown('沙南村', '海永镇')).toBe('沙南村')
  expect(inTown('海永镇', '海永镇')).toBe('海永镇')
})

test('a roster goes village by village, and by name within one', () => {
  const rows = [
    { ...row('999998001002', '丙村', 1), name: '张某' },
    { ...row('999998001001', '甲村', 2), name: '赵某' },
    { ...row('999998001001', '甲村', 3), name: '李某' },
  ]

  expect(inVillages(rows).map(({ name }) => name)).toEqual(['李某', '赵某', '张某'])
})
