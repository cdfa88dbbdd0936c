import { whoOf } from '../../platform/clerk.ts'
import { Fault } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { countChangedSince } from '../../registry/index.ts'
import { mayReleasePayments } from '../policy.ts'
import { cancelUnpaid } from '../recoveries/cancel-unpaid.ts'
import { listDebts, recordDebts, settleWithheld } from '../recoveries/from-run.sql.ts'
import { sumClaimed } from '../reissues/claims.sql.ts'
import { hasExplained } from './changes.sql.ts'
import { recordMoney } from './ledger.sql.ts'
import { digestOf } from './lock-run.ts'
import { ownAccountsOf } from './own-accounts.ts'
import type { Run, RunChange } from './runs.sql.ts'
import { countNamedDeadSince, findSnapshot, listPlannedOf } from './seen.sql.ts'
import { approvalsGiven, approvalsOf } from './sign-run.ts'
import type { Signature } from './signatures.sql.ts'
import { countUnexplained, sendTransfers, sumRun } from './standing.sql.ts'
import { type StepOrder, takeStep } from './take-step.ts'

/**
 * 确认发放: the money may go. The list is asked once more whether it is the one that was locked and signed for, and whether anybody who is to
 * be paid is said to have died since it was computed. The other checks were asked at the lock and are not asked again: what is learnt
 * after it is settled by the next list, and money to the dead alone does not come back by itself.
 */
export function releaseRun(setting: ActionSetting, input: StepOrder): Promise<{ id: number; version: number }> {
  return takeStep(setting, input, {
    step: 'release',
    verb: 'payments.release-run',
    may: mayReleasePayments,
    work: async (run, signatures) => {
      await requireReleasable(setting, run, signatures)
      return release(setting, run)
    },
  })
}

async function requireReleasable(setting: ActionSetting, run: Run, signatures: readonly Signature[]): Promise<void> {
  const unexplained = await countUnexplained(setting.tx, run)
  if (unexplained > 0) throw new Fault('payments.unexplained-changes', { unexplained })
  if (await hasExplained(setting.tx, run, whoOf(setting.clerk))) throw new Fault('payments.explained-by-releaser')
  const needed = await approvalsOf(setting, run)
  if (approvalsGiven(signatures) < needed.approvals)
    throw new Fault('payments.signatures-missing', { needed: needed.approvals })
  if (run.isSample && !setting.bureau.isDemo) throw new Fault('payments.sample-rate')
  const own = await ownAccountsOf(setting, run)
  if (own.length > 0) throw new Fault('payments.changed-the-account', { personIds: own.slice(0, 20) })
  const died = await countDiedSince(setting, run)
  if (died > 0) throw new Fault('payments.death-meanwhile', { people: died })
  // What was signed for is what goes to the bank: the digest is taken once more, from the rows as they are.
  if ((await digestOf(setting, run)) !== run.digest) throw new Fault('payments.list-differs')
}

/** How many of those whose money is to go are said to have died, of what the computation had not seen. */
async function countDiedSince({ tx }: ActionSetting, run: Run): Promise<number> {
  if (run.computedAt === undefined) throw new Fault('payments.not-computed')
  const unseen = { since: run.computedAt, snapshot: await findSnapshot(tx, run.id) }
  return (
    (await countNamedDeadSince(tx, run, { ...unseen, of: 'planned' })) ||
    (await countChangedSince(tx, await listPlannedOf(tx, run), { ...unseen, kinds: ['death'] }))
  )
}

/** Books the list: what is sent, held, withheld and asked back, in one transaction with the signature. */
async function release(setting: ActionSetting, run: Run): Promise<RunChange> {
  const sums = await sumRun(setting.tx, run)
  const claimed = await sumClaimed(setting.tx, run.id)
  await settleWithheld(setting, run)
  const posted = await listDebts(setting.tx, run)
  const cancelled = await cancelUnpaid(setting, run, new Map(posted.map(({ person, amount }) => [person, amount])))
  const debts = posted
    .map((one) => ({ ...one, amount: one.amount - (cancelled.get(one.person) ?? 0) }))
    .filter(({ amount }) => amount > 0)
  await recordDebts(setting, run, debts)
  const debt = debts.reduce((sum, { amount }) => sum + amount, 0)
  await recordMoney(setting, run, {
    kind: 'released',
    gross: sums.gross - claimed.failed - claimed.held,
    offset: sums.offset,
    debt,
    withheld: sums.withheld,
    fromFailed: claimed.failed,
    fromHeld: claimed.held,
    sent: sums.planned,
    held: sums.held,
  })
  const sent = await sendTransfers(setting.tx, run, setting.now)
  // Nothing to wait for: everybody is held, or nobody gets anything but what was withheld.
  const isAnswered = sums.planned === 0
  if (sent === 0 && sums.held === 0 && posted.length === 0) throw new Fault('platform.nothing-changed')
  return { state: isAnswered ? 'returned' : 'released', unexplained: 0, releasedAt: setting.now }
}
