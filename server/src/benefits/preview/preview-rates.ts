import type { RatePreview, TouchedLine } from '@dongzhou/contract/benefits'
import type { RateDraft } from '@dongzhou/contract/benefits-rates'
import { type Months, RateBook, ruleList } from '@dongzhou/engines/benefits'
import { benefits } from '@dongzhou/terms/benefit'
import { type Month, monthOf } from '@dongzhou/terms/month'
import { isRateKind, type Rate, type RateKind } from '@dongzhou/terms/rate'
import type { Setting } from '../../platform/setting.ts'
import { openRulebook } from '../entitlement/open-rulebook.ts'
import { beneficiaryLines } from '../entitlement/people.ts'
import { presentRate } from '../entitlement/present-verdict.ts'
import { shelvesOf } from '../entitlement/rates-of-rule.ts'
import { rulebookOf } from '../entitlement/rulebook.ts'
import { rateOfDraft } from '../rates/draft.ts'
import { type Both, compareAll, type Touched } from './compare-books.ts'
import { KeptResults } from './kept-results.ts'
import { knownMark } from './known-mark.sql.ts'

export interface PreviewRates {
  readonly rateIds: readonly number[]
  readonly drafts: readonly RateDraft[]
  readonly page: number
  readonly size: number
}

/** 标准变动影响: whom rows that nobody has confirmed yet would touch, and by how much in every month up to this one. Writes nothing. */
export async function previewRates(setting: Setting, { page, size, ...asked }: PreviewRates): Promise<RatePreview> {
  const both = await openBoth(setting, asked)
  const { after, added } = both
  const touched = await touchedBy(setting, asked, both)
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

type Asked = Pick<PreviewRates, 'rateIds' | 'drafts'>

// Turning a page must not ask a whole county anew: a result stands as long as nothing it was worked out from changes.
const kept = new KeptResults<readonly Touched[]>({ results: 20, lines: 500_000 })

async function touchedBy(setting: Setting, asked: Asked, both: Opened): Promise<readonly Touched[]> {
  const { bureau, clerk, today } = setting
  const now = monthOf(today)
  const key = JSON.stringify([bureau.schema, clerk.division, now, asked, await knownMark(setting)])
  const found = kept.find(key)
  if (found) return found
  const touched = await compareAll(setting, both, monthsTouched([...both.added, ...both.gone], now), now)
  kept.keep(key, touched)
  return touched
}

interface Opened extends Both {
  readonly added: readonly Rate[]
  /** What would no longer count: rows that are corrected, voided, or samples that give way. */
  readonly gone: readonly Rate[]
}

async function openBoth(setting: Setting, { rateIds, drafts }: Asked): Promise<Opened> {
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
  const stays = new Set(rates.map(after.idOf))
  return {
    before,
    after,
    added: rates.filter((rate) => written.includes(rate) || isNew(rate)),
    gone: before.rates.filter((rate) => !stays.has(before.idOf(rate))),
  }
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

/**
 * From the first month one of the rows speaks of to this month, or, where none counts yet, to the first month one does. A row that goes
 * speaks of its months as one that comes does.
 */
function monthsTouched(changed: readonly Rate[], now: Month): Months {
  const starts = changed.map(({ validFrom }) => monthOf(validFrom))
  const first = starts.length === 0 ? now : Math.min(...starts)
  const counting = changed.map(countsFrom)
  const last = counting.length > 0 && counting.every((month) => month > now) ? Math.max(...counting) : now
  return { from: Math.max(first, now - YEARS_BACK) as Month, to: (last + 1) as Month }
}

// A base index that all rules take for the year after changes nothing before January, whenever it is entered.
function countsFrom({ kind, validFrom }: Rate): number {
  const month = monthOf(validFrom)
  return forYearAfter.has(kind) ? month - (month % YEAR) + YEAR : month
}

const YEAR = 12
const askedBy = ruleList.map((rule) => ({ rule, kinds: new Set(shelvesOf(rule, []).map(({ kind }) => kind)) }))
const forYearAfter: ReadonlySet<RateKind> = new Set(
  askedBy
    .flatMap(({ rule: { bases } }) => Object.keys(bases ?? {}))
    .filter(isRateKind)
    .filter((kind) => askedBy.every(({ rule, kinds }) => !kinds.has(kind) || rule.bases?.[kind] !== undefined)),
)

function byBenefit(touched: readonly Touched[]): RatePreview['byBenefit'] {
  return [...Map.groupBy(touched, ({ benefit }) => benefit)].map(([benefit, lines]) => ({
    benefit,
    benefitName: benefits[benefit],
    people: new Set(lines.map(({ personId }) => personId)).size,
    arrears: lines.reduce((sum, { arrears }) => sum + arrears, 0),
    monthly: lines.reduce((sum, { monthlyBefore, monthlyAfter }) => sum + monthlyAfter - monthlyBefore, 0),
  }))
}
