import type { Adjustment } from '@dongzhou/engines/benefits'
import type { Change, Finding, MonthDifference } from '@dongzhou/engines/payments'
import type { Benefit } from '@dongzhou/terms/benefit'
import { type DivisionCode, isWithin } from '@dongzhou/terms/division'
import type { Month } from '@dongzhou/terms/month'
import { z } from 'zod'
import type { Due, DueSource } from '../../benefits/index.ts'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { JobDefinition } from '../../platform/jobs.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { keptPersonIds, listRecipients, type RecipientOnFile } from '../../registry/index.ts'
import { mayListPayments, mayMakePayments } from '../policy.ts'
import { plannedRecoveriesOf } from '../recoveries/planned.ts'
import { computeReissue } from '../reissues/compute-reissue.ts'
import { computeRunKind } from './create-run.ts'
import { changesOf, type DraftLine, type DraftShare, linesOf, settleMonths, sharesOf } from './draft-run.ts'
import { evidenceOf } from './evidence.ts'
import {
  type BeforeRow,
  findPrevious,
  firstMonths,
  hasPaidMonth,
  holdPosting,
  listPostedSpans,
  listRegularSums,
  listRunInstants,
  listTransfersOf,
  type PostedSpan,
} from './ground.sql.ts'
import { checkRecipients } from './recipient-checks.ts'
import { requireRun } from './require-run.ts'
import { changeRun, type Run } from './runs.sql.ts'
import { findLastSignature } from './signatures.sql.ts'
import { type LineBasis, recordChanges, recordFindings, recordLines, recordTransfers } from './store.sql.ts'

const Order = z.object({ runId: z.number() })
// A step's rows are one JSON text; some 20 MB at this size.
const PEOPLE_A_STEP = 20_000

/** 计算名单: due less posted over every month, the checks, the change sheet; stored as a new edition of the draft. */
export function computeRunJob(source: DueSource): JobDefinition {
  return {
    kind: computeRunKind,
    run: async (job) => {
      const { runId } = Order.parse(job.run.payload)
      const draft = await job.step((setting) => begin(setting, source, runId))
      if (draft === 'reissue') return { people: 0 }
      const { shares } = draft
      const basis = basisOf(draft)
      for (let from = 0; from < shares.length; from += PEOPLE_A_STEP) {
        const some = shares.slice(from, from + PEOPLE_A_STEP)
        await job.step((setting) => store(setting, draft, basis, some))
        await job.report(Math.min(from + PEOPLE_A_STEP, shares.length), shares.length)
      }
      await job.step((setting) => finish(setting, draft))
      return { people: shares.length }
    },
    release: async (setting, { payload }) => {
      const { runId } = Order.parse(payload)
      await changeRun(setting, runId, { jobId: null })
    },
  }
}

/** Everything a draft will hold, thought out before anything is stored. */
interface Draft {
  readonly run: Run
  readonly due: Due
  readonly lines: readonly DraftLine[]
  readonly shares: readonly DraftShare[]
  readonly people: ReadonlyMap<number, RecipientOnFile>
  readonly everybody: ReadonlyMap<number, RecipientOnFile>
  readonly findings: readonly Finding[]
  readonly held: ReadonlyMap<number, Finding>
  readonly changes: readonly Change[]
  readonly previousRunId: number | undefined
  readonly unknown: number
  readonly knownAt: Date
}

async function begin(setting: ActionSetting, source: DueSource, runId: number): Promise<Draft | 'reissue'> {
  const run = await requireRun(setting, { id: runId }, mayMakePayments)
  requireMay(mayListPayments(setting.clerk, setting.bureau))
  if (run.state !== 'draft') throw new Fault('payments.wrong-state')
  // A worker that was cut off left rows of its edition; they count for nothing, and neither does an edition without an instant.
  const edition = run.edition + 1
  // No lock is under way while this looks at what is posted: a later one is seen by its signature.
  await holdPosting(setting)
  await changeRun(setting, runId, { edition, computedAt: null, seenSignature: await findLastSignature(setting) })
  if (run.kind === 'reissue') {
    await computeReissue(setting, { ...run, edition })
    return 'reissue'
  }
  return draftOf(setting, source, { ...run, edition })
}

