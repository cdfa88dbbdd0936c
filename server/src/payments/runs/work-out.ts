import type { Adjustment } from '@dongzhou/engines/benefits'
import type { Change, Finding, MonthDifference } from '@dongzhou/engines/payments'
import type { Benefit } from '@dongzhou/terms/benefit'
import { type DivisionCode, isWithin } from '@dongzhou/terms/division'
import type { Month } from '@dongzhou/terms/month'
import type { Due, DueSource, Portion } from '../../benefits/index.ts'
import { requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { listRecipients, type RecipientOnFile } from '../../registry/index.ts'
import { mayListPayments, mayMakePayments } from '../policy.ts'
import { plannedRecoveriesOf } from '../recoveries/planned.ts'
import { earlierOf, keyOf, type LateAward, withEarlier } from './before-opening.ts'
import { changesOf, type DraftLine, type DraftShare, linesOf, settleMonths, sharesOf } from './draft-run.ts'
import { evidenceOf } from './evidence.ts'
import {
  type BeforeRow,
  type Files,
  type findPrevious,
  listPostedSpans,
  listRegularSums,
  listRunInstants,
  listTransfersOf,
  type MergedFiles,
  type PostedSpan,
} from './ground.sql.ts'
import { checkRecipients } from './recipient-checks.ts'
import type { Run } from './runs.sql.ts'
import type { LineBasis } from './store.sql.ts'

/** What all portions of a draft share. */
export interface DraftOrder {
  readonly run: Run
  readonly from: Month
  readonly openings: ReadonlyMap<Benefit, Month>
  readonly late: readonly LateAward[]
  readonly previous: Awaited<ReturnType<typeof findPrevious>>
  readonly isSupplement: boolean
  readonly merged: MergedFiles
  readonly knownAt: Date
}

/** Everything a draft will hold of a portion of the people, thought out before anything of it is stored. */
export interface DraftPortion {
  readonly lines: readonly DraftLine[]
  readonly shares: readonly DraftShare[]
  readonly people: ReadonlyMap<number, RecipientOnFile>
  readonly findings: readonly Finding[]
  readonly held: ReadonlyMap<number, Finding>
  readonly changes: readonly Change[]
  /** Blind indexes of those who are paid, for whoever shares one with somebody of another portion. */
  readonly numbers: readonly { readonly person: number; readonly number: string }[]
  readonly basis: LineBasis
  readonly unknown: number
  readonly isSample: boolean
  readonly divisionOf: (person: number) => DivisionCode
}

/** 测算一段: due less posted, the checks and the change sheet of a portion of the people. */
export async function workOut(
  setting: ActionSetting,
  source: DueSource,
  order: DraftOrder,
  portion: Portion,
): Promise<DraftPortion> {
  const { run, from, openings, knownAt } = order
  const { month, benefits, division } = run
  requireMay(mayMakePayments(setting.clerk, run))
  requireMay(mayListPayments(setting.clerk, setting.bureau))
  const files = filesOf(portion, order.merged)
  const standing = await source.due(setting, {
    benefits,
    division,
    months: { from, to: (month + 1) as Month },
    portion,
  })
  const owed = [...new Set(standing.spans.map(({ person }) => person))]
  const posted = await postedOf(setting, order, { files, owed })
  const earlier = earlierOf(order, portion, posted)
  const due = await withEarlier(setting, source, order, { due: standing, earlier })
  const ids = [...new Set([...due.spans, ...posted].map(({ person }) => person))]
  const everybody = new Map((await listRecipients(setting, ids)).map((one) => [one.id, one]))
  const people = new Map([...everybody].filter(([, one]) => isWithin(one.division, division)))
  const firstOf = (benefit: Benefit, person: number) =>
    earlier.get(keyOf(person, benefit)) ?? openings.get(benefit) ?? month
  const differences = settleMonths({ due: due.spans, posted }, people, { firstOf, month })
  const settled = await settledOf(setting, source, {
    order,
    differences,
    posted,
    from: Math.min(from, ...earlier.values()) as Month,
  })
  const lines = linesOf(differences, month, settled)
  const shares = sharesOf(lines, await plannedRecoveriesOf(setting, run, ids), month)
  const payees = payeesOf(lines, shares, sinceByPerson(posted))
  const checked = await checkRecipients(setting, run.id, payees, { people, excluded: due.excluded, which: 'each' })
  const compared = await compare(setting, order, { files, due, lines, shares, people, everybody, settled })
  return {
    ...{ lines, shares, people, changes: compared.changes, ...checked },
    numbers: payees.flatMap(({ person }) => numbersOf(people.get(person))),
    basis: {
      rateIdsOf: rateIdsBy(due),
      versionOf: (benefit) => due.rules.get(benefit as Benefit)?.version ?? 0,
      knownAt,
    },
    unknown: due.spans.filter((span) => span.isUnknown && span.from <= month && month < span.to).length,
    isSample: due.rates.some(({ isSample }) => isSample),
    divisionOf: (person) => divisionIn(compared.everybody.get(person)?.division, run),
  }
}

/** The portion with the files that were merged into one of it. */
function filesOf(portion: Portion, merged: MergedFiles): Files {
  return { portion, merged: new Map([...merged].filter(([, kept]) => isIn(portion, kept))) }
}

function isIn({ after, through }: Portion, person: number): boolean {
  return after < person && person <= through
}

/** Where a row lies: with the person; somebody who left the division is kept with the run itself. */
function divisionIn(of: DivisionCode | undefined, run: Run): DivisionCode {
  return of !== undefined && isWithin(of, run.division) ? of : run.division
}

function numbersOf(onFile: RecipientOnFile | undefined): DraftPortion['numbers'] {
  return [onFile?.identityIndex, onFile?.account?.index].flatMap((number) =>
    onFile === undefined || number === undefined ? [] : [{ person: onFile.id, number }],
  )
}

/** Posted spans under the file each person has today: what was posted for a file that was merged is the other's. */
async function postedOf(
  setting: ActionSetting,
  { run, merged }: DraftOrder,
  { files, owed }: { readonly files: Files; readonly owed: readonly number[] },
): Promise<readonly PostedSpan[]> {
  const { benefits, division, month: through } = run
  const spans = await listPostedSpans(setting, {
    benefits,
    division,
    people: [...owed, ...files.merged.keys()],
    files,
    through,
  })
  return keptIn(files, merged, spans)
}

/** Rows under the file that each person has today; those of a file that belongs to another portion by now are left out. */
function keptIn<Row extends { readonly person: number }>(
  { portion }: Files,
  merged: MergedFiles,
  rows: readonly Row[],
): readonly Row[] {
  if (merged.size === 0) return rows
  return rows
    .map((row) => ({ ...row, person: merged.get(row.person) ?? row.person }))
    .filter(({ person }) => isIn(portion, person))
}

interface SettleGround {
  readonly order: DraftOrder
  readonly from: Month
  readonly differences: readonly MonthDifference[]
  readonly posted: readonly PostedSpan[]
}

/** Why months of before differ: asked only of those with whom they do. */
async function settledOf(
  setting: ActionSetting,
  source: DueSource,
  { order: { run }, from, differences, posted }: SettleGround,
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

interface Compare {
  readonly files: Files
  readonly due: Due
  readonly lines: readonly DraftLine[]
  readonly shares: readonly DraftShare[]
  readonly people: ReadonlyMap<number, RecipientOnFile>
  readonly everybody: ReadonlyMap<number, RecipientOnFile>
  readonly settled: ReadonlyMap<number, readonly Adjustment[]>
}

/** The change sheet; without an earlier run there is nothing to compare with, and nobody changed. */
async function compare(
  setting: ActionSetting,
  { run, previous, isSupplement, merged }: DraftOrder,
  { files, due, lines, shares, people, everybody, settled }: Compare,
): Promise<{ readonly changes: readonly Change[]; readonly everybody: ReadonlyMap<number, RecipientOnFile> }> {
  if (previous === undefined) return { changes: [], everybody }
  const sumsOf = async (month: Month) =>
    keptIn<BeforeRow>(files, merged, await listRegularSums(setting, { ...run, month, files }))
  const before = await sumsOf(previous.month)
  const earlierThisMonth = isSupplement ? await sumsOf(run.month) : []
  const gone = await listRecipients(
    setting,
    [...new Set(before.map(({ person }) => person))].filter((id) => !everybody.has(id)),
  )
  const all = new Map([...everybody, ...gone.map((one) => [one.id, one] as const)])
  const transfers = await listTransfersOf(setting.tx, previous, files.portion)
  const isHere = (id: number) => people.has(id)
  const ground = { month: run.month, previous, due, before, settled, people: all, isHere }
  const changes = await changesOf(
    { lines, shares },
    people,
    { before, transfers, isSupplement, earlierThisMonth },
    (ids) => evidenceOf(setting, ids, ground),
  )
  return { changes, everybody: all }
}

/** The rates that a person's line of a month was worked out by. */
function rateIdsBy({ spans }: Due): (line: DraftLine) => readonly number[] {
  const own = Map.groupBy(spans, ({ person }) => person)
  return ({ person, benefit, month }) =>
    (own.get(person) ?? [])
      .filter((span) => span.benefit === benefit && span.from <= month && month < span.to)
      .flatMap(({ rateIds }) => rateIds)
}
