import { type HouseRules, houseRulesIn } from '@dongzhou/engines/benefits'
import type { Day } from '@dongzhou/terms/day'
import type { Setting } from '../../platform/setting.ts'
import { listCountingRates } from './rates.sql.ts'

/**
 * 内部控制 (house rules) of the bureau on a day: who signs, who may release, when a confirmation is overdue, what a rate is held against.
 * From rows that two people signed; shipped samples count in a demonstration bureau alone, and what no row says is read as strictly as can be.
 */
export async function houseRulesOf(setting: Pick<Setting, 'tx' | 'bureau'>, on: Day): Promise<HouseRules> {
  const counting = await listCountingRates(setting)
  return houseRulesIn(
    counting.map(({ rate }) => rate).filter(({ state }) => setting.bureau.isDemo || state === 'confirmed'),
    on,
  )
}
