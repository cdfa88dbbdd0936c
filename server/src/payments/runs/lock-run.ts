import { createHash } from 'node:crypto'
import { benefitFactKinds } from '@dongzhou/engines/benefits'
import { canonicalList, namedChecks } from '@dongzhou/engines/payments'
import type { DueSource } from '../../benefits/index.ts'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { countChangedSince } from '../../registry/index.ts'
import { mayListPayments, mayMakePayments } from '../policy.ts'
import { holdPosting } from './ground.sql.ts'
import type { Run } from './runs.sql.ts'
import { findSnapshot } from './seen.sql.ts'
import { countFindings, isPostedSince, listPeopleOf, listWhole } from './standing.sql.ts'
import { type StepOrder, takeStep } from './take-step.ts'

/** 锁定: the list stands from now on, and its lines are posted. Whatever was learnt since it was computed sends it back for computing. */
export function lockRunWith(source: Pick<DueSource, 'hasChangedSince'>) {
  return (setting: ActionSetting, input: StepOrder): Promise<{ id: number; version: number }> =>
    takeStep(setting, input, {
      step: 'lock',
      verb: 'payments.lock-run',
      may: mayMakePayments,
      work: async (run) => {
        await requireLockable(setting, source, run)
        return { state: 'locked', digest: await digestOf(setting, run), lockedAt: setting.now }
      },
    })
}

async function requireLockable(
  setting: ActionSetting,
  source: Pick<DueSource, 'hasChangedSince'>,
  run: Run,
): Promise<void> {
  requireMay(mayListPayments(setting.clerk, setting.bureau))
  if (run.jobId !== undefined) throw new Fault('payments.still-computing')
  if (run.computedAt === undefined) throw new Fault('payments.not-computed')
  if (run.people === 0) throw new Fault('payments.empty-run')
  if (run.isSample && !setting.bureau.isDemo) throw new Fault('payments.sample-rate')
  const blocking = new Set<string>(namedChecks.filter(({ effect }) => effect === 'blocks').map(({ code }) => code))
  const findings = await countFindings(setting.tx, run)
  if (findings.some(({ check }) => blocking.has(check))) throw new Fault('payments.blocked-by-checks')
  await holdPosting(setting)
  if (await isPostedSince(setting.tx, run)) throw new Fault('payments.posted-meanwhile')
  const snapshot = await findSnapshot(setting.tx, run.id)
  const news = { since: run.computedAt, snapshot, kinds: [...benefitFactKinds, 'bank-account' as const] }
  const changed = await countChangedSince(setting.tx, await listPeopleOf(setting.tx, run), news)
  if (changed > 0) throw new Fault('payments.changed-meanwhile', { people: changed })
  if (run.kind === 'regular' && (await source.hasChangedSince(setting, run.computedAt, snapshot)))
    throw new Fault('payments.changed-meanwhile')
}

/** 名单摘要: SM3 over the canonical text of the whole list. */
export async function digestOf(setting: ActionSetting, run: Run): Promise<string> {
  const { transfers, lines } = await listWhole(setting.tx, run)
  const text = canonicalList(
    run,
    transfers.map(({ person, amount, account, state }) => {
      return { person, amount, account: account ?? '', isHeld: state === 'held' }
    }),
    lines,
  )
  return createHash('sm3').update(text, 'utf8').digest('hex')
}
