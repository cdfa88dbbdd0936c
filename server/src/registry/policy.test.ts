import type { DivisionCode } from '@dongzhou/terms/division'
import { type Role, roles } from '@dongzhou/terms/role'
import { describe, expect, test } from 'vitest'
import { actorOf } from '../testing/fresh-database.ts'
import { COUNTY, EAST_TOWN, EAST_VILLAGE, EAST_VILLAGE_2, WEST_TOWN } from '../testing/test-bureau.ts'
import { mayOpenSealed, mayReadPerson, mayWritePerson } from './policy.ts'

/** Who reads, writes and opens: r, w, o. Written out, so that a change of a role's authorities is seen here. */
const table = {
  'system-administrator': '',
  'security-administrator': '',
  'audit-administrator': '',
  clerk: 'rwo',
  chief: 'rwo',
  leader: 'r',
  'town-worker': 'rwo',
  'village-worker': 'rw',
} as const satisfies Record<Role, string>

const places: readonly [string, DivisionCode, DivisionCode, boolean][] = [
  ['the county, of a village', COUNTY, EAST_VILLAGE, true],
  ['a town, of its village', EAST_TOWN, EAST_VILLAGE, true],
  ['a town, of itself', EAST_TOWN, EAST_TOWN, true],
  ['a village, of itself', EAST_VILLAGE, EAST_VILLAGE, true],
  ['another town, of a village', WEST_TOWN, EAST_VILLAGE, false],
  ['the next village, of a village', EAST_VILLAGE_2, EAST_VILLAGE, false],
  ['a village, of somebody whose village is not known', EAST_VILLAGE, EAST_TOWN, false],
]

describe.each(Object.keys(roles) as Role[])('%s', (role) => {
  test.each(places)('in %s', (_what, own, at, isInside) => {
    const { clerk } = actorOf({ role, division: own })
    const held = table[role]
    const expected = (letter: string) =>
      held.includes(letter) ? (isInside ? 'yes' : 'access.outside-jurisdiction') : 'access.not-authorised'

    expect(mayReadPerson(clerk, { division: at })).toBe(expected('r'))
    expect(mayWritePerson(clerk, { division: at })).toBe(expected('w'))
    expect(mayOpenSealed(clerk, { division: at })).toBe(expected('o'))
  })
})
