import { createHash } from 'node:crypto'
import { benefitFactKinds } from '@dongzhou/engines/benefits'
import { canonicalList, namedChecks } from '@dongzhou/engines/payments'
import type { DueSource } from '../../benefits/index.ts'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { countChangedSince, countPayeesChangedSince } from '../../registry/index.ts'
import { mayListPayments, mayMakePayments } from '../policy.ts'
import { holdPosting } from './ground.sql.ts'
import type { Run } from './runs.sql.ts'
import { countConfirmedSince, countNamedDeadSince, findSnapshot, type Unseen } from './seen.sql.ts'
import { countFindings, isPostedSince, listPeopleOf, listWhole } from './standing.sql.ts'
import { type StepOrder, takeStep } from './take-step.ts'

/**
 * 锁定: the list stands from now on, and its lines are posted. Whatever was learnt since it was computed sends it back for computing: the
 * facts and rates that the sums rest on, and what the checks rest on (accounts, names, ID numbers, payees, death lists, confirmations).
 */
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
  const unseen = { since: run.computedAt, snapshot: await findSnapshot(setting.tx, run.id) }
  const people = await countNewsOf(setting, run, unseen)
  if (people > 0) throw new Fault('payments.changed-meanwhile', { people })
  if (run.kind === 'regular' && (await source.hasChangedSince(setting, unseen.since, unseen.snapshot)))
    throw new Fault('payments.changed-meanwhile')
}

const kinds = [...benefitFactKinds, 'bank-account', 'name', 'id-number'] as const

/** Of how many of the list something was learnt: one question a source, and none after the first that has news. */
async function countNewsOf({ tx }: ActionSetting, run: Run, unseen: Unseen): Promise<number> {
  const people = await listPeopleOf(tx, run)
  return (
    (await countChangedSince(tx, people, { ...unseen, kinds })) ||
    (await countPayeesChangedSince(tx, people, unseen)) ||
    (await countNamedDeadSince(tx, run, { ...unseen, of: 'all' })) ||
    (await countConfirmedSince(tx, run, unseen))
  )
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
