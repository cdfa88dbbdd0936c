import { type Columns, columnsOf, type Months, type Question, segmentsOfAll } from '@dongzhou/engines/benefits'
import type { Benefit } from '@dongzhou/terms/benefit'
import type { Month } from '@dongzhou/terms/month'
import type { Setting } from '../../platform/setting.ts'
import { listBeneficiaries } from '../entitlement/people.ts'
import type { Rulebook } from '../entitlement/rulebook.ts'

/** Two books: what counts, and what would count if some rows were confirmed. */
export interface Both {
  readonly before: Rulebook
  readonly after: Rulebook
}

/** 受影响: what one person gets otherwise of one benefit. `arrears` is of the months up to now. */
export interface Touched {
  readonly personId: number
  readonly benefit: Benefit
  readonly months: number
  readonly arrears: number
  readonly monthlyBefore: number
  readonly monthlyAfter: number
}

const PEOPLE_AT_ONCE = 2000

/** 两本标准库对照: everybody who has or had an award, asked by both books in every one of the months; the most money first. */
export async function compareAll(
  setting: Setting,
  both: Both,
  months: Months,
  now: Month,
): Promise<readonly Touched[]> {
  const touched: Touched[] = []
  let after = 0
  for (;;) {
    const people = await listBeneficiaries(setting, { after, size: PEOPLE_AT_ONCE, holding: 'award' })
    const columns = columnsOf(people.map(({ facts }) => facts))
    for (const line of compare(both, columns, months, now)) {
      const person = people[line.person]
      if (person) touched.push({ personId: person.id, ...line.change })
    }
    const last = people.at(-1)
    if (!last || people.length < PEOPLE_AT_ONCE) break
    after = last.id
  }
  return touched.toSorted(byAmount)
}

function byAmount(one: Touched, other: Touched): number {
  return (
    Math.abs(other.arrears) - Math.abs(one.arrears) ||
    one.personId - other.personId ||
    (one.benefit < other.benefit ? -1 : 1)
  )
}

interface Line {
  readonly person: number
  readonly change: Omit<Touched, 'personId'>
}

function compare({ before, after }: Both, columns: Columns, months: Months, now: Month): readonly Line[] {
  const [was, is] = [dueOf(before.questions, columns, months), dueOf(after.questions, columns, months)]
  const keys = new Set([...was.keys(), ...is.keys()])
  return [...keys].flatMap((key): readonly Line[] => {
    const [old = NOTHING, fresh = NOTHING] = [was.get(key), is.get(key)]
    const differing = monthsOf(months).filter((at) => (old.of[at] ?? 0) !== (fresh.of[at] ?? 0))
    if (differing.length === 0) return []
    const { person, benefit } = old === NOTHING ? fresh : old
    const past = differing.filter((at) => months.from + at <= now)
    const arrears = past.reduce((sum, at) => sum + (fresh.of[at] ?? 0) - (old.of[at] ?? 0), 0)
    const last = months.to - months.from - 1
    const monthly = { monthlyBefore: old.of[last] ?? 0, monthlyAfter: fresh.of[last] ?? 0 }
    return [{ person, change: { benefit, months: past.length, arrears, ...monthly } }]
  })
}

interface Due {
  readonly person: number
  readonly benefit: Benefit
  /** A sum for each of the months. */
  readonly of: Float64Array
}

const NOTHING: Due = { person: 0, benefit: 'disability-pension', of: new Float64Array(0) }

function dueOf(questions: readonly Question[], columns: Columns, months: Months): ReadonlyMap<string, Due> {
  const due = new Map<string, Due>()
  const table = segmentsOfAll({ questions, columns, months, ask: 'decides', withoutRefused: true })
  for (const { person, benefit, from, to, amount } of table.segments()) {
    if (amount === 0) continue
    const key = `${person} ${benefit}`
    const line = due.get(key) ?? { person, benefit, of: new Float64Array(months.to - months.from) }
    due.set(key, line)
    for (let month = from; month < to; month = (month + 1) as Month) {
      const at = month - months.from
      line.of[at] = (line.of[at] ?? 0) + amount
    }
  }
  return due
}

function monthsOf({ from, to }: Months): readonly number[] {
  return Array.from({ length: to - from }, (_, at) => at)
}
