import type { FactView, PersonFile } from '@dongzhou/contract/registry'
import { type Day, findDay } from '@dongzhou/terms/day'
import { type FactKind, factKinds } from '@dongzhou/terms/fact'
import { nothing, writeDay, writeInstant, writePeriod } from '../kit/format.ts'

/** The parts a file is read in. */
export const factGroups: readonly { readonly name: string; readonly kinds: readonly FactKind[] }[] = [
  {
    name: '基本情况',
    kinds: [
      'name',
      'id-number',
      'sex',
      'birth',
      'ethnicity',
      'political-status',
      'education',
      'marital-status',
      'death',
    ],
  },
  { name: '住址与联系', kinds: ['residence', 'household-registration', 'phone'] },
  { name: '服役与身份', kinds: ['service', 'identity', 'disability', 'merit', 'conscription', 'arrangement'] },
  { name: '待遇与依据', kinds: ['award', 'survivor', 'care', 'lone', 'suspension', 'death-cause'] },
  {
    name: '生活与保障',
    kinds: ['employment', 'income', 'hardship', 'health', 'pension-insurance', 'bank-account'],
  },
]

export function groupOf(kind: FactKind): string {
  return factGroups.find((group) => group.kinds.includes(kind))?.name ?? ''
}

/** Facts that count now: not superseded, newest word of each kind first. */
export function openFacts(facts: readonly FactView[], kind?: FactKind): readonly FactView[] {
  return facts.filter((fact) => fact.supersededAt === null && (kind === undefined || fact.kind === kind))
}

/** What stood in this kind before, newest first; the value's own history. */
export function earlierFacts(facts: readonly FactView[], kind: FactKind): readonly FactView[] {
  return facts
    .filter((fact) => fact.kind === kind && fact.supersededAt !== null)
    .sort((one, other) => compare(other.supersededAt ?? '', one.supersededAt ?? ''))
}

/** 不一致 (dispute): a kind whose sources contradict each other, with the sides to choose from. */
export interface Dispute {
  readonly kind: FactKind
  readonly kindName: string
  readonly sides: readonly FactView[]
}

/** The disputes of a file that can be settled: each with its facts in force. */
export function disputesIn(person: Pick<PersonFile, 'disputes' | 'facts'>): readonly Dispute[] {
  return person.disputes.flatMap((kind) => {
    const sides = openFacts(person.facts, kind)
    const things = kind === 'award' ? sameBenefit(sides) : [sides]
    return things.map((of) => ({ kind, kindName: factKinds[kind].name, sides: of }))
  })
}

/** Awards of one benefit are settled among themselves: those of another benefit have nothing to do with it. */
function sameBenefit(awards: readonly FactView[]): readonly (readonly FactView[])[] {
  const byBenefit = Map.groupBy(awards, ({ value }) => {
    const { benefit } = value ?? {}
    return benefit
  })
  return [...byBenefit.values()].filter((same) => same.length > 1)
}

/** Since when the thing a fact tells holds in the world, as far as anybody said; undefined when nobody did. */
export function happenedOn(fact: Pick<FactView, 'kind' | 'value' | 'validFrom'>): string | undefined {
  const { enlisted, day, year } = fact.value ?? {}
  const stated = dayStated(fact)
  if (stated !== undefined) return stated
  if (fact.kind === 'service') return dayIn(enlisted) ?? fact.validFrom ?? undefined
  if (fact.kind === 'merit' && typeof year === 'number') return `${year}-01-01`
  if (fact.kind === 'birth' || fact.kind === 'death') return typeof day === 'string' ? day : undefined
  return fact.validFrom ?? undefined
}

/** The field of the value that says when it happened, to the day. */
const happenedAt: { readonly [K in FactKind]?: string } = {
  award: 'approved',
  conscription: 'approved',
  disability: 'approved',
  arrangement: 'reported',
  merit: 'on',
}

// A decision that names the month it pays from stands there on the timeline, not at the day of the paper.
function dayStated({ kind, value, validFrom }: Pick<FactView, 'kind' | 'value' | 'validFrom'>): Day | undefined {
  const text = kind === 'award' && validFrom !== null ? validFrom : value?.[happenedAt[kind] ?? '']
  return typeof text === 'string' ? findDay(text) : undefined
}

/** The timeline: what happened latest stands first; what only has the day it was learnt stands by that day. */
export function inTimelineOrder(facts: readonly FactView[]): readonly FactView[] {
  const placed = facts.map((fact) => ({ fact, on: happenedOn(fact) ?? fact.recordedAt.slice(0, 10) }))
  return placed.sort((one, other) => compare(other.on, one.on) || other.fact.id - one.fact.id).map(({ fact }) => fact)
}

/** When, as the timeline writes it: 1978年3月, or 2025年6月30日登记 where only the learning is known. */
export function timeText(fact: FactView): string {
  const { enlisted, year } = fact.value ?? {}
  const stated = dayStated(fact)
  if (stated !== undefined) return writeDay(stated)
  if (fact.kind === 'birth' || fact.kind === 'death') return fact.text
  if (fact.kind === 'merit' && typeof year === 'number') return `${year}年`
  if (fact.kind === 'service' && dayIn(enlisted) !== undefined) return datedText(enlisted)
  return fact.validFrom === null ? `${writeDay(fact.recordedAt)}登记` : writeDay(fact.validFrom)
}

/** 依据 (certainty) in words. */
export const certaintyWords: { readonly [C in FactView['certainty']]: string } = {
  confirmed: '证件已核',
  stated: '据称，未核证件',
  derived: '由其他信息推得',
}

/** Where a value comes from, for the card that appears on hover. */
export function sourceOf(fact: FactView) {
  const period = writePeriod(dayOf(fact.validFrom), dayOf(fact.validTo))
  return {
    source: fact.source,
    ...(period === nothing ? {} : { valid: period }),
    learnt: writeInstant(fact.recordedAt),
    certainty: certaintyWords[fact.certainty],
  }
}

/** An earlier value with what ended it, for the history under the source. */
export function versionOf(fact: FactView) {
  const ended = [`${writeDay(fact.supersededAt ?? undefined)}起不再采用`, fact.supersededBecause ?? undefined]
  return {
    id: String(fact.id),
    value: fact.text,
    source: fact.source,
    valid: ended.filter((part) => part !== undefined).join('：'),
  }
}

function dayOf(text: string | null) {
  return text === null ? undefined : findDay(text)
}

function dayIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('day' in value)) return undefined
  return typeof value.day === 'string' ? value.day : undefined
}

function datedText(value: unknown): string {
  const on = dayIn(value)
  if (typeof value !== 'object' || value === null || !('precision' in value)) return writeDay(on)
  const { precision } = value
  return writeDay(on, precision === 'year' || precision === 'month' ? precision : 'day')
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
