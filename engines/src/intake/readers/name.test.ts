import { describe, expect, test } from 'vitest'
import type { Cell } from '../cell.ts'
import { sampleSetting } from '../sample-sheets.ts'
import { nameReader } from './name.ts'

const read = (cell: Cell) => nameReader.read(cell, sampleSetting)

describe('a name is read as it stands on the identity card', () => {
  test.each<[string, Cell, string]>([
    ['two characters', '张三', '张三'],
    ['three characters', '张小三', '张小三'],
    ['a double surname', '欧阳小三', '欧阳小三'],
    ['spaces that align it', '张　三', '张三'],
    ['plain spaces inside', '张  三', '张三'],
    ['spaces around', ' 张三 ', '张三'],
    ['a line break inside', '张\n三', '张三'],
    ['a no-break space', '张\u00a0三', '张三'],
    ['a middle dot', '阿不都拉·买买提', '阿不都拉·买买提'],
    ['a Japanese middle dot', '阿不都拉・买买提', '阿不都拉·买买提'],
    ['a bullet', '阿不都拉•买买提', '阿不都拉·买买提'],
    ['a full stop for a dot', '阿不都拉．买买提', '阿不都拉·买买提'],
    ['a dot with spaces', '阿不都拉 · 买买提', '阿不都拉·买买提'],
    ['a rare character', '张㛃', '张㛃'],
    ['a rare character beyond the basic plane', '李𬘓', '李𬘓'],
    ['a rare name with spaces', '李　𠅤', '李𠅤'],
  ])('%s', (_, cell, expected) => {
    const reading = read(cell)

    expect(reading.value).toBe(expected)
    expect(reading.flaws).toEqual([])
  })

  test('spaces that were taken out are said', () => {
    expect(read('张　三').repaired).toContain('空格')
    expect(read('张三').repaired).toBeUndefined()
  })
})

describe('a name worth a second look is read, and warned of', () => {
  test.each<[string, Cell, string, string]>([
    ['a remark in brackets', '张三（已故）', '张三', '已故'],
    ['a remark in narrow brackets', '张三(遗属)', '张三', '遗属'],
    ['a single character', '张', '张', '一个字'],
    ['five characters', '张三李四五', '张三李四五', '两个人'],
    ['foreign letters', 'Ivan Petrov', 'Ivan Petrov', '外文'],
    ['a character of the machine’s own', '张\ue863', '张\ue863', '自造字'],
  ])('%s', (_, cell, expected, words) => {
    const reading = read(cell)

    expect(reading.value).toBe(expected)
    expect(reading.flaws).toMatchObject([{ code: 'name-doubtful', severity: 'warned' }])
    expect(reading.flaws[0]?.what).toContain(words)
  })
})

describe('what is no name is held', () => {
  test.each<[string, Cell]>([
    ['a lost character', '张?'],
    ['a lost character in full width', '张？三'],
    ['a box', '张□'],
    ['the replacement character', '张\ufffd'],
    ['a number', 12],
    ['digits', '13812345678'],
    ['a mixture', '张三13812345678'],
    ['several people', '张三李四王五赵六钱七孙八周九吴十郑一冯二陈三'],
    ['true', true],
    ['a formula error', { error: '#REF!' }],
  ])('%s', (_, cell) => {
    const reading = read(cell)

    expect(reading.value).toBeUndefined()
    expect(reading.flaws[0]?.severity).toBe('held')
  })
})
