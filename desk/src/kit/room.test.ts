import type { Authority } from '@dongzhou/terms/role'
import { expect, test } from 'vitest'
import { activePath, menuFor, type Room } from './room.ts'

const load = () => Promise.reject(new Error('no page is loaded here'))
const rooms: readonly Room[] = [
  { section: 'plan-and-report', items: [{ path: '/plan', title: '年度计划', authority: 'plan.read', load }] },
  {
    section: 'base',
    items: [
      { path: '/registry/people', title: '人员', authority: 'registry.read', load },
      { path: '/registry/people/$personId', title: '一人一档', authority: 'registry.read', load, isHidden: true },
    ],
  },
  { section: 'base', items: [{ path: '/trail', title: '留痕', authority: 'trail.read', load }] },
  { section: 'home', items: [{ path: '/', title: '工作台', authority: undefined, load }] },
]

test.each<[string, Authority[], string[]]>([
  ['nobody in particular sees the home page only', [], ['/']],
  [
    'a clerk sees the registry and the plan, not the trail',
    ['registry.read', 'plan.read'],
    ['/', '/registry/people', '/plan'],
  ],
  ['an auditor sees the trail', ['trail.read'], ['/', '/trail']],
])('%s', (_, may, seen) => {
  const menu = menuFor(rooms, ['home', 'base', 'plan-and-report'], new Set(may))

  expect(menu.flatMap((group) => group.items.map((item) => item.path))).toEqual(seen)
  expect(menu.every((group) => group.items.length > 0)).toBe(true)
})

test.each([
  ['/', '/'],
  ['/registry/people', '/registry/people'],
  ['/registry/people/12', '/registry/people'],
  ['/registry/people-merged', '/registry'],
  ['/nowhere', undefined],
])('the address %s belongs to %s', (address, path) => {
  expect(activePath(['/', '/registry', '/registry/people'], address)).toBe(path)
})
