import { accountWithoutRole } from './account-without-role.sql.ts'
import { awardOfDeadPerson } from './award-of-dead-person.sql.ts'
import { batchWithoutJob } from './batch-without-job.sql.ts'
import { caseProjection } from './case-projection.sql.ts'
import { caseWithoutCalendar } from './case-without-calendar.sql.ts'
import type { Check } from './check.ts'
import { driftedFigure } from './drifted-figure.sql.ts'
import { factOfMergedPerson } from './fact-of-merged-person.sql.ts'
import { fileWithoutContent } from './file-without-content.sql.ts'
import { formerKey } from './former-key.sql.ts'
import { oldBackup } from './old-backup.ts'
import { outcomeWithoutPerson } from './outcome-without-person.sql.ts'
import { overdueCase } from './overdue-case.sql.ts'
import { paymentLedger } from './payment-ledger.sql.ts'
import { paymentWithoutOwner } from './payment-without-owner.sql.ts'
import { personProjection } from './person-projection.sql.ts'
import { runByOnePerson } from './run-by-one-person.sql.ts'
import { staleScreening } from './stale-screening.sql.ts'
import { stuckJob } from './stuck-job.sql.ts'
import { unknownDivision } from './unknown-division.sql.ts'
import { unsealedTrail } from './unsealed-trail.sql.ts'

/** 完整性检查项, cheap ones first. A check that is added has its line here. */
export const checks: readonly Check[] = [
  stuckJob,
  oldBackup,
  staleScreening,
  batchWithoutJob,
  accountWithoutRole,
  unsealedTrail,
  unknownDivision,
  factOfMergedPerson,
  awardOfDeadPerson,
  overdueCase,
  caseWithoutCalendar,
  outcomeWithoutPerson,
  runByOnePerson,
  paymentLedger,
  paymentWithoutOwner,
  fileWithoutContent,
  driftedFigure,
  formerKey,
  personProjection,
  caseProjection,
]
