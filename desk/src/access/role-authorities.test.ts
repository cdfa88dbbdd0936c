import { authorities, isRole, type Role, roles } from '@dongzhou/terms/role'
import { expect, test } from 'vitest'
import { authoritiesInWords, worksInSection } from './role-authorities.ts'

const all = Object.keys(roles).filter(isRole)

test.each(all)('%s: every authority is said once, either held or not', (role) => {
  const { may, mayNot } = authoritiesInWords(role)

  expect([...may, ...mayNot].toSorted()).toEqual(Object.values(authorities).toSorted())
  expect(may.length).toBeGreaterThan(0)
})

test.each([
  ['system-administrator', '查看人员与机构', false],
  ['security-administrator', '查阅操作留痕', false],
  ['audit-administrator', '查阅操作留痕', true],
  ['village-worker', '查看敏感信息原文', false],
  ['clerk', '登记与更正人员信息', true],
] as const)('%s and %s: %s', (role, words, isHeld) => {
  expect(authoritiesInWords(role).may.includes(words)).toBe(isHeld)
})

test('the three administrators need a second factor, nobody else does', () => {
  expect(all.filter((role) => authoritiesInWords(role).needsSecondFactor)).toEqual([
    'system-administrator',
    'security-administrator',
    'audit-administrator',
  ])
})

test('only those who work in a section are given one', () => {
  expect(all.filter((role: Role) => worksInSection(role))).toEqual(['clerk', 'chief'])
})
