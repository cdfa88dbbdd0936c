import type { Day } from '@dongzhou/terms/day'
import type { FactKind, KeptFact } from '@dongzhou/terms/fact'
import { type Month, monthOf } from '@dongzhou/terms/month'
import { byPreference, ofKind, openFacts } from '@dongzhou/terms/standing'
import { awardsOf, meritsOf } from './awards.ts'
import { dateNumber } from './calendar.ts'
import { employmentOf, insuranceOf } from './fact-texts.ts'
import {
  careModes,
  type Field,
  fields,
  grounds,
  identityBits,
  loneKinds,
  natures,
  type PersonFacts,
  relations,
  type Stretch,
  survivorKinds,
} from './facts.ts'
import { type Known, lifeOf, whole } from './life-fields.ts'

/**
 * 待遇事实 of one person, from the facts that count. For what was known on an earlier day, give the facts as they were known then.
 *
 * 当月: a month begun is a month counted. The law pays 从批准当月起 and stops 自下月起, so a fact counts for every month in which it
 * held on any day; where two of a kind share a month, the one that began later counts. A suspension takes money away, so it counts
 * only for months it fills. What a death ended (an identity) ends nothing here: death is a field of its own, and what runs on after it
 * asks what the dead person was.
 */
export function personFactsOf(facts: readonly KeptFact[]): PersonFacts {
  const open = openFacts(facts).map(begun).toSorted(byPreference)
  const life = lifeOf(open)
  const spans = spansOf(open)
  const cuts = new Set([
    0 as Month,
    ...life.cuts,
    ...spans.flatMap(({ from, to }) => (to < FOR_EVER ? [from, to] : [from])),
    ...spans.filter(isNewRating).map(({ from }) => (from + 1) as Month),
  ])
  const stretches = [...cuts]
    .toSorted((one, other) => one - other)
    .map((from): Stretch => ({ from, ...life.at(from), ...changingFields(spans, from) }))
  return { stretches: stretches.filter(differsFromBefore), awards: awardsOf(open), merits: meritsOf(open) }
}

const FOR_EVER = 120_000 as Month

/** A fact and the months it counts for, the end exclusive. */
interface CountedSpan {
  readonly fact: KeptFact
  readonly from: Month
  readonly to: Month
}

// What changes from month to month. Births, deaths, service, merits and decisions carry their own dates and are no matter of months.
const CHANGING: ReadonlySet<FactKind> = new Set([
  'identity',
  'disability',
  'care',
  'survivor',
  'lone',
  'suspension',
  'household-registration',
  'pension-insurance',
  'income',
  'employment',
])

// A rating without a validity of its own counts from the day it was approved.
function begun(fact: KeptFact): KeptFact {
  if (fact.kind !== 'disability' || fact.validFrom !== undefined) return fact
  return { ...fact, validFrom: fact.value.approved }
}

function spansOf(open: readonly KeptFact[]): readonly CountedSpan[] {
  const died = ofKind(open, 'death')[0]?.value.day
  const spans: CountedSpan[] = []
  for (const fact of open) {
    if (!CHANGING.has(fact.kind)) continue
    const { from, to } = fact.kind === 'suspension' ? filledMonths(fact) : begunMonths(fact, died)
    if (from < to) spans.push({ fact, from, to })
  }
  return spans
}

function begunMonths({ validFrom, validTo }: KeptFact, died: Day | undefined): { from: Month; to: Month } {
  const from = validFrom === undefined ? (0 as Month) : monthOf(validFrom)
  if (validTo === undefined || (died !== undefined && validTo >= died)) return { from, to: FOR_EVER }
  // Facts that ended before they began held on no day.
  if (validFrom !== undefined && validTo <= validFrom) return { from, to: from }
  return { from, to: monthFrom(validTo) }
}

function filledMonths({ validFrom, validTo }: KeptFact): { from: Month; to: Month } {
  const from = validFrom === undefined ? (0 as Month) : monthFrom(validFrom)
  return { from, to: validTo === undefined ? FOR_EVER : monthOf(validTo) }
}

/** The first month that lies wholly on or after a day. */
function monthFrom(on: Day): Month {
  return (monthOf(on) + (on.endsWith('-01') ? 0 : 1)) as Month
}

/** What holds in a month of all that changes. The spans come preferred first. */
function changingFields(spans: readonly CountedSpan[], month: Month): Known {
  const holding = spans.filter(({ from, to }) => from <= month && month < to).map(({ fact }) => fact)
  const disability = ofKind(holding, 'disability')[0]?.value
  const income = ofKind(holding, 'income')[0]?.value.yearly
  const suspended = ofKind(holding, 'suspension').length > 0
  return {
    identities: identityBits(ofKind(holding, 'identity').map(({ value }) => value.identity)),
    grade: disability?.grade,
    nature: disability && natures.indexOf(disability.nature),
    mental: whole(disability?.mental),
    rated: disability?.approved && dateNumber(disability.approved),
    ...formerRating(spans, month),
    care: codeIn(careModes, ofKind(holding, 'care')[0]?.value.mode),
    lone: codeIn(loneKinds, ofKind(holding, 'lone')[0]?.value.kind),
    suspended: suspended ? 1 : undefined,
    income: income === undefined ? undefined : Math.min(income, MOST),
    ...survivorFields(holding),
    ...livingFields(holding),
  }
}

// A rating that begins in the month it was approved in: only there is it open which of two grades the month is paid by.
function isNewRating({ fact, from }: CountedSpan): boolean {
  const approved = fact.kind === 'disability' ? fact.value.approved : undefined
  return approved !== undefined && monthOf(approved) === from
}

/** 调整前的等级: what the rating was in the month before the one in which another was approved. */
function formerRating(spans: readonly CountedSpan[], month: Month): Known {
  if (!spans.some((span) => span.from === month && isNewRating(span))) return {}
  const held = spans.filter(({ from, to }) => from < month && month <= to).map(({ fact }) => fact)
  const former = ofKind(held, 'disability')[0]?.value
  return { gradeBefore: former?.grade, natureBefore: former && natures.indexOf(former.nature) }
}

// The largest number a column holds, 21 million yuan: whoever earns more earns more than any limit too.
const MOST = 2_147_483_647

// Of two grounds the one that draws the higher money: no rate of a martyr's family lies below the others.
function survivorFields(holding: readonly KeptFact[]): Known {
  const all = ofKind(holding, 'survivor').map(({ value }) => value)
  const best = survivorKinds.flatMap((of) => all.filter((value) => value.of === of))[0]
  return {
    survivorOf: codeIn(survivorKinds, best?.of),
    relation: codeIn(relations, best?.relation),
    ground: codeIn(grounds, best?.ground),
    supported: whole(best?.supported),
  }
}

function livingFields(holding: readonly KeptFact[]): Known {
  const registered = ofKind(holding, 'household-registration')[0]?.value.kind
  const insured = ofKind(holding, 'pension-insurance')[0]?.value.kind
  const employed = ofKind(holding, 'employment')[0]?.value.state
  return {
    rural: registered && whole(registered === 'rural'),
    insurance: insured === undefined ? undefined : insuranceOf(insured),
    employment: employed === undefined ? undefined : employmentOf(employed),
  }
}

function codeIn<Code extends string>(codes: readonly Code[], code: Code | undefined): number | undefined {
  return code === undefined ? undefined : codes.indexOf(code)
}

function differsFromBefore(stretch: Stretch, at: number, all: readonly Stretch[]): boolean {
  const before = all[at - 1]
  return before === undefined || fields.some((name: Field) => before[name] !== stretch[name])
}
