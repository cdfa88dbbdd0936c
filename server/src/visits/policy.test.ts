import type { DivisionCode } from '@dongzhou/terms/division'
import type { Role } from '@dongzhou/terms/role'
import { expect, test } from 'vitest'
import { actorOf } from '../testing/fresh-database.ts'
import { COUNTY, EAST_TOWN, EAST_VILLAGE, EAST_VILLAGE_2, WEST_TOWN } from '../testing/test-bureau.ts'
import { mayOpenContact, mayWritePairing } from './policy.ts'

const outside = 'access.outside-jurisdiction'
const never = 'access.not-authorised'

test.each<[Role, DivisionCode, DivisionCode, string, string]>([
  ['clerk', COUNTY, EAST_VILLAGE, 'yes', 'yes'],
  ['chief', COUNTY, COUNTY, 'yes', 'yes'],
  ['leader', COUNTY, EAST_VILLAGE, never, never],
  ['town-worker', EAST_TOWN, EAST_VILLAGE, 'yes', 'yes'],
  ['town-worker', EAST_TOWN, WEST_TOWN, outside, outside],
  ['village-worker', EAST_VILLAGE, EAST_VILLAGE, 'yes', never],
  ['village-worker', EAST_VILLAGE, EAST_VILLAGE_2, outside, never],
  ['audit-administrator', COUNTY, EAST_VILLAGE, never, never],
])('a %s of %s and a pair of %s: writes %s, opens the phone %s', (role, own, division, write, open) => {
  const { clerk } = actorOf({ role, division: own })

  expect(mayWritePairing(clerk, { division })).toBe(write)
  expect(mayOpenContact(clerk, { division })).toBe(open)
})
