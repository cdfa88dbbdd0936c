import { requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { mayMakePayments } from '../policy.ts'
import { recordChanges, recordFindings, recordLines, recordTransfers } from './store.sql.ts'
import type { DraftOrder, DraftPortion } from './work-out.ts'

/** 落库一段: the lines, transfers, findings and changes of a portion, in the order of the people. */
export async function storePortion(setting: ActionSetting, { run }: DraftOrder, portion: DraftPortion): Promise<void> {
  requireMay(mayMakePayments(setting.clerk, run))
  const { lines, shares, people, held, findings, changes, basis, divisionOf } = portion
  await recordLines(setting, run, lines, { divisionOf, basis })
  await recordTransfers(
    setting,
    run,
    shares
      .filter(({ gross }) => gross > 0)
      .map((share) => ({
        share,
        division: divisionOf(share.person),
        onFile: people.get(share.person),
        heldBecause: share.amount > 0 ? held.get(share.person)?.say : undefined,
        reissueOf: undefined,
      })),
  )
  const amounts = new Map(shares.map(({ person, amount }) => [person, amount]))
  await recordFindings(setting, run, findings, { divisionOf, amountOf: (person) => amounts.get(person) ?? 0 })
  await recordChanges(setting, run, changes, divisionOf)
}
