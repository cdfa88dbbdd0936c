import type { RatePreview, TouchedLine } from '@dongzhou/contract/benefits'
import type { RateDraft } from '@dongzhou/contract/benefits-rates'
import {
  type Columns,
  columnsOf,
  type Months,
  type Question,
  RateBook,
  segmentsOfAll,
} from '@dongzhou/engines/benefits'
import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import { type Month, monthOf } from '@dongzhou/terms/month'
import type { Rate } from '@dongzhou/terms/rate'
import type { Setting } from '../../platform/setting.ts'
import { openRulebook } from '../entitlement/open-rulebook.ts'
import { beneficiaryLines, listBeneficiaries } from '../entitlement/people.ts'
import { presentRate } from '../entitlement/present-verdict.ts'
import { type Rulebook, rulebookOf } from '../entitlement/rulebook.ts'
import { rateOfDraft } from '../rates/draft.ts'

export interface PreviewRates {
  readonly rateIds: readonly number[]
  readonly drafts: readonly RateDraft[]
  readonly page: number
  readonly size: number
}

/** 标准变动影响: whom rows that nobody has confirmed yet would touch, and by how much in every month up to this one. Writes nothing. */
export async function previewRates(setting: Setting, { page, size, ...asked }: PreviewRates): Promise<RatePreview> {
  const { before, after, added } = await openBoth(setting, asked)
  const now = monthOf(setting.today)
  const months = monthsTouched(added, now)
  const touched = await compareAll(setting, { before, after }, months, now)
  const shown = touched.slice((page - 1) * size, page * size)
  const lines = await beneficiaryLines(
    setting,
    shown.map(({ personId }) => personId),
  )
  const sum = (of: (line: Touched) => number) => touched.reduce((total, line) => total + of(line), 0)
  return {
    items: shown.flatMap(({ personId, ...line }): readonly TouchedLine[] => {
      const person = lines.get(personId)
      return person ? [{ person, benefitName: benefits[line.benefit], ...line }] : []
    }),
    total: touched.length,
    more: false,
    rates: added.map((rate) => presentRate(after, rate)),
    people: new Set(touched.map(({ personId }) => personId)).size,
    arrears: sum(({ arrears }) => arrears),
    monthlyBefore: sum(({ monthlyBefore }) => monthlyBefore),
    monthlyAfter: sum(({ monthlyAfter }) => monthlyAfter),
    byBenefit: byBenefit(touched),
  }
}

interface Both {
  readonly before: Rulebook
  readonly after: Rulebook
}

async function openBoth(
  setting: Setting,
  { rateIds, drafts }: Pick<PreviewRates, 'rateIds' | 'drafts'>,
): Promise<Both & { readonly added: readonly Rate[] }> {
  const before = await openRulebook(setting)
  const proposed = await openRulebook(setting, { including: rateIds })
  const counted = new Set(before.rates.map(before.idOf))
  const written = drafts.map(rateOfDraft)
  const corrected = new Set(drafts.flatMap(({ supersedes }) => supersedes ?? []))
  const rates = [
    ...proposed.rates.filter((rate) => {
      const id = proposed.idOf(rate)
      return !(id !== undefined && corrected.has(id)) && !written.some((draft) => isInPlaceOf(draft, rate))
    }),
    ...written,
  ]
  const after = rulebookOf({ book: new RateBook(rates), rates, exclusions: before.exclusions })
  const isNew = (rate: Rate) => !counted.has(proposed.idOf(rate))
  return { before, after, added: rates.filter((rate) => written.includes(rate) || isNew(rate)) }
}

// A row of the same day gives way, as a sample does when the real one is confirmed.
function isInPlaceOf(draft: Rate, rate: Rate): boolean {
  return (
    rate.kind === draft.kind &&
    rate.key === draft.key &&
    rate.jurisdiction === draft.jurisdiction &&
    rate.validFrom === draft.validFrom
  )
}

const YEARS_BACK = 10 * 12

/** From the first month one of the rows speaks of to this month, or to the first month they count for where that is to come. */
function monthsTouched(added: readonly Rate[], now: Month): Months {
  const starts = added.map(({ validFrom }) => monthOf(validFrom))
  const first = starts.length === 0 ? now : Math.min(...starts)
  const last = Math.max(now, ...(starts.every((month) => month > now) ? starts : [now]))
  return { from: Math.max(first, now - YEARS_BACK) as Month, to: (last + 1) as Month }
}

interface Touched {
  readonly personId: number
  readonly benefit: Benefit
  readonly months: number
  readonly arrears: number
  readonly monthlyBefore: number
  readonly monthlyAfter: number
}

const PEOPLE_AT_ONCE = 2000

async function compareAll(setting: Setting, both: Both, months: Months, now: Month): Promise<readonly Touched[]> {
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

function byBenefit(touched: readonly Touched[]): RatePreview['byBenefit'] {
  return [...Map.groupBy(touched, ({ benefit }) => benefit)].map(([benefit, lines]) => ({
    benefit,
    benefitName: benefits[benefit],
    people: new Set(lines.map(({ personId }) => personId)).size,
    arrears: lines.reduce((sum, { arrears }) => sum + arrears, 0),
    monthly: lines.reduce((sum, { monthlyBefore, monthlyAfter }) => sum + monthlyAfter - monthlyBefore, 0),
  }))
}
