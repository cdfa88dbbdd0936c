import { day } from '@dongzhou/terms/day'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../cell.ts'
import { kindOfRow, textOfRow } from './row-kind.ts'

describe('a row without anything in a required column', () => {
  test.each<[readonly Cell[], ReturnType<typeof kindOfRow>]>([
    [[], 'blank'],
    [['', undefined, ' '], 'blank'],
    [['合计'], 'total'],
    [['共计：12'], 'total'],
    [['总计', 5, 6], 'total'],
    [['累计', '', 6], 'total'],
    [['本页合计'], 'total'],
    [['中南村合计', 5], 'total'],
    [[7, '小计', 5], 'total'],
    [['备注：无'], 'note'],
    [['※注：见附件'], 'note'],
    [['说明：本表'], 'note'],
    [['制表：某某', '审核：某某'], 'note'],
    [['单位（盖章）：'], 'note'],
    [['填报日期：', { day: day('2025-03-05') }], 'note'],
    [['二、烈士遗属'], 'note'],
    [['（二）烈士遗属'], 'note'],
    [['悦来镇'], 'note'],
    [['新增'], 'note'],
    [[1, 2, 3, 4], 'note'],
    [['①'], 'note'],
    [['13800000001'], undefined],
    [[12], undefined],
    [['某某', '某某'], undefined],
    [[1, 3, 5, 7], undefined],
    [[1, 2, 3], undefined],
    [[{ day: day('2025-03-05') }, '某某'], undefined],
  ])('%j is %s', (cells, kind) => {
    expect(kindOfRow(cells, false)).toBe(kind)
  })
})

describe('a row with something in a required column', () => {
  test.each<[readonly Cell[], ReturnType<typeof kindOfRow>]>([
    [[1, '张三', '男'], undefined],
    [['张三'], undefined],
    [['何家合', 1], undefined],
    [['共三', '男'], undefined],
    [['合计', 12], 'total'],
    [[31, '合计', 12], 'total'],
    [['注：张三一户已迁出', '男'], 'note'],
    [['悦来镇'], 'note'],
    [['必填', '必填', '文本格式'], 'note'],
    [['张三', '必填项', 1, 2, 3, 4], undefined],
  ])('%j is %s', (cells, kind) => {
    expect(kindOfRow(cells, true)).toBe(kind)
  })
})

test('the text of a row is what it shows, apart by spaces', () => {
  expect(textOfRow(['合计', undefined, '', 12, { day: day('2025-03-05') }])).toBe('合计 12 2025年3月5日')
})
