import { expect, test } from 'vitest'
import { subjectText } from './subject-text.ts'

const names = {
  division: (code: string) => `区划${code.slice(6, 9)}`,
  account: (id: string) => (id === '7' ? '王测试' : undefined),
}

test.each([
  ['person', '12', '人员档案 12 号'],
  ['division', '999999102000', '区划 区划102'],
  ['account', '7', '账号 王测试'],
  ['account', '8', '账号 8 号'],
  ['file', '0197a1c2-0000-4000-8000-000000000001', '文件 0197a1c2 号'],
  ['something-new', '3', '其他对象 3 号'],
])('%s %s is written %s', (subjectKind, subject, text) => {
  expect(subjectText({ subjectKind, subject }, names)).toBe(text)
})
