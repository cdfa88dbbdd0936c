import { expect, test } from 'vitest'
import { trailVerbs } from './verbs.ts'
import { otherRoom } from './words.ts'

const verbs = trailVerbs()

test.each([
  ['registry.correct-fact', '更正事实', '人员与机构'],
  ['access.grant-role', '授予角色与范围', '账号'],
  ['platform.download', '下载文件', otherRoom],
])('%s is called %s', (value, label, room) => {
  expect(verbs).toContainEqual({ value, label, room })
})

test('questions leave no verb, and every room has a Chinese name', () => {
  expect(verbs.map(({ value }) => value)).not.toContain('registry.list-people')
  expect(verbs.filter(({ value, room }) => room === otherRoom && !/^(platform|access|demo)\./.test(value))).toEqual([])
})
