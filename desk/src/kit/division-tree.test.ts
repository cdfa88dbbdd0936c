import { expect, test } from 'vitest'
import { type DivisionLike, divisionTitle, divisionTree, isNamed } from './division-tree.ts'

const line = (code: string, shortName: string, parentCode: string | null, more: Partial<DivisionLike> = {}) => ({
  code,
  name: `${shortName}（全称）`,
  shortName,
  parentCode,
  aliases: [],
  isActive: true,
  ...more,
})
const divisions: readonly DivisionLike[] = [
  line('999999000000', '测试区', null),
  line('999999102000', '东镇', '999999000000'),
  line('999999102202', '乙村', '999999102000', { aliases: ['旧乙村'] }),
  line('999999102201', '甲村', '999999102000'),
  line('999999103000', '西镇', '999999000000'),
  line('999999103201', '丙村', '999999103000', { isActive: false }),
]

test('villages stand under their town in the order of their codes', () => {
  const [county] = divisionTree(divisions)

  expect(county?.children.map((town) => town.title)).toEqual(['东镇', '西镇'])
  expect(county?.children[0]?.children.map((village) => village.title)).toEqual(['甲村', '乙村'])
})

test('a station sees its own town only', () => {
  expect(divisionTree(divisions, { within: '999999102000' }).map((node) => node.title)).toEqual(['东镇'])
})

test.each([
  ['left out', {}, 0],
  ['there for those who maintain divisions', { withStopped: true }, 1],
  ['there when it is the chosen one', { chosen: '999999103201' }, 1],
])('a village out of use is %s', (_, wishes, count) => {
  expect(divisionTree(divisions, wishes)[0]?.children[1]?.children).toHaveLength(count)
})

test.each([
  ['999999102201', '东镇甲村'],
  ['999999102000', '东镇'],
  ['999999000000', '测试区'],
  ['999999999999', '999999999999'],
])('%s is written %s', (code, title) => {
  expect(divisionTitle(divisions, code)).toBe(title)
})

test.each([
  ['旧 乙村', true],
  ['乙村', true],
  ['999999102202', true],
  ['甲村', false],
])('typing %s finds the village by any of its names: %s', (typed, isFound) => {
  expect(isNamed({ names: '乙村（全称） 乙村 旧乙村 999999102202' }, typed)).toBe(isFound)
})

test('a division whose parent is not there becomes a root and is not lost', () => {
  expect(divisionTree([line('999999104201', '丁村', '999999104000')]).map((node) => node.title)).toEqual(['丁村'])
})
