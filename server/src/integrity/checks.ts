import { accountWithoutRole } from './account-without-role.sql.ts'
import type { Check } from './check.ts'
import { factOfMergedPerson } from './fact-of-merged-person.sql.ts'
import { formerKey } from './former-key.sql.ts'
import { personProjection } from './person-projection.sql.ts'
import { stuckJob } from './stuck-job.sql.ts'
import { unknownDivision } from './unknown-division.sql.ts'
import { unsealedTrail } from './unsealed-trail.sql.ts'

/** 完整性检查项, cheap ones first. A check that is added has its line here. */
export const checks: readonly Check[] = [
  stuckJob,
  accountWithoutRole,
  unsealedTrail,
  unknownDivision,
  factOfMergedPerson,
  formerKey,
  personProjection,
]
