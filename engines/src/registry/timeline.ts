import { agreementOf } from '@dongzhou/terms/agreement'
import { type DatedTo, type Day, findDayOf } from '@dongzhou/terms/day'
import type { FactKind, FactValues, KeptFact } from '@dongzhou/terms/fact'
import { chinaDayOf } from './instant.ts'
import { byPreference, holdsOn, ofKind, openFacts } from './standing.ts'

/**
 * 时间线上的一笔 (timeline entry). `began` and `ended` stand at the world's date; `noted` stands at the day we learnt of it, because
 * no date in the world is known.
 */
export interface TimelineEntry {
  readonly event: 'began' | 'ended' | 'noted'
  readonly on: DatedTo
  readonly fact: KeptFact
  readonly isCurrent: boolean
}

/** A person's facts as one line of events, oldest first, superseded ones included and marked. */
export function timelineOf(facts: readonly KeptFact[]): readonly TimelineEntry[] {
  return facts.flatMap(entriesOf).toSorted(byTime)
}

/** The value of a kind on a day in the world, by the order of preference; undefined when none is known. */
export function valueOn<K extends FactKind>(facts: readonly KeptFact[], kind: K, on: Day): FactValues[K] | undefined {
  return valuesOn(facts, kind, on)[0]
}

/** All values of a kind on a day, the preferred first, each once: phones, identities, services under way. */
export function valuesOn<K extends FactKind>(facts: readonly KeptFact[], kind: K, on: Day): readonly FactValues[K][] {
  const held = ofKind(openFacts(facts), kind)
    .filter((fact) => holdsOn(fact, on))
    .toSorted(byPreference)
  return held
    .filter((fact, at) => !held.slice(0, at).some((before) => agreementOf(before, fact) === 'same'))
    .map((fact) => fact.value)
}

function entriesOf(fact: KeptFact): readonly TimelineEntry[] {
  const isCurrent = fact.supersededAt === undefined
  const { began, ended } = datesOf(fact)
  const entries: TimelineEntry[] = []
  if (began) entries.push({ event: 'began', on: began, fact, isCurrent })
  if (ended) entries.push({ event: 'ended', on: ended, fact, isCurrent })
  if (entries.length > 0) return entries
  return [{ event: 'noted', on: { day: chinaDayOf(fact.recordedAt), precision: 'day' }, fact, isCurrent }]
}

// A date in the value (birth, death, enlistment, approval) says when it happened; the validity only since when we count with it.
function datesOf(fact: KeptFact): { readonly began: DatedTo | undefined; readonly ended: DatedTo | undefined } {
  const began = exactly(fact.validFrom)
  const ended = exactly(fact.validTo)
  switch (fact.kind) {
    case 'birth':
    case 'death':
      return { began: { day: fact.value.day, precision: fact.value.precision }, ended: undefined }
    case 'service':
      return { began: fact.value.enlisted ?? began, ended: fact.value.discharged ?? ended }
    case 'merit':
      return { began: exactly(fact.value.on) ?? began ?? yearOf(fact.value.year), ended }
    case 'award':
      // The decision may name the month it pays from; else it counts from the day it was made.
      return { began: began ?? exactly(fact.value.approved), ended }
    case 'conscription':
      return { began: exactly(fact.value.approved), ended: exactly(fact.value.left) ?? ended }
    case 'arrangement':
      return { began: exactly(fact.value.reported) ?? began, ended: exactly(fact.value.letter) ?? ended }
    case 'disability':
      return { began: exactly(fact.value.approved) ?? began, ended }
    default:
      return { began, ended }
  }
}

function exactly(on: Day | undefined): DatedTo | undefined {
  return on && { day: on, precision: 'day' }
}

function yearOf(year: number | undefined): DatedTo | undefined {
  const first = year === undefined ? undefined : findDayOf(year, 1, 1)
  return first && { day: first, precision: 'year' }
}

const EVENT_ORDER = { began: 0, ended: 1, noted: 2 } as const

function byTime(one: TimelineEntry, other: TimelineEntry): number {
  if (one.on.day !== other.on.day) return one.on.day < other.on.day ? -1 : 1
  return one.fact.id - other.fact.id || EVENT_ORDER[one.event] - EVENT_ORDER[other.event]
}
