import { expect, test } from 'vitest'
import { refusalOf } from './upload.ts'

test.each([
  ['花名册.xlsx', 1],
  ['花名册.XLS', 1],
  ['活动台账.csv', 60 * 1024 * 1024],
  ['多个.点.号.xlsx', 9],
])('“%s” of %i bytes may be sent', (name, size) => {
  expect(refusalOf({ name, size })).toBeUndefined()
})

test.each([
  ['扫描件.pdf', 10, '不是表格文件'],
  ['花名册', 10, '不是表格文件'],
  ['xlsx', 10, '不是表格文件'],
  ['花名册.xlsx', 0, '空文件'],
  ['花名册.xlsx', 60 * 1024 * 1024 + 1, '超过 60 MB'],
])('“%s” of %i bytes is refused before it is sent: %s', (name, size, why) => {
  expect(refusalOf({ name, size })).toContain(why)
})