async function draftOf(setting: ActionSetting, source: DueSource, run: Run): Promise<Draft> {
  const { month, benefits, division } = run
  const firsts = await firstMonths(setting, benefits)
  const from = Math.min(month, ...firsts.values()) as Month
  const due = await source.due(setting, { benefits, division, months: { from, to: (month + 1) as Month } })
  const owed = [...new Set(due.spans.map(({ person }) => person))]
  const posted = await postedOf(setting, run, owed)
  const ids = [...new Set([...owed, ...posted.map(({ person }) => person)])]
  const everybody = new Map((await listRecipients(setting, ids)).map((one) => [one.id, one]))
  const people = new Map([...everybody].filter(([, one]) => isWithin(one.division, division)))
  // A run of a month before the first one moves the beginning of the book.
  const firstOf = (benefit: Benefit) => Math.min(firsts.get(benefit) ?? month, month) as Month
  const differences = settleMonths({ due: due.spans, posted }, people, { firstOf, month })
  const settled = await settledOf(setting, source, { run, from, differences, posted })
  const lines = linesOf(differences, month, settled)
  const recoveries = await plannedRecoveriesOf(setting, run, ids)
  const shares = sharesOf(lines, recoveries, month)
  const since = sinceByPerson(posted)
  const payees = payeesOf(lines, shares, since)
  const checked = await checkRecipients(setting, run.id, payees, { people, excluded: due.excluded })
  const compared = await compare(setting, { run, due, lines, shares, people, everybody, settled })
  const unknown = due.spans.filter((span) => span.isUnknown && span.from <= month && month < span.to).length
  return { run, due, lines, shares, people, ...checked, ...compared, unknown, knownAt: setting.now }
}

/** Posted spans under the file each person has today: what was posted for a file that was merged is the other's. */
async function postedOf(setting: ActionSetting, run: Run, owed: readonly number[]): Promise<readonly PostedSpan[]> {
  const { benefits, division, month: through } = run
  const spans = await listPostedSpans(setting, { benefits, division, people: owed, through })
  const kept = await keptPersonIds(setting.tx, [...new Set(spans.map(({ person }) => person))])
  return spans.map((span) => ({ ...span, person: kept.get(span.person) ?? span.person }))
}

interface SettleGround {
  readonly run: Run
  readonly from: Month
  readonly differences: readonly MonthDifference[]
  readonly posted: readonly PostedSpan[]
}

/** Why months of before differ: asked only of those with whom they do. */
async function settledOf(
  setting: ActionSetting,
  source: DueSource,
  { run, from, differences, posted }: SettleGround,
): Promise<ReadonlyMap<number, readonly Adjustment[]>> {
  const isSettling = ({ month, posted: before }: MonthDifference) => month < run.month || before !== 0
  const people = new Set(differences.filter(isSettling).map(({ person }) => person))
  if (people.size === 0) return new Map()
  const instants = await listRunInstants(setting, run.benefits)
  return source.settle(setting, {
    benefits: run.benefits,
    months: { from, to: (run.month + 1) as Month },
    people: [...people],
    posted: posted.filter(({ person }) => people.has(person)).map((span) => ({ ...span, person: span.under })),
    merged: mergedInto(posted),
    ranOn: (month) => instants.get(month),
  })
}

function mergedInto(posted: readonly PostedSpan[]): ReadonlyMap<number, readonly number[]> {
  const moved = posted.filter(({ person, under }) => person !== under)
  return new Map(
    [...Map.groupBy(moved, ({ person }) => person)].map(([person, spans]) => [
      person,
      [...new Set(spans.map(({ under }) => under))],
    ]),
  )
}

function sinceByPerson(posted: readonly PostedSpan[]): ReadonlyMap<number, Month> {
  const since = new Map<number, Month>()
  for (const { person, from } of posted) since.set(person, Math.min(since.get(person) ?? from, from) as Month)
  return since
}

function payeesOf(lines: readonly DraftLine[], shares: readonly DraftShare[], since: ReadonlyMap<number, Month>) {
  const drawn = Map.groupBy(lines, ({ person }) => person)
  // Those too from whom the whole month is withheld: whoever draws under their ID number has a twin.
  return shares
    .filter(({ gross }) => gross > 0)
    .map(({ person, amount }) => ({
      person,
      amount,
      benefits: [...new Set((drawn.get(person) ?? []).map(({ benefit }) => benefit))],
      since: since.get(person),
    }))
}

type Compare = Pick<Draft, 'run' | 'due' | 'lines' | 'shares' | 'people'> & {
  readonly everybody: ReadonlyMap<number, RecipientOnFile>
  readonly settled: ReadonlyMap<number, readonly Adjustment[]>
}

