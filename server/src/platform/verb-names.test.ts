import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hasVerbName, verbName } from './verb-names.ts'

test.each([
  ['registry.correct-fact', '更正事实'],
  ['access.grant-role', '授予角色与范围'],
  ['platform.download', '下载文件'],
  ['nowhere.do', '其他操作（nowhere.do）'],
])('%s is called %s', (verb, name) => {
  expect(verbName(verb)).toBe(name)
})

test('every verb that the server writes into the trail has a Chinese name', () => {
  const server = new URL('..', import.meta.url).pathname
  const texts = readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('testing'))
    .map((path) => readFileSync(join(server, path), 'utf8'))
  const verbs = texts.flatMap((text) =>
    [...text.matchAll(/verb: [^,\n]*?'([a-z]+\.[a-z-]+)'/g)].map((match) => match[1] ?? ''),
  )

  expect(verbs.length).toBeGreaterThan(3)
  expect([...new Set(verbs)].filter((verb) => !hasVerbName(verb))).toEqual([])
})
