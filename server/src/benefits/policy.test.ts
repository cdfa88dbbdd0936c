import type { Role } from '@dongzhou/terms/role'
import { describe, expect, test } from 'vitest'
import { actorOf } from '../testing/fresh-database.ts'
import { COUNTY, EAST_TOWN, EAST_VILLAGE, TEST_BUREAU, WEST_TOWN } from '../testing/test-bureau.ts'
import { mayAnswerForCounty, mayDecideAward, mayReadBenefits, mayScreen } from './policy.ts'

const somebody = { division: EAST_VILLAGE }
const places = { county: COUNTY, 'own town': EAST_TOWN, 'own village': EAST_VILLAGE, 'other town': WEST_TOWN }

/** Reads, puts lines aside, decides, answers for the county: y where they may about somebody of the eastern village. */
const table: readonly (readonly [Role, keyof typeof places, string])[] = [
  ['clerk', 'county', 'yyyy'],
  ['clerk', 'own town', 'yyy-'],
  ['clerk', 'other town', '----'],
  ['chief', 'county', 'yyyy'],
  ['chief', 'other town', '----'],
  ['leader', 'county', 'y---'],
  ['town-worker', 'own town', 'yy--'],
  ['town-worker', 'other town', '----'],
  ['village-worker', 'own village', 'yy--'],
  ['village-worker', 'other town', '----'],
  ['system-administrator', 'county', '----'],
  ['security-administrator', 'county', '----'],
  ['audit-administrator', 'county', '----'],
]

describe('who may do what with benefits', () => {
  test.each(table)('%s of the %s: %s', (role, place, answer) => {
    const { clerk } = actorOf({ role, division: places[place] })

    const may = [
      mayReadBenefits(clerk, somebody),
      mayScreen(clerk, somebody),
      mayDecideAward(clerk, somebody),
      mayAnswerForCounty(clerk, TEST_BUREAU),
    ]

    expect(may.map((one) => (one === 'yes' ? 'y' : '-')).join('')).toBe(answer)
  })
})
