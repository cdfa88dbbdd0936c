import type { DivisionCode } from '@dongzhou/terms/division'
import type { Role } from '@dongzhou/terms/role'
import { expect, test } from 'vitest'
import { actorOf } from '../testing/fresh-database.ts'
import { COUNTY, EAST_TOWN, EAST_VILLAGE, EAST_VILLAGE_2, WEST_TOWN } from '../testing/test-bureau.ts'
import { mayChangeSeries, mayWriteEvent } from './policy.ts'

const outside = 'access.outside-jurisdiction'
const never = 'access.not-authorised'

test.each<[Role, DivisionCode, DivisionCode, string]>([
  ['clerk', COUNTY, EAST_VILLAGE, 'yes'],
  ['chief', COUNTY, COUNTY, 'yes'],
  ['leader', COUNTY, COUNTY, never],
  ['town-worker', EAST_TOWN, EAST_TOWN, 'yes'],
  ['town-worker', EAST_TOWN, EAST_VILLAGE, 'yes'],
  ['town-worker', EAST_TOWN, WEST_TOWN, outside],
  ['town-worker', EAST_TOWN, COUNTY, outside],
  ['village-worker', EAST_VILLAGE, EAST_VILLAGE, 'yes'],
  ['village-worker', EAST_VILLAGE, EAST_VILLAGE_2, outside],
  ['village-worker', EAST_VILLAGE, EAST_TOWN, outside],
  ['system-administrator', COUNTY, COUNTY, never],
  ['security-administrator', COUNTY, COUNTY, never],
  ['audit-administrator', COUNTY, COUNTY, never],
])('a %s of %s writes events and series of %s: %s', (role, own, division, answer) => {
  const { clerk } = actorOf({ role, division: own })

  expect(mayWriteEvent(clerk, { division })).toBe(answer)
  expect(mayChangeSeries(clerk, { division })).toBe(answer)
})
