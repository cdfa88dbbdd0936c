import { type Month, monthOf } from '@dongzhou/terms/month'
import { type Jurisdiction, type Rate, type RateKind, rateKinds } from '@dongzhou/terms/rate'
import type { Subject } from './subject.ts'

/** A rate and the months it is in force for, the end exclusive. */
export interface RateInForce {
  readonly rate: Rate
  readonly from: Month
  readonly to: Month
}

const FOR_EVER = 120_000 as Month
const NEAREST: { readonly [J in Jurisdiction]: number } = { county: 0, city: 1, province: 2, nation: 3 }

/**
 * 标准库 (rate book): which rate counts in a month. The nearest jurisdiction that has one wins; of two rows of one jurisdiction, the one
 * that began later. A rate counts for a month when it is in force on the month's first day; the documents all begin on a first.
 */
export class RateBook {
  private readonly shelves = new Map<string, readonly RateInForce[]>()
  private readonly rates: readonly Rate[]

  constructor(rates: readonly Rate[]) {
    this.rates = rates
    for (const [shelf, rows] of Map.groupBy(rates, ({ kind, key }) => shelfOf(kind, key)))
      this.shelves.set(shelf, timelineOf(rows))
  }

  /** A handle on one graded rate, looked up once: rules ask it month after month. Throws RangeError for a key the kind has not. */
  shelf(kind: RateKind, key = ''): Shelf {
    const keys: readonly string[] = rateKinds[kind].keys
    if (!keys.includes(key)) throw new RangeError(`no rate ${kind} ${key}`)
    return new Shelf(this.shelves.get(shelfOf(kind, key)) ?? [])
  }

  /** What the nation alone set: where a law names the national index, the county's own must not stand in for it. */
  nationalShelf(kind: RateKind): Shelf {
    return new Shelf(timelineOf(this.rates.filter((rate) => rate.kind === kind && rate.jurisdiction === 'nation')))
  }

  /** One handle for each key of a kind, in the order of its keys. */
  shelvesOf(kind: RateKind): readonly Shelf[] {
    return rateKinds[kind].keys.map((key) => this.shelf(kind, key))
  }
}

/** All rates of one kind and key over time. */
export class Shelf {
  readonly rows: readonly RateInForce[]
  private lastRow = 0

  constructor(rows: readonly RateInForce[]) {
    this.rows = rows
  }

  /** The rate in force in the subject's month, which notes until when; undefined when there is none. */
  inForce(subject: Subject): Rate | undefined {
    return this.at(subject.month, subject)
  }

  /** The rate in force in the month the subject's award was approved in; undefined when there is none, or no such month is known. */
  onDecision(subject: Subject): Rate | undefined {
    return this.rows[subject.spanOf('awardApproved', this.rows)]?.rate
  }

  /** The rate in force in a month that stands still, such as that of a decision. */
  fixed(month: Month): Rate | undefined {
    const row = this.rowFrom(month)
    return row === undefined || month < row.from ? undefined : row.rate
  }

  /** The rate in force some months before the subject's: base indices count for the year after. */
  at(month: Month, subject: Subject): Rate | undefined {
    const row = this.rowFrom(month)
    if (row === undefined) return undefined
    const shift = subject.month - month
    if (month < row.from) {
      subject.hasCome((row.from + shift) as Month)
      return undefined
    }
    if (row.to < FOR_EVER) subject.hasCome((row.to + shift) as Month)
    return row.rate
  }

  // The row that holds in a month or, where none does, the next one. People are asked month after month: it is mostly the row of last time.
  private rowFrom(month: Month): RateInForce | undefined {
    const last = this.rows[this.lastRow]
    if (last !== undefined && last.from <= month && month < last.to) return last
    for (let at = 0; at < this.rows.length; at += 1) {
      const row = this.rows[at]
      if (row === undefined || month >= row.to) continue
      this.lastRow = at
      return row
    }
    return undefined
  }
}

function shelfOf(kind: RateKind, key: string): string {
  return `${kind} ${key}`
}

/** Which row counts from when to when: cut at every beginning and end, the nearest and then the latest row on top. */
function timelineOf(rates: readonly Rate[]): readonly RateInForce[] {
  const spans = rates.map((rate) => ({ rate, from: startOf(rate), to: endOf(rate) }))
  const cuts = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].toSorted((one, other) => one - other)
  const rows: RateInForce[] = []
  for (const [at, from] of cuts.entries()) {
    const best = spans.filter((span) => span.from <= from && from < span.to).toSorted(byNearness)[0]
    const to = cuts[at + 1]
    if (!best || to === undefined) continue
    const before = rows.at(-1)
    if (before?.rate === best.rate && before.to === from) rows[rows.length - 1] = { ...before, to }
    else rows.push({ rate: best.rate, from, to })
  }
  return rows
}

function byNearness(one: { readonly rate: Rate }, other: { readonly rate: Rate }): number {
  const nearer = NEAREST[one.rate.jurisdiction] - NEAREST[other.rate.jurisdiction]
  if (nearer !== 0) return nearer
  return one.rate.validFrom < other.rate.validFrom ? 1 : -1
}

function startOf({ validFrom }: Rate): Month {
  return (monthOf(validFrom) + (validFrom.endsWith('-01') ? 0 : 1)) as Month
}

function endOf({ validTo }: Rate): Month {
  if (validTo === undefined) return FOR_EVER
  return (monthOf(validTo) + (validTo.endsWith('-01') ? 0 : 1)) as Month
}
