import type { Adjustment, HouseRules } from '@dongzhou/engines/benefits'
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
import { earlierOf, keyOf, type LateAward, lateIn, openingsByPerson, withEarlier } from './before-opening.ts'
import { type ComparedPortion, comparePortion } from './compare-portion.ts'
import type { Earlier } from './compared.sql.ts'
import { type DraftLine, type DraftShare, linesOf, settleMonths, sharesOf } from './draft-run.ts'
import { type Files, listPostedSpans, listRunInstants, type MergedFiles, type PostedSpan } from './ground.sql.ts'
import { isIn, keptIn } from './kept-in.ts'
import type { OpeningBook } from './opening-book.ts'
import type { Reach } from './reach.ts'
import { checkRecipients } from './recipient-checks.ts'
import type { Run } from './runs.sql.ts'
import type { LineBasis } from './store.sql.ts'

/** What all portions of a draft share. */
export interface DraftOrder {
  readonly run: Run
  readonly from: Month
  readonly openings: OpeningBook
  readonly late: readonly LateAward[]
  /** What it can be compared with, and the last run of it. */
  readonly reach: Reach
  readonly previous: Earlier | undefined
  /** Read once: a bureau's book is long, and its rules hold for the whole list. */
  readonly house: HouseRules
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
  readonly before: ComparedPortion['before']
  readonly uncompared: number
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
  const { run, from, knownAt } = order
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
  const late = lateIn(portion, order.late)
  const ids = [...new Set([...standing.spans, ...posted, ...late].map(({ person }) => person))]
  const everybody = new Map((await listRecipients(setting, ids)).map((one) => [one.id, one]))
  const people = new Map([...everybody].filter(([, one]) => isWithin(one.division, division)))
  const openingOf = await openingsByPerson(setting, order, { files, everybody })
  const earlier = earlierOf(late, posted, openingOf)
  const due = await withEarlier(setting, source, order, { due: standing, earlier })
  const firstOf = (benefit: Benefit, person: number) =>
    earlier.get(keyOf(person, benefit)) ?? openingOf(benefit, person)
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
  const checked = await checkRecipients(setting, run.id, payees, {
    ...{ people, excluded: due.excluded, which: 'each' as const },
    house: order.house,
  })
  const compared = await comparePortion(setting, order, { files, due, lines, shares, people, everybody, settled })
  return {
    ...{ lines, shares, people, changes: compared.changes, ...checked },
    ...{ before: compared.before, uncompared: compared.uncompared },
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

/** The rates that a person's line of a month was worked out by. */
function rateIdsBy({ spans }: Due): (line: DraftLine) => readonly number[] {
  const own = Map.groupBy(spans, ({ person }) => person)
  return ({ person, benefit, month }) =>
    (own.get(person) ?? [])
      .filter((span) => span.benefit === benefit && span.from <= month && month < span.to)
      .flatMap(({ rateIds }) => rateIds)
}
