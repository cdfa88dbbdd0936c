import { type DatedTo, type Day, daysInMonth, findDayOf, partsOf } from '@dongzhou/terms/day'
import type { FactKind, KeptFact } from '@dongzhou/terms/fact'
import { type Month, monthOf } from '@dongzhou/terms/month'
import { earliestOf, latestOf, mostExact } from '@dongzhou/terms/service-dates'
import { type FactOf, holdsOn, ofKind } from '@dongzhou/terms/standing'
import { dateNumber } from './calendar.ts'
import { honourOf } from './fact-texts.ts'
import { arrangements, deathCauses, type Field, leavings, regions, students } from './facts.ts'

/** Some fields of a stretch. */
export type Known = { readonly [F in Field]?: number | undefined }

/** Yes and no as a column keeps them. */
export function whole(yes: boolean | undefined): number | undefined {
  return yes === undefined ? undefined : Number(yes)
}

/** What is told once and stays true: birth, death, service, and the decisions that carry their own dates. */
export interface Life {
  /** The months in which one telling takes the place of another. */
  readonly cuts: readonly Month[]
  at(month: Month): Known
}

/** 生平 (life) of a person, from the facts that count, the preferred first. */
export function lifeOf(open: readonly KeptFact[]): Life {
  const still: Known = { ...birthAndDeath(open), ...serviceFields(ofKind(open, 'service'), open) }
  const conscriptions = ofKind(open, 'conscription')
  const arranged = ofKind(open, 'arrangement')
  const causes = ofKind(open, 'death-cause')
  return {
    cuts: [...cutsOf(conscriptions), ...cutsOf(arranged), ...cutsOf(causes)],
    at: (month) => ({
      ...still,
      ...conscriptionFields(toldBy(conscriptions, month)),
      ...arrangementFields(toldBy(arranged, month)),
      ...causeFields(toldBy(causes, month)),
    }),
  }
}

function birthAndDeath(open: readonly KeptFact[]): Known {
  return {
    born: dateOf(exactest(ofKind(open, 'birth').map(({ value }) => value))),
    died: dateOf(exactest(ofKind(open, 'death').map(({ value }) => value))),
  }
}

function exactest(dates: readonly DatedTo[]): DatedTo | undefined {
  const [first] = dates
  return first && mostExact(first, dates)
}

// Somebody who served twice enlisted with the first service and left with the last; the columns of lists say the same.
function serviceFields(services: readonly FactOf<'service'>[], open: readonly KeptFact[]): Known {
  const values = services.map(({ value }) => value)
  const conscripts = values.map((value) => {
    const isConscriptOnly = value.category !== undefined && CONSCRIPTS.includes(value.category)
    return {
      from: value.conscriptFrom ?? (isConscriptOnly ? value.enlisted : undefined),
      to: value.conscriptTo ?? (isConscriptOnly ? value.discharged : undefined),
    }
  })
  const discharged = latestOf(values.flatMap((value) => value.discharged ?? []))
  return {
    enlisted: dateOf(earliestOf(values.flatMap((value) => value.enlisted ?? []))),
    discharged: dateOf(discharged),
    conscriptFrom: dateOf(earliestOf(conscripts.flatMap(({ from }) => from ?? []))),
    conscriptTo: dateOf(latestOf(conscripts.flatMap(({ to }) => to ?? []))),
    ruralAtDischarge: discharged && ruralOn(ofKind(open, 'household-registration'), discharged),
  }
}

// Whoever left as a conscript served as nothing else, so the service is the conscription.
const CONSCRIPTS: readonly string[] = ['退役义务兵', '义务兵', '退伍义务兵', '义务兵退役']

/**
 * 退役时户籍: rural or not in the registration that held on the day of discharge. A registration of which nobody knows since when it
 * holds says where somebody lives now, and is not taken for the one of decades ago.
 */
function ruralOn(registrations: readonly FactOf<'household-registration'>[], on: DatedTo): number | undefined {
  const dated = registrations.filter(({ validFrom }) => validFrom !== undefined)
  const kindOn = (day: Day) => dated.find((fact) => holdsOn(fact, day))?.value.kind
  const kind = kindOn(on.day)
  const isSure = kind !== undefined && kindOn(lastDayOf(on)) === kind
  return isSure ? whole(kind === 'rural') : undefined
}

function lastDayOf({ day, precision }: DatedTo): Day {
  const { year, month } = partsOf(day)
  if (precision === 'day') return day
  if (precision === 'year') return findDayOf(year, 12, 31) ?? day
  return findDayOf(year, month, daysInMonth(year, month)) ?? day
}

type Told<K extends FactKind> = FactOf<K> | undefined

// A decision stays true after its validity ends, and the first one is true before it: its own dates say from when.
function toldBy<K extends FactKind>(facts: readonly FactOf<K>[], month: Month): Told<K> {
  return facts.find(({ validFrom }) => validFrom === undefined || monthOf(validFrom) <= month) ?? facts.at(-1)
}

function cutsOf(facts: readonly KeptFact[]): readonly Month[] {
  if (facts.length < 2) return []
  return facts.flatMap(({ validFrom }) => (validFrom === undefined ? [] : [monthOf(validFrom)]))
}

function conscriptionFields(told: Told<'conscription'>): Known {
  if (told === undefined) return {}
  const { approved, region, student, left, how } = told.value
  return {
    conscriptApproved: dateNumber(approved),
    region: region && regions.indexOf(region),
    student: student && students.indexOf(student),
    conscriptLeft: left && dateNumber(left),
    leaving: how && leavings.indexOf(how),
  }
}

function arrangementFields(told: Told<'arrangement'>): Known {
  if (told === undefined) return {}
  const { mode, reported, letter } = told.value
  return {
    arrangement: arrangements.indexOf(mode),
    reported: reported && dateNumber(reported),
    letter: letter && dateNumber(letter),
  }
}

// 21 million yuan a month is what a column holds; no pay comes near it.
function causeFields(told: Told<'death-cause'>): Known {
  if (told === undefined) return {}
  const { cause, basePay, honour } = told.value
  return {
    deathCause: deathCauses.indexOf(cause),
    basePay: basePay === undefined ? undefined : Math.min(basePay, 2_147_483_647),
    honour: honour === undefined ? undefined : honourOf(honour),
  }
}

function dateOf(date: DatedTo | undefined): number | undefined {
  return date && dateNumber(date)
}
