import type { WaitingBenefit, WaitingBenefitKind } from '@dongzhou/contract/benefits-waiting'
import { mayAnywhere } from '../../platform/clerk.ts'
import type { Setting } from '../../platform/setting.ts'
import { mayConfirmRates } from '../policy.ts'
import { openFindings, proposalsOfOthers, type Queue } from './waiting.sql.ts'

/** 待遇待办: what of benefits waits for whoever asks; the oldest first. */
export async function listWaiting(setting: Setting): Promise<{ readonly items: readonly WaitingBenefit[] }> {
  const items = [...(await ofBook(setting)), ...(await ofScreening(setting))]
  return { items: items.toSorted((one, other) => one.since.localeCompare(other.since)) }
}

async function ofBook(setting: Setting): Promise<readonly WaitingBenefit[]> {
  if (mayConfirmRates(setting.clerk, setting.bureau) !== 'yes') return []
  return [
    ...queued('rates', await proposalsOfOthers(setting, 'rate')),
    ...queued('exclusions', await proposalsOfOthers(setting, 'rate_exclusion')),
  ]
}

async function ofScreening(setting: Setting): Promise<readonly WaitingBenefit[]> {
  if (mayAnywhere(setting.clerk, 'benefits.screen') !== 'yes') return []
  const found = await openFindings(setting)
  return found.flatMap(({ kind, ...queue }) => queued(kind, queue))
}

function queued(what: WaitingBenefitKind, queue: Queue | undefined): readonly WaitingBenefit[] {
  return queue === undefined ? [] : [{ what, count: queue.count, since: queue.since.toISOString() }]
}
