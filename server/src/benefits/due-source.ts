import {
  type Adjustment,
  benefitFactKinds,
  type Months,
  type PostedLine,
  type Question,
  type Rule,
  settle,
} from '@dongzhou/engines/benefits'
import type { Benefit } from '@dongzhou/terms/benefit'
import type { Day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import { fen } from '@dongzhou/terms/fen'
import type { Month } from '@dongzhou/terms/month'
import { rateNameBeforePerson } from '@dongzhou/terms/rate-words'
import type { Snapshot } from '../platform/db/snapshot.sql.ts'
import type { Setting } from '../platform/setting.ts'
import { listPeopleWithFacts, listPortionEnds } from '../registry/index.ts'
import { type DueLine, dueFor, payableRulebook } from './due-for.ts'
import { isBookUnseen, listBookChanges } from './due-source.sql.ts'
import { shelvesOf } from './entitlement/rates-of-rule.ts'
import type { Rulebook } from './entitlement/rulebook.ts'
import { ratesChangedAt } from './rates/rates.sql.ts'

/** Money for one benefit of one person in each of some months, the end exclusive. */
interface Span {
  readonly person: number
  readonly benefit: Benefit
  readonly from: Month
  readonly to: Month
  readonly amount: number
}

/** 一段人员 (portion): everybody whose file number comes after one and not after another. */
export interface Portion {
  readonly after: number
  readonly through: number
}

/** Whose due is asked for: everybody with an award whose residence lies in the division now, or a portion of them. */
export interface DueAsk {
  readonly benefits: readonly Benefit[]
  readonly division: DivisionCode
  readonly months: Months
  readonly portion?: Portion | undefined
  /** Some people alone, wherever in the order they stand. */
  readonly people?: readonly number[] | undefined
}

/** A rate that counts in one of the months asked for. */
export interface RateInUse {
  readonly id: number
  readonly benefit: Benefit
  readonly name: string
  readonly validFrom: Day
  readonly isSample: boolean
}

/** Due months with the rates they were worked out by. */
export interface OwedSpan extends Span {
  readonly isUnknown: boolean
  readonly rateIds: readonly number[]
}

/** 应发: spans by person and benefit, with what they rest on. Months with nothing due are left out. */
export interface Due {
  readonly spans: readonly OwedSpan[]
  readonly rules: ReadonlyMap<Benefit, Pick<Rule, 'version' | 'cadence'>>
  readonly rates: readonly RateInUse[]
  /** 年龄条件 of the rules asked: reaching one explains a change. */
  readonly ages: readonly number[]
  readonly excluded: readonly { readonly one: Benefit; readonly other: Benefit; readonly document: string }[]
}

/** Why due and posted differ for a few people. */
export interface SettleAsk {
  readonly benefits: readonly Benefit[]
  readonly months: Months
  readonly people: readonly number[]
  /** Posted sums with what was known when they were posted. */
  readonly posted: readonly (Span & { readonly knownAt: Date; readonly version: number })[]
  /** For each file that others were merged into: those others. Their lines stand under their own numbers. */
  readonly merged: ReadonlyMap<number, readonly number[]>
  readonly ranOn: (month: Month) => Date | undefined
}

/** All that payments ask of benefits. */
export interface DueSource {
  /** Portions that hold everybody there is, with about so many in each who have or had an award in the division. */
  portions(
    setting: Setting,
    ask: { readonly division: DivisionCode; readonly size: number },
  ): Promise<{ readonly people: number; readonly portions: readonly Portion[] }>
  due(setting: Setting, ask: DueAsk): Promise<Due>
  settle(setting: Setting, ask: SettleAsk): Promise<ReadonlyMap<number, readonly Adjustment[]>>
  /** Has a rate or an exclusion come to count, or ceased to, since an instant, or by what was under way at a snapshot? */
  hasChangedSince(setting: Setting, since: Date, snapshot?: Snapshot): Promise<boolean>
}

/** 发放所依: all that a payment run asks of this room. Samples count in a demo bureau only. */
export const dueSource = { portions, due, settle: settleFor, hasChangedSince }

async function portions(
  { tx }: Setting,
  { division, size }: { readonly division: DivisionCode; readonly size: number },
) {
  const { people, ends } = await listPortionEnds(tx, { kind: 'award', division, size })
  const starts = [0, ...ends]
  return { people, portions: starts.map((after, at) => ({ after, through: ends[at] ?? Number.MAX_SAFE_INTEGER })) }
}

/** 应发 of everybody with an award in a division: spans, and what they rest on. */
async function due(setting: Setting, { portion, people: personIds, ...ask }: DueAsk): Promise<Due> {
  const rulebook = await payableRulebook(setting)
  const spans: OwedSpan[] = []
  let after: number | undefined = portion?.after ?? 0
  while (after !== undefined) {
    const page: Awaited<ReturnType<typeof dueFor>> = await dueFor(setting, {
      ...ask,
      personIds,
      rulebook,
      after,
      through: portion?.through,
    })
    spans.push(...page.lines.map(spanOf))
    after = page.after
  }
  const asked = new Set(ask.benefits)
  return {
    spans,
    rules: new Map(ask.benefits.map((benefit) => [benefit, rulebook.questionOf(benefit).rule])),
    ...standingOn(rulebook, ask),
    excluded: rulebook.exclusions
      .filter(({ benefit, way }) => way === 'exclude' && asked.has(benefit))
      .map(({ benefit, other, document }) => ({ one: benefit, other, document })),
  }
}

function spanOf({ personId, benefit, from, to, amount, outcome, parts }: DueLine): OwedSpan {
  const rateIds = [...new Set(parts.flatMap(({ rateId }) => rateId ?? []))]
  return { person: personId, benefit, from, to, amount, isUnknown: outcome === 'unknown', rateIds }
}

/** The rates that count in one of the months, and the ages among them. */
function standingOn(
  rulebook: Rulebook,
  { benefits, months }: { readonly benefits: readonly Benefit[]; readonly months: Months },
): Pick<Due, 'rates' | 'ages'> {
  const rows = benefits.flatMap((benefit) =>
    shelvesOf(rulebook.questionOf(benefit).rule, rulebook.rates).flatMap(({ shelf }) =>
      shelf.rows.filter(({ from, to }) => from < months.to && months.from < to).map(({ rate }) => ({ benefit, rate })),
    ),
  )
  const rates = rows.flatMap(({ benefit, rate }) => {
    const id = rulebook.idOf(rate)
    if (id === undefined) return []
    return [
      { id, benefit, name: rateNameBeforePerson(rate), validFrom: rate.validFrom, isSample: rate.state === 'sample' },
    ]
  })
  const ages = rows.flatMap(({ rate }) => (rate.kind === 'age' ? [rate.value] : []))
  return { rates, ages: [...new Set(ages)] }
}

const PEOPLE_AT_ONCE = 500

/** 清算 of some people: what their closed months owe by what is known today, less what was posted, each with its cause. */
async function settleFor(setting: Setting, ask: SettleAsk): Promise<ReadonlyMap<number, readonly Adjustment[]>> {
  const books = await openBooks(setting, ask)
  const postedBy = Map.groupBy(ask.posted, ({ person }) => person)
  const settled = new Map<number, readonly Adjustment[]>()
  for (let from = 0; from < ask.people.length; from += PEOPLE_AT_ONCE) {
    const ids = ask.people.slice(from, from + PEOPLE_AT_ONCE)
    const people = await listPeopleWithFacts(setting, { kinds: benefitFactKinds, of: { ids }, withSuperseded: true })
    for (const { id, facts } of people) {
      const merged = ask.merged.get(id) ?? []
      const { adjustments } = settle({
        person: String(id),
        facts,
        posted: [id, ...merged].flatMap((file) => linesIn(postedBy.get(file) ?? [], ask.months)),
        merged: merged.map(String),
        months: ask.months,
        questions: books.today,
        questionsOn: books.on,
        ranOn: (month) => ask.ranOn(month)?.toISOString(),
      })
      settled.set(id, adjustments)
    }
  }
  return settled
}

function linesIn(spans: SettleAsk['posted'], months: Months): readonly PostedLine[] {
  return spans.flatMap(({ person, benefit, from, to, amount, knownAt, version }) => {
    const first = Math.max(from, months.from)
    const basis = { knownOn: knownAt.toISOString(), version }
    return Array.from({ length: Math.max(0, Math.min(to, months.to) - first) }, (_, at) => ({
      person: String(person),
      benefit,
      month: (first + at) as Month,
      amount: fen(amount),
      basis,
    }))
  })
}

interface Books {
  readonly today: readonly Question[]
  readonly on: (knownOn: string) => readonly Question[]
}

// Between two changes of the book every instant has the same one: two years of monthly runs need a handful.
async function openBooks(setting: Setting, { benefits, posted, ranOn, months }: SettleAsk): Promise<Books> {
  const changes = (await listBookChanges(setting.tx)).map((at) => at.getTime())
  const placeOf = (instant: string) => changes.filter((at) => at <= Date.parse(instant)).length
  const instants = new Set(posted.map(({ knownAt }) => knownAt.toISOString()))
  for (let month = months.from; month < months.to; month = (month + 1) as Month) {
    const at = ranOn(month)
    if (at) instants.add(at.toISOString())
  }
  const asked = new Set(benefits)
  const questionsIn = ({ questions }: Rulebook) => questions.filter(({ rule }) => asked.has(rule.benefit))
  const byPlace = new Map<number, readonly Question[]>()
  for (const instant of instants) {
    // One question of the database for each book that was in force when something was posted.
    if (!byPlace.has(placeOf(instant)))
      byPlace.set(placeOf(instant), questionsIn(await payableRulebook(setting, instant)))
  }
  const today = questionsIn(await payableRulebook(setting))
  return { today, on: (knownOn) => byPlace.get(placeOf(knownOn)) ?? today }
}

/** Has a rate or an exclusion come to count, or ceased to, since an instant? */
async function hasChangedSince(setting: Setting, since: Date, snapshot?: Snapshot): Promise<boolean> {
  const changed = await ratesChangedAt(setting)
  if (changed !== undefined && changed > since) return true
  return isBookUnseen(setting.tx, snapshot)
}
