import type { Month } from '@dongzhou/terms/month'
import { z } from 'zod'
import { type DueSource, houseRulesOf, type Portion } from '../../benefits/index.ts'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { JobDefinition, RunningJob } from '../../platform/jobs.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { listMergedFiles } from '../../registry/index.ts'
import { mayListPayments, mayMakePayments } from '../policy.ts'
import { computeReissue } from '../reissues/compute-reissue.ts'
import { lateAwardsOf } from './before-opening.ts'
import { listCovered } from './compared.sql.ts'
import { computeRunKind } from './create-run.ts'
import { holdPosting } from './ground.sql.ts'
import { openingMonths } from './opening-book.ts'
import { openingsInForce } from './openings.ts'
import { lastIn, reachOf } from './reach.ts'
import { requireRun } from './require-run.ts'
import { changeRun } from './runs.sql.ts'
import { keepSnapshot } from './seen.sql.ts'
import { recordSharedFindings } from './shared-findings.ts'
import { SharedNumbers } from './shared-numbers.ts'
import { findLastSignature } from './signatures.sql.ts'
import { storePortion } from './store-portion.ts'
import { type DraftOrder, type DraftPortion, workOut } from './work-out.ts'

const Order = z.object({ runId: z.number() })
// Two portions are in memory at a time, one being worked out while the one before is stored: some 200 MB at this size.
const PEOPLE_A_PORTION = 20_000

/**
 * 计算名单: due less posted over every month, the checks, the change sheet, portion by portion of the people; stored as a new edition of the
 * draft, which counts once the last step has set its instant.
 */
export function computeRunJob(source: DueSource, peopleAPortion: number = PEOPLE_A_PORTION): JobDefinition {
  return {
    kind: computeRunKind,
    run: async (job) => {
      const { runId } = Order.parse(job.run.payload)
      const begun = await job.step((setting) => begin(setting, source, { runId, peopleAPortion }))
      if (begun === 'reissue') return { people: 0 }
      const totals = await drawUp(job, source, begun)
      await job.step((setting) => finish(setting, begun.order, totals))
      return { people: totals.people }
    },
    release: async (setting, { payload }) => {
      const { runId } = Order.parse(payload)
      await changeRun(setting, runId, { jobId: null })
    },
  }
}

interface Begun {
  readonly order: DraftOrder
  readonly portions: readonly Portion[]
  /** How many have or had an award, for the bar that shows how far the work is. */
  readonly people: number
}

async function begin(
  setting: ActionSetting,
  source: DueSource,
  { runId, peopleAPortion }: { readonly runId: number; readonly peopleAPortion: number },
): Promise<Begun | 'reissue'> {
  const run = await requireRun(setting, { id: runId }, mayMakePayments)
  requireMay(mayListPayments(setting.clerk, setting.bureau))
  if (run.state !== 'draft') throw new Fault('payments.wrong-state')
  // Before anything is read: whatever was under way by then and is committed later sends the list back at the lock.
  await keepSnapshot(setting.tx, runId)
  // A worker that was cut off left rows of its edition; they count for nothing, and neither does an edition without an instant.
  const edition = run.edition + 1
  // No lock is under way while this looks at what is posted: a later one is seen by its signature.
  await holdPosting(setting)
  await changeRun(setting, runId, { edition, computedAt: null, seenSignature: await findLastSignature(setting) })
  if (run.kind === 'reissue') {
    await computeReissue(setting, { ...run, edition })
    return 'reissue'
  }
  const { month, division, benefits } = run
  const openings = await openingsInForce(setting, run)
  await changeRun(setting, runId, { openings: openings.own })
  const reach = reachOf(await listCovered(setting, run))
  const order: DraftOrder = {
    run: { ...run, edition },
    // Whoever has moved here was perhaps paid from an earlier month on than anybody of this division.
    from: Math.min(month, ...benefits.flatMap((benefit) => [...openingMonths(openings, benefit)])) as Month,
    openings,
    late: await lateAwardsOf(setting, openings, benefits),
    reach,
    previous: lastIn(reach, division),
    house: await houseRulesOf(setting, setting.today),
    merged: await listMergedFiles(setting.tx),
    // Before the first portion is read: whatever is learnt from here on sends the list back at the lock.
    knownAt: setting.now,
  }
  return { order, ...(await source.portions(setting, { division, size: peopleAPortion })) }
}

/** 名单合计 of the portions so far. */
class Totals {
  readonly shared = new SharedNumbers()
  people = 0
  list = 0
  unknown = 0
  unexplained = 0
  uncompared = 0
  isSample = false
  before: DraftPortion['before']

  add({ shares, changes, numbers, unknown, isSample, before, uncompared }: DraftPortion): void {
    this.people += shares.length
    this.list += shares.reduce((sum, { amount }) => sum + amount, 0)
    this.unknown += unknown
    this.unexplained += changes.filter(({ isUnexplained }) => isUnexplained).length
    this.isSample ||= isSample
    this.uncompared += uncompared
    if (before)
      this.before = {
        people: (this.before?.people ?? 0) + before.people,
        amount: (this.before?.amount ?? 0) + before.amount,
      }
    for (const { person, number } of numbers) this.shared.add(person, number)
  }
}

/** Each portion is worked out in one step and stored in another, so that the next is read while this one is written, in the order of the people. */
async function drawUp(job: RunningJob, source: DueSource, { order, portions, people }: Begun): Promise<Totals> {
  const totals = new Totals()
  let ready: DraftPortion | undefined
  for (const portion of portions) {
    const [next] = await bothOf(
      job.step((setting) => workOut(setting, source, order, portion)),
      storeReady(job, order, ready),
    )
    totals.add(next)
    ready = next
    await job.report(Math.min(totals.people, people), people)
  }
  await storeReady(job, order, ready)
  // Only now is it known how many of them the list has: a bar that stops at a part would look cut off.
  await job.report(totals.people, totals.people)
  return totals
}

async function storeReady(job: RunningJob, order: DraftOrder, ready: DraftPortion | undefined): Promise<void> {
  if (ready) await job.step((setting) => storePortion(setting, order, ready))
}

/** Waits for both even where one fails: nothing of a job goes on behind its back. */
async function bothOf<One, Other>(one: Promise<One>, other: Promise<Other>): Promise<readonly [One, Other]> {
  await Promise.allSettled([one, other])
  return Promise.all([one, other])
}

async function finish(setting: ActionSetting, order: DraftOrder, totals: Totals): Promise<void> {
  const run = await requireRun(setting, { id: order.run.id }, mayMakePayments)
  // Withdrawn or computed anew meanwhile: then these rows are of an edition that does not stand.
  if (run.state !== 'draft' || run.edition !== order.run.edition) throw new Fault('payments.wrong-state')
  await recordSharedFindings(setting, run, totals.shared.repeated(), order.house)
  const { people, list, unknown, unexplained, isSample, before, uncompared } = totals
  await changeRun(setting, run.id, {
    ...{ jobId: null, computedAt: order.knownAt, isSample, people, list, unknown, unexplained, uncompared },
    before: before ?? null,
    previousRunId: order.previous?.run ?? null,
  })
}
