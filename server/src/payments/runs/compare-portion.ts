import type { Adjustment } from '@dongzhou/engines/benefits'
import type { Change, Evidence } from '@dongzhou/engines/payments'
import type { Due } from '../../benefits/index.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { listRecipients, type RecipientOnFile } from '../../registry/index.ts'
import { keyOf } from './before-opening.ts'
import { type BeforeRow, type Earlier, listLastSums, listMonthSums, listTransfersOf } from './compared.sql.ts'
import { changesOf, type DraftLine, type DraftShare } from './draft-run.ts'
import { evidenceOf } from './evidence.ts'
import type { Files } from './ground.sql.ts'
import { keptIn } from './kept-in.ts'
import type { DraftOrder } from './work-out.ts'

type Everybody = ReadonlyMap<number, RecipientOnFile>

interface Portioned {
  readonly files: Files
  readonly due: Due
  readonly lines: readonly DraftLine[]
  readonly shares: readonly DraftShare[]
  readonly people: Everybody
  readonly everybody: Everybody
  readonly settled: ReadonlyMap<number, readonly Adjustment[]>
}

/** A portion beside what was posted before. */
export interface ComparedPortion {
  readonly changes: readonly Change[]
  readonly everybody: Everybody
  /** What it was compared with; undefined where nothing of the division was posted before. */
  readonly before: { readonly people: number; readonly amount: number } | undefined
  /** How many draw what some run has paid before, and stand where none has: nothing shows how they changed. */
  readonly uncompared: number
}

/**
 * 比对上期: the change sheet of a portion. What other places are paid already, and nobody where somebody lives, is not on it: there is nothing
 * to compare it with, and two must approve.
 */
export async function comparePortion(
  setting: ActionSetting,
  order: DraftOrder,
  portioned: Portioned,
): Promise<ComparedPortion> {
  const { run, reach, previous, merged } = order
  const { files, lines, shares, people, everybody } = portioned
  const drawing = shares.map(({ person }) => person)
  const ask = { benefits: run.benefits, files, people: drawing }
  const rows =
    previous === undefined
      ? []
      : latestOf(keptIn(files, merged, await listLastSums(setting, reach.covered, { ...ask, division: run.division })))
  const had = new Set(rows.map(({ person, benefit }) => keyOf(person, benefit)))
  const before = ({ person, benefit }: DraftLine) => reach.before(people.get(person)?.division ?? run.division, benefit)
  // A benefit that no run has paid yet, added to what is paid here, makes everybody who draws it new on the list: somebody must say why.
  const isCompared = (line: DraftLine) =>
    previous !== undefined &&
    (had.has(keyOf(line.person, line.benefit)) || before(line) !== undefined || !reach.isOpened(line.benefit))
  const unseen = lines.filter((line) => !isCompared(line) && reach.isOpened(line.benefit))
  const uncompared = new Set(unseen.map(({ person }) => person)).size
  if (previous === undefined) return { changes: [], everybody, before: undefined, uncompared }
  const compared = lines.filter(isCompared)
  const present = new Set(compared.map(({ person }) => person))
  // Who was left out of another list of this month stands on that one's sheet; on this one, whoever no other list of the month was for.
  const listed = rows.filter((row) => present.has(row.person) || !reach.isPaidThisMonth(row.division, row.benefit))
  const isMonthBegun = reach.covered.some(({ isPaidThisMonth }) => isPaidThisMonth)
  const earlier = isMonthBegun ? await listMonthSums(setting, { ...ask, month: run.month }) : []
  const gone = listed.map(({ person }) => person).filter((id) => !everybody.has(id))
  const found = await listRecipients(setting, [...new Set(gone)])
  const all = new Map([...everybody, ...found.map((one) => [one.id, one] as const)])
  const transfers = await listTransfersOf(setting.tx, [...new Set(listed.flatMap(({ runs }) => runs))], files.portion)
  const ground = { ...portioned, order, listed, all, previousOf: previousOf(order, listed, compared, before) }
  const changes = await changesOf(
    { lines: compared, shares: shares.filter(({ person }) => present.has(person)) },
    people,
    { before: listed, transfers, earlierThisMonth: keptIn(files, merged, earlier) },
    (ids) => evidenceSince(setting, ids, ground),
  )
  return { changes, everybody: all, before: sumOf(listed), uncompared }
}

/** Who moved between divisions that are paid at different times has lines in both: the last month is what they are compared with. */
function latestOf(rows: readonly BeforeRow[]): readonly BeforeRow[] {
  const last = new Map<string, number>()
  for (const { person, benefit, month } of rows) {
    const key = keyOf(person, benefit)
    last.set(key, Math.max(last.get(key) ?? month, month))
  }
  return rows.filter(({ person, benefit, month }) => last.get(keyOf(person, benefit)) === month)
}

function sumOf(rows: readonly BeforeRow[]): NonNullable<ComparedPortion['before']> {
  return {
    people: new Set(rows.map(({ person }) => person)).size,
    amount: rows.reduce((sum, { amount }) => sum + amount, 0),
  }
}

/** The earliest run that a person is compared with: what was learnt since then may be why they are paid otherwise. */
function previousOf(
  { reach, previous }: DraftOrder,
  rows: readonly BeforeRow[],
  lines: readonly DraftLine[],
  before: (line: DraftLine) => Earlier | undefined,
): (person: number) => Earlier | undefined {
  const first = new Map<number, Earlier>()
  const add = (person: number, one: Earlier | undefined) => {
    if (one !== undefined && one.month < (first.get(person)?.month ?? Number.POSITIVE_INFINITY)) first.set(person, one)
  }
  for (const { person, division, benefit } of rows) add(person, reach.before(division, benefit))
  const had = new Set(rows.map(({ person, benefit }) => keyOf(person, benefit)))
  for (const line of lines) if (!had.has(keyOf(line.person, line.benefit))) add(line.person, before(line))
  return (person) => first.get(person) ?? previous
}

interface Ground extends Portioned {
  readonly order: DraftOrder
  readonly listed: readonly BeforeRow[]
  readonly all: Everybody
  readonly previousOf: (person: number) => Earlier | undefined
}

/** 变动依据, since the run that each is compared with: mostly one, and as many as towns where each town is paid by a list of its own. */
async function evidenceSince(
  setting: ActionSetting,
  ids: readonly number[],
  { order, due, listed, settled, people, all, previousOf: of }: Ground,
): Promise<readonly Evidence[]> {
  const found: Evidence[] = []
  const isHere = (id: number) => people.has(id)
  const { month } = order.run
  for (const own of Map.groupBy(ids, (id) => of(id)?.run).values()) {
    const previous = own[0] === undefined ? undefined : of(own[0])
    if (previous === undefined) continue
    const ground = { month, previous, due, before: listed, settled, people: all, isHere }
    // Each asks the database for what was learnt since another run.
    for (const one of await evidenceOf(setting, own, ground)) found.push(one)
  }
  return found
}
