import { agreementOf, singleThingOf, spanOf } from '@dongzhou/terms/agreement'
import type { KeptFact } from '@dongzhou/terms/fact'
import { type Month, monthOf } from '@dongzhou/terms/month'
import { byPreference, type FactOf, ofKind } from '@dongzhou/terms/standing'
import { dateNumber } from './calendar.ts'
import { benefitCode } from './columns.ts'
import { meritOf } from './fact-texts.ts'
import type { Award, Merit } from './facts.ts'

/**
 * 待遇核定 of a person as the rules read them. Of a benefit that runs, one decision holds at a time: a later one takes the place of an
 * earlier one from the month it runs from, so two files merged into one do not draw twice. Of what is paid for an event, each counts.
 */
export function awardsOf(open: readonly KeptFact[]): readonly Award[] {
  const decisions = [...Map.groupBy(ofKind(open, 'award'), (fact) => fact.value.benefit).values()]
  return decisions
    .flatMap((facts) => (singleThingOf(facts[0] ?? missing()) === undefined ? eachOnce(facts) : oneAtATime(facts)))
    .toSorted(byPlace)
}

/** 立功受奖 as the rules read them; one told by two sources counts once. */
export function meritsOf(open: readonly KeptFact[]): readonly Merit[] {
  return once(ofKind(open, 'merit'))
    .flatMap(({ value }): readonly Merit[] => {
      const read = meritOf(value.class)
      if (read === undefined || read === 'nothing') return []
      const on = value.on === undefined ? (value.year ?? 0) * 10_000 : dateNumber(value.on)
      return [{ class: read.class, on, wartime: value.wartime ?? read.isWartime }]
    })
    .toSorted((one, other) => one.on - other.on || compareTexts(one.class, other.class))
}

function missing(): never {
  throw new Error('a group of decisions is never empty')
}

function eachOnce(facts: readonly FactOf<'award'>[]): readonly Award[] {
  return once(facts).map((fact) => awardOf(fact))
}

/** The latest decision first; each earlier one ends where a later one begins. */
function oneAtATime(facts: readonly FactOf<'award'>[]): readonly Award[] {
  const awards: Award[] = []
  let next = FOR_EVER
  for (const fact of facts.toSorted(byDecision)) {
    const began = begins(fact)
    const award = awardOf(fact)
    const to = Math.min(award.to ?? FOR_EVER, next) as Month
    if (began >= to) continue
    awards.push({ ...award, to: to < FOR_EVER ? to : undefined })
    next = began
  }
  return runOn(awards)
}

const FOR_EVER = 120_000 as Month

// A decision that follows another without a break starts there: the start that the law gives a first award would leave a month unpaid.
function runOn(awards: readonly Award[]): readonly Award[] {
  return awards.map((award) => {
    const isNext = awards.some((before) => before.to !== undefined && before.to === monthOfNumber(award.approved))
    return award.from === undefined && isNext ? { ...award, from: monthOfNumber(award.approved) } : award
  })
}

function monthOfNumber(date: number): Month {
  return (Math.trunc(date / 10_000) * 12 + (Math.trunc(date / 100) % 100) - 1) as Month
}

function awardOf({ value, validFrom, validTo }: FactOf<'award'>): Award {
  return {
    benefit: value.benefit,
    approved: dateNumber(value.approved),
    from: validFrom && monthOf(validFrom),
    // A month begun is paid: an award that ends in its middle runs to its end.
    to: validTo && ((monthOf(validTo) + (validTo.endsWith('-01') ? 0 : 1)) as Month),
    years: value.years,
  }
}

function begins(fact: FactOf<'award'>): Month {
  const { validFrom } = spanOf(fact)
  return validFrom === undefined ? (0 as Month) : monthOf(validFrom)
}

function byDecision(one: FactOf<'award'>, other: FactOf<'award'>): number {
  return compareTexts(other.value.approved, one.value.approved) || byPreference(one, other)
}

// The one that says most stays: of two papers on one feat, the one with the day; of two on one death, the one with the number.
function once<F extends KeptFact>(facts: readonly F[]): readonly F[] {
  const told: F[] = []
  for (const fact of facts.toSorted(byFullness)) {
    if (!told.some((other) => saysNoMore(fact, other))) told.push(fact)
  }
  return told
}

function saysNoMore(one: KeptFact, other: KeptFact): boolean {
  const agreement = agreementOf(one, other)
  const isSilent = one.validFrom === undefined || one.validFrom === other.validFrom
  return isSilent && (agreement === 'same' || agreement === 'says-less')
}

function byFullness(one: KeptFact, other: KeptFact): number {
  return fullness(other) - fullness(one) || byPreference(one, other)
}

function fullness(fact: KeptFact): number {
  const said = Object.values(fact.value).filter((value) => value !== undefined).length
  return said + (fact.validFrom === undefined ? 0 : 1)
}

function byPlace(one: Award, other: Award): number {
  return (
    benefitCode(one.benefit) - benefitCode(other.benefit) ||
    one.approved - other.approved ||
    (one.from ?? 0) - (other.from ?? 0) ||
    (one.to ?? FOR_EVER) - (other.to ?? FOR_EVER) ||
    (one.years ?? 0) - (other.years ?? 0)
  )
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
