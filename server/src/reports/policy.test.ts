import { authoritiesOf, type Role } from '@dongzhou/terms/role'
import { expect, test } from 'vitest'
import type { Clerk } from '../platform/clerk.ts'
import { COUNTY, EAST_TOWN, WEST_TOWN } from '../testing/test-bureau.ts'
import { mayExportReport, mayReadReport, mayWriteReport } from './policy.ts'

const no = 'access.not-authorised'
const outside = 'access.outside-jurisdiction'

test.each([
  // role, where they work, whose report, read, write, export
  ['chief', COUNTY, COUNTY, 'yes', 'yes', 'yes'],
  ['clerk', COUNTY, EAST_TOWN, 'yes', 'yes', 'yes'],
  ['clerk', EAST_TOWN, EAST_TOWN, 'yes', 'yes', 'yes'],
  ['clerk', EAST_TOWN, COUNTY, outside, outside, outside],
  ['clerk', EAST_TOWN, WEST_TOWN, outside, outside, outside],
  ['leader', COUNTY, COUNTY, 'yes', no, 'yes'],
  ['town-worker', EAST_TOWN, EAST_TOWN, 'yes', 'yes', 'yes'],
  ['town-worker', EAST_TOWN, COUNTY, outside, outside, outside],
  ['town-worker', EAST_TOWN, WEST_TOWN, outside, outside, outside],
  ['village-worker', EAST_TOWN, EAST_TOWN, no, no, no],
  ['system-administrator', COUNTY, COUNTY, no, no, no],
  ['security-administrator', COUNTY, COUNTY, no, no, no],
  ['audit-administrator', COUNTY, COUNTY, no, no, no],
] as const)(
  'a %s of %s with a report of %s: read %s, write %s, export %s',
  (role, at, division, read, write, takeAway) => {
    const clerk = aClerk(role, at)

    expect(mayReadReport(clerk, { division })).toBe(read)
    expect(mayWriteReport(clerk, { division })).toBe(write)
    expect(mayExportReport(clerk, { division })).toBe(takeAway)
  },
)

function aClerk(role: Role, division: Clerk['division']): Clerk {
  const may = new Set(authoritiesOf[role])
  return { accountId: undefined, actor: 'test', displayName: '测试', role, section: undefined, division, may }
}
