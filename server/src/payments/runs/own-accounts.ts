import { heldFromReleasing } from '@dongzhou/engines/payments'
import { day } from '@dongzhou/terms/day'
import { houseRulesOf } from '../../benefits/index.ts'
import { whoOf } from '../../platform/clerk.ts'
import type { Setting } from '../../platform/setting.ts'
import type { Run } from './runs.sql.ts'
import { listAccountChanges } from './standing.sql.ts'

/** 经手账户 (own accounts): whom of a list this clerk gave another account so lately that somebody else must release it. */
export async function ownAccountsOf(setting: Setting, run: Run): Promise<readonly number[]> {
  const { accountDays: days } = await houseRulesOf(setting, setting.today)
  const changes = await listAccountChanges(setting.tx, run)
  return heldFromReleasing(
    changes.map(({ person, on, by }) => ({ person, on: day(on), by: by ?? undefined })),
    whoOf(setting.clerk),
    { today: setting.today, days },
  )
}
