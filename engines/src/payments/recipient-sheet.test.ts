import { describe, expect, test } from 'vitest'
import { type RecipientHead, type RecipientRow, recipientSheet, recipientTitles } from './recipient-sheet.ts'

const head: RecipientHead = {
  issuer: '某局',
  title: '2025年5月发放名单',
  batch: '999998-202505-000001-1',
  digest: 'abcd',
  isSample: false,
}

function row(more: Partial<RecipientRow>): RecipientRow {
  return {
    ...{ town: '东镇', village: '东村', name: '甲', idNumberMasked: '9999***', benefits: '残疾抚恤金' },
    ...{ gross: 20_000, offset: 0, withheld: 0, amount: 20_000, cancelled: 0 },
    ...{ state: '已到账', note: '', bank: '农商行', account: '6228480000000000018', payee: '' },
    ...more,
  }
}

async function cellsOf(rows: readonly RecipientRow[], of: RecipientHead = head) {
  const lines: (readonly (string | number)[])[] = []
  for await (const line of recipientSheet(of, rows)) lines.push(line)
  return lines
}

describe('the list of recipients', () => {
  test('has a subtotal where each town ends, and the total of everybody', async () => {
    const lines = await cellsOf([
      row({ name: '甲' }),
      row({ name: '乙', gross: 30_001, withheld: 1, amount: 30_000 }),
      row({ name: '丙', town: '西镇', village: '西村', cancelled: 20_000, state: '暂缓（已撤销）' }),
    ])

    const sums = lines.filter(([first]) => typeof first === 'string' && /小计|合计/.test(first))
    expect(sums.map((cells) => [cells[0], cells[1], ...cells.slice(6, 11)])).toEqual([
      ['东镇小计', '2 人', 500.01, 0, 0.01, 500, 0],
      ['西镇小计', '1 人', 200, 0, 0, 200, 200],
      ['合计', '3 人', 700.01, 0, 0.01, 700, 200],
    ])
    expect(lines.filter(([first]) => typeof first === 'number').map(([first, , , name]) => [first, name])).toEqual([
      [1, '甲'],
      [2, '乙'],
      [3, '丙'],
    ])
  })

  test('keeps a cell for each title, and shows no account in whole', async () => {
    const [line = []] = await cellsOf([row({ payee: '丁' })])

    expect(line).toHaveLength(recipientTitles.length)
    expect(line[recipientTitles.indexOf('收款账号')]).toBe('6228 **** 0018')
    expect(line[recipientTitles.indexOf('代领人')]).toBe('丁')
  })

  test.each<[string, Partial<RecipientHead>, string, boolean]>([
    ['a locked list carries its digest', {}, '名单摘要（SM3） abcd', true],
    [
      'a draft says that nothing may be paid by it',
      { digest: undefined },
      '编制中的名单，尚未锁定，不得据此发放',
      true,
    ],
    ['a sample rate is said on the sheet', { isSample: true }, '样例标准，仅供演示，不得据此发放', true],
    ['without one nothing is said of samples', {}, '样例标准，仅供演示，不得据此发放', false],
  ])('%s', async (_sentence, more, say, isThere) => {
    const foot = (await cellsOf([row({})], { ...head, ...more })).map((cells) => cells.join(' '))

    expect(foot.includes(say)).toBe(isThere)
  })

  test('of nobody is a total of nought', async () => {
    expect((await cellsOf([]))[0]?.slice(0, 2)).toEqual(['合计', '0 人'])
  })
})
