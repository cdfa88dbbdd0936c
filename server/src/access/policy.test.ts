import { type DivisionCode, divisionCode } from '@dongzhou/terms/division'
import { administratorRoles, authoritiesOf, type Role, roles } from '@dongzhou/terms/role'
import { describe, expect, test } from 'vitest'
import { actorOf } from '../testing/fresh-database.ts'
import { COUNTY, EAST_TOWN, EAST_VILLAGE, EAST_VILLAGE_2, WEST_TOWN } from '../testing/test-bureau.ts'
import { keepsDutiesApart, mayGrantRole, mayOpenAccount } from './policy.ts'

const everyRole = Object.keys(roles) as Role[]
const elsewhere = divisionCode('999998000000')

const places: readonly [string, DivisionCode, DivisionCode, boolean][] = [
  ['the county in itself', COUNTY, COUNTY, true],
  ['the county in a town', COUNTY, EAST_TOWN, true],
  ['the county in a village', COUNTY, EAST_VILLAGE, true],
  ['the county in another county', COUNTY, elsewhere, false],
  ['a town in itself', EAST_TOWN, EAST_TOWN, true],
  ['a town in its village', EAST_TOWN, EAST_VILLAGE, true],
  ['a town in the county', EAST_TOWN, COUNTY, false],
  ['a town in another town', EAST_TOWN, WEST_TOWN, false],
  ['a village in itself', EAST_VILLAGE, EAST_VILLAGE, true],
  ['a village in the next village', EAST_VILLAGE, EAST_VILLAGE_2, false],
  ['a village in its town', EAST_VILLAGE, EAST_TOWN, false],
]

describe.each(everyRole)('%s', (role) => {
  test.each(places)('opens accounts as system administrator only: %s', (_what, own, at, isInside) => {
    const { clerk } = actorOf({ role, division: own })

    const expected =
      role !== 'system-administrator' ? 'access.not-authorised' : isInside ? 'yes' : 'access.outside-jurisdiction'
    expect(mayOpenAccount(clerk, at)).toBe(expected)
  })

  test.each(places)(
    'grants as security administrator only, to accounts of the own place: %s',
    (_what, own, at, isInside) => {
      const { clerk } = actorOf({ role, division: own })

      const expected =
        role !== 'security-administrator' ? 'access.not-authorised' : isInside ? 'yes' : 'access.outside-jurisdiction'
      expect(mayGrantRole(clerk, { id: 7, division: at }, { division: own })).toBe(expected)
    },
  )

  test.each(places)('grants no more than the own place: %s', (_what, own, granted, isInside) => {
    const { clerk } = actorOf({ role, division: own })

    const expected =
      role !== 'security-administrator' ? 'access.not-authorised' : isInside ? 'yes' : 'access.outside-jurisdiction'
    expect(mayGrantRole(clerk, { id: 7, division: own }, { division: granted })).toBe(expected)
  })

  test('grants nothing to itself', () => {
    const { clerk } = actorOf({ role })
    const own = { ...clerk, accountId: 7 }

    expect(mayGrantRole(own, { id: 7, division: COUNTY }, { division: COUNTY })).toBe(
      role === 'security-administrator' ? 'access.own-account' : 'access.not-authorised',
    )
  })
})

const grants = [undefined, ...everyRole].flatMap((from) => everyRole.map((to) => [from, to] as const))

test.each(grants)('三员分立: from %s to %s', (from, to) => {
  const touchesAnAdministrator = [from, to].some((role) => role !== undefined && administratorRoles.includes(role))

  expect(keepsDutiesApart(from, to)).toBe(from === undefined || from === to || !touchesAnAdministrator)
})

test('nobody both opens accounts, grants and audits; administrators see no record of a person', () => {
  const duties = ['accounts.write', 'accounts.grant', 'trail.read'] as const

  for (const role of everyRole) {
    const held = authoritiesOf[role]
    expect(duties.filter((duty) => held.includes(duty)).length, role).toBe(administratorRoles.includes(role) ? 1 : 0)
    if (administratorRoles.includes(role)) {
      expect(held.filter((authority) => !/^(accounts|divisions|system|trail)\./.test(authority))).toEqual([])
    }
  }
})
