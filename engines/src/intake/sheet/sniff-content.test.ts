import { describe, expect, test } from 'vitest'
import type { Cell } from '../cell.ts'
import { sampleIdNumber } from '../sample-sheets.ts'
import { type ContentKind, shareThatLooksLike } from './sniff-content.ts'

describe('what a column’s content betrays', () => {
  test.each<[ContentKind, readonly Cell[], number]>([
    ['id-number', [sampleIdNumber('19580501'), `'${sampleIdNumber('19600601')}`], 1],
    ['id-number', ['11010519491231002x', '320625780501001'], 1],
    ['id-number', ['6228480402564890018', '13800000001'], 0],
    ['phone', ['13800000001', 13900000002, '0513-82000001'], 1],
    ['phone', ['13800000001、13900000002', '没有'], 0.5],
    ['sex', ['男', '女', ' 男 '], 1],
    ['sex', [1, 2], 0],
    ['bank-account', ['6228480402564890018', '6217000000000000000'], 1],
    ['bank-account', [sampleIdNumber('19580501')], 0],
    ['credit-code', ['91512081MA62K0260E', '91350100M000100Y43'], 1],
    ['credit-code', [sampleIdNumber('19580501')], 0],
    ['division', ['中南村', '通源社区', '320614103201'], 1],
    ['division', ['常乐镇'], 0],
    ['town', ['常乐镇', '海门街道'], 1],
    ['town', ['中南村'], 0],
    ['name', ['张三', '李小四'], 1],
    ['name', ['已婚', '汉族'], 0],
    ['disability-grade', ['六级', '因公六级'], 1],
    ['date', ['1978-05-01'], 0],
    ['text', ['什么都可以'], 0],
  ])('as %s: %j is %d', (kind, cells, share) => {
    expect(shareThatLooksLike(kind, cells)).toBe(share)
  })

  test('blank cells say nothing', () => {
    expect(shareThatLooksLike('sex', ['男', '', undefined, ' '])).toBe(1)
    expect(shareThatLooksLike('sex', ['', undefined])).toBe(0)
  })
})
