import { type Role, roles } from '@dongzhou/terms/role'
import { expect, test } from 'vitest'
import { actorOf } from '../testing/fresh-database.ts'
import { COUNTY, EAST_TOWN, EAST_VILLAGE, EAST_VILLAGE_2, WEST_VILLAGE } from '../testing/test-bureau.ts'
import { mayDecide } from './policy.ts'

const deciding: readonly Role[] = ['clerk', 'chief']

test.each(Object.keys(roles) as Role[])('%s decides as the table of roles says', (role) => {
  const { clerk } = actorOf({ role })

  expect(mayDecide(clerk, [EAST_VILLAGE, WEST_VILLAGE])).toBe(deciding.includes(role) ? 'yes' : 'access.not-authorised')
})

test.each([
  ['both in the county', COUNTY, [EAST_VILLAGE, WEST_VILLAGE], 'yes'],
  ['both in the town', EAST_TOWN, [EAST_VILLAGE, EAST_VILLAGE_2], 'yes'],
  ['the second in another town', EAST_TOWN, [EAST_VILLAGE, WEST_VILLAGE], 'access.outside-jurisdiction'],
  ['the first in another town', EAST_TOWN, [WEST_VILLAGE, EAST_VILLAGE], 'access.outside-jurisdiction'],
  ['one in another village', EAST_VILLAGE, [EAST_VILLAGE, EAST_VILLAGE_2], 'access.outside-jurisdiction'],
] as const)('a clerk decides about two people only where both are theirs: %s', (_case, division, sides, may) => {
  expect(mayDecide(actorOf({ role: 'clerk', division }).clerk, sides)).toBe(may)
})
