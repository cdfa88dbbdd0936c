import { expect, test } from 'vitest'
import { complaintOfPassword } from './password-rule.ts'

test.each([
  ['eleven characters are too few', 'old', 'Abcdef-1234', 'Abcdef-1234', '新密码太简单'],
  ['twelve characters of three kinds suffice', 'old', 'abcdefg-1234', 'abcdefg-1234', undefined],
  ['two kinds are too few', 'old', 'abcdefgh1234', 'abcdefgh1234', '新密码太简单'],
  ['the old one is not new', 'abcdefg-1234', 'abcdefg-1234', 'abcdefg-1234', '不能与现在的密码相同'],
  ['a slip in the second is noticed', 'old', 'abcdefg-1234', 'abcdefg-1235', '两次输入的新密码不一样'],
  ['nothing is no password', 'old', '', '', '请填写密码'],
  ['the present one must be given', '', 'abcdefg-1234', 'abcdefg-1234', '请填写密码'],
])('%s', (_, current, fresh, again, complaint) => {
  const said = complaintOfPassword(current, fresh, again)

  if (complaint === undefined) expect(said).toBeUndefined()
  else expect(said).toContain(complaint)
})
