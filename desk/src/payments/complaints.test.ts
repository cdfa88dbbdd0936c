import { expect, test } from 'vitest'
import { saidOnce } from './complaints.ts'

const foreign = '批次号不是本批次的。'

test.each([
  ['nothing is wrong', [], []],
  ['one line is wrong', [['第 2 行', foreign]], [['第 2 行', foreign]]],
  [
    'the same is wrong in three lines, and something else in between',
    [
      ['第 2 行', foreign],
      ['第 3 行', '金额与送盘不一致。'],
      ['第 4 行', foreign],
      ['第 5 行', foreign],
    ],
    [
      ['第 2 行等 3 处', foreign],
      ['第 3 行', '金额与送盘不一致。'],
    ],
  ],
])('each sentence stands once: %s', (_sentence, complaints, shown) => {
  const lines = complaints.map(([where = '', say = '']) => ({ where, say }))

  expect(saidOnce(lines).map(({ where, say }) => [where, say])).toEqual(shown)
})
