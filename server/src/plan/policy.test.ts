import type { DivisionCode } from '@dongzhou/terms/division'
import type { Role } from '@dongzhou/terms/role'
import { expect, test } from 'vitest'
import { actorOf } from '../testing/fresh-database.ts'
import { COUNTY, EAST_TOWN, EAST_VILLAGE, TEST_BUREAU } from '../testing/test-bureau.ts'
import { redLecturesHeld } from './indicators/red-lectures-held.ts'
import { mayClosePeriod, mayReadIndicator, maySetTarget } from './policy.ts'

const outside = 'access.outside-jurisdiction'
const never = 'access.not-authorised'

test.each<[Role, DivisionCode, string, string, string]>([
  ['clerk', COUNTY, 'yes', 'yes', never],
  ['clerk', EAST_TOWN, 'yes', outside, never],
  ['chief', COUNTY, 'yes', 'yes', 'yes'],
  ['chief', EAST_TOWN, 'yes', outside, outside],
  ['leader', COUNTY, 'yes', never, 'yes'],
  ['town-worker', EAST_TOWN, 'yes', never, never],
  ['village-worker', EAST_VILLAGE, 'yes', never, never],
  ['system-administrator', COUNTY, never, never, never],
  ['audit-administrator', COUNTY, never, never, never],
])('a %s of %s reads figures: %s, sets targets: %s, closes: %s', (role, division, read, set, close) => {
  const { clerk } = actorOf({ role, division })

  expect(mayReadIndicator(clerk, redLecturesHeld)).toBe(read)
  expect(maySetTarget(clerk, TEST_BUREAU)).toBe(set)
  expect(mayClosePeriod(clerk, TEST_BUREAU)).toBe(close)
})
