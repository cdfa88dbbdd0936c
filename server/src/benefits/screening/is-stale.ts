import { monthOf } from '@dongzhou/terms/month'
import type { Setting } from '../../platform/setting.ts'
import { ratesChangedAt } from '../rates/rates.sql.ts'
import type { Round } from './rounds.sql.ts'

const NIGHT_AND_A_HALF_MS = 36 * 3_600_000

/** Are the lists of before: never screened, another month, other rates, or a night missed? */
export async function isStale({ tx, now, today }: Setting, round: Round | undefined): Promise<boolean> {
  if (round === undefined || round.month !== monthOf(today)) return true
  if (now.getTime() - round.startedAt.getTime() > NIGHT_AND_A_HALF_MS) return true
  const changed = await ratesChangedAt({ tx })
  return changed !== undefined && changed > round.startedAt
}