/** The change sheet; without an earlier run there is nothing to compare with, and nobody changed. */
async function compare(
  setting: ActionSetting,
  { run, due, lines, shares, people, everybody, settled }: Compare,
): Promise<Pick<Draft, 'changes' | 'previousRunId' | 'everybody'>> {
  const previous = await findPrevious(setting, run)
  if (previous === undefined) return { changes: [], previousRunId: undefined, everybody }
  const before = await keptRows(setting, await listRegularSums(setting, { ...run, month: previous.month }))
  const isSupplement = await hasPaidMonth(setting, run)
  const earlierThisMonth = isSupplement ? await keptRows(setting, await listRegularSums(setting, run)) : []
  const gone = await listRecipients(
    setting,
    [...new Set(before.map(({ person }) => person))].filter((id) => !everybody.has(id)),
  )
  const all = new Map([...everybody, ...gone.map((one) => [one.id, one] as const)])
  const transfers = await listTransfersOf(setting.tx, previous)
  const ground = {
    month: run.month,
    previous,
    due,
    before,
    settled,
    people: all,
    isHere: (id: number) => people.has(id),
  }
  const changes = await changesOf(
    { lines, shares },
    people,
    { before, transfers, isSupplement, earlierThisMonth },
    (ids) => evidenceOf(setting, ids, ground),
  )
  return { changes, previousRunId: previous.id, everybody: all }
}

async function keptRows(setting: ActionSetting, rows: readonly BeforeRow[]): Promise<readonly BeforeRow[]> {
  const kept = await keptPersonIds(setting.tx, [...new Set(rows.map(({ person }) => person))])
  return rows.map((row) => ({ ...row, person: kept.get(row.person) ?? row.person }))
}

/** What all steps share, grouped once: of a million people each step would otherwise go through all of them. */
interface StoreBasis {
  readonly linesBy: ReadonlyMap<number, readonly DraftLine[]>
  readonly basis: LineBasis
}

function basisOf({ lines, due, knownAt }: Draft): StoreBasis {
  return {
    linesBy: Map.groupBy(lines, ({ person }) => person),
    basis: {
      rateIdsOf: rateIdsBy(due),
      versionOf: (benefit) => due.rules.get(benefit as Benefit)?.version ?? 0,
      knownAt,
    },
  }
}

async function store(
  setting: ActionSetting,
  draft: Draft,
  { linesBy, basis }: StoreBasis,
  some: readonly DraftShare[],
): Promise<void> {
  const { run, people, held } = draft
  requireMay(mayMakePayments(setting.clerk, run))
  const divisionOf = (person: number) => divisionIn(draft, person)
  const lines = some.flatMap(({ person }) => linesBy.get(person) ?? [])
  await recordLines(setting, run, lines, { divisionOf, basis })
  const transfers = some.filter(({ gross }) => gross > 0)
  await recordTransfers(
    setting,
    run,
    transfers.map((share) => ({
      share,
      division: divisionOf(share.person),
      onFile: people.get(share.person),
      heldBecause: share.amount > 0 ? held.get(share.person)?.say : undefined,
      reissueOf: undefined,
    })),
  )
}

/** The rates that a person's line of a month was worked out by. */
function rateIdsBy({ spans }: Due): (line: DraftLine) => readonly number[] {
  const own = Map.groupBy(spans, ({ person, benefit }) => `${person} ${benefit}`)
  return ({ person, benefit, month }) =>
    (own.get(`${person} ${benefit}`) ?? [])
      .filter(({ from, to }) => from <= month && month < to)
      .flatMap(({ rateIds }) => rateIds)
}

async function finish(setting: ActionSetting, draft: Draft): Promise<void> {
  const run = await requireRun(setting, { id: draft.run.id }, mayMakePayments)
  // Withdrawn or computed anew meanwhile: then these rows are of an edition that does not stand.
  if (run.state !== 'draft' || run.edition !== draft.run.edition) throw new Fault('payments.wrong-state')
  const amounts = new Map(draft.shares.map(({ person, amount }) => [person, amount]))
  const divisionOf = (person: number) => divisionIn(draft, person)
  await recordFindings(setting, draft.run, draft.findings, {
    divisionOf,
    amountOf: (person) => amounts.get(person) ?? 0,
  })
  await recordChanges(setting, draft.run, draft.changes, divisionOf)
  await changeRun(setting, run.id, {
    jobId: null,
    computedAt: draft.knownAt,
    isSample: draft.due.rates.some(({ isSample }) => isSample),
    people: draft.shares.length,
    list: draft.shares.reduce((sum, { amount }) => sum + amount, 0),
    unknown: draft.unknown,
    unexplained: draft.changes.filter(({ isUnexplained }) => isUnexplained).length,
    previousRunId: draft.previousRunId ?? null,
  })
}

/** Where a row lies: with the person; somebody who left the division is kept with the run itself. */
function divisionIn({ everybody, run }: Draft, person: number): DivisionCode {
  const of = everybody.get(person)?.division
  return of !== undefined && isWithin(of, run.division) ? of : run.division
}
