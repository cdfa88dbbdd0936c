import { expect, test } from 'vitest'
import { changeLines, changeText } from './change-lines.ts'

const divisionName = (code: string) => `区划${code.slice(6, 9)}`

test('a grant is read before and after, in words', () => {
  const before = { role: 'clerk', section: 'benefits', division: '999999000000' }
  const after = { role: 'town-worker', section: null, division: '999999102000' }

  expect(changeLines(before, after, divisionName)).toEqual([
    { key: 'role', label: '角色', before: '科室经办', after: '镇（街道）服务站人员', isChanged: true },
    { key: 'section', label: '科室', before: '优抚褒扬科', after: '—', isChanged: true },
    { key: 'division', label: '辖区', before: '区划000', after: '区划102', isChanged: true },
  ])
})

test('what stayed the same is there and marked as such', () => {
  expect(
    changeLines({ kind: 'residence', factIds: [3] }, { kind: 'residence', factIds: [7] }, divisionName),
  ).toMatchObject([
    { label: '类别', before: '居住地', after: '居住地', isChanged: false },
    { label: '记录编号', before: '3', after: '7', isChanged: true },
  ])
})

test.each([
  ['nothing at all', null, null, ''],
  ['a switch', { isActive: true }, { isActive: false }, '是否在用：否'],
  ['a list of kinds', null, { isNew: true, kinds: ['name', 'birth'] }, '是否新建档案：是，登记内容：姓名、出生日期'],
  ['a day', null, { validTo: '2025-06-30' }, '终止日期：2025年6月30日'],
  ['money', null, { money: 50_000 }, '金额：500.00 元'],
  ['a number that names something', null, { personId: 12_345 }, '档案号：12345'],
  ['a step of a payment run', { state: 'draft' }, { state: 'locked', digest: 'ab12' }, '状态：已锁定，名单指纹：ab12'],
  [
    'what a list is made of',
    null,
    { month: '2026-01', benefits: ['disability-pension', 'survivor-pension'] },
    '月份：2026-01，待遇项目：残疾抚恤金、遗属定期抚恤金',
  ],
  ['instalments', null, { monthly: 50_000 }, '每月扣回：500.00 元'],
  ['a code nobody has named', null, { way: 'by-pigeon' }, '方式：（内部代码）'],
  ['a relation', null, { kind: 'payee' }, '类别：代领人'],
  ['a count', null, { moved: 12_345 }, '移入的记录数：12,345'],
  [
    'a filter with a nested list',
    null,
    { filter: { text: '', division: '999999102000', identities: ['veteran'], standing: 'alive' } },
    '筛选条件：辖区：区划102，筛选条件：身份：退役军人，筛选条件：状态：健在',
  ],
  ['something taken away', { aliases: ['旧村'] }, { aliases: [] }, '别名：旧村'],
  ['an item without a name', null, { somethingNew: '甲' }, '其他内容：甲'],
  ['a plain text', null, '甲', '其他内容：甲'],
  ['a list of records', null, { cells: [{ row: 3 }, { row: 4 }] }, '单元格：行：3、行：4'],
])('%s is read as a sentence', (_, before, after, text) => {
  expect(changeText(before, after, divisionName)).toBe(text)
})
