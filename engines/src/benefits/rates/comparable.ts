import type { Day } from '@dongzhou/terms/day'
import type { Rate } from '@dongzhou/terms/rate'

/** A value that may be laid beside another: amounts by the month count twelve times; undefined across unlike units. */
export function comparablePair(one: Rate, other: Rate): readonly [number, number] | undefined {
  if (one.unit === other.unit && one.base === other.base) return [one.value, other.value]
  const [yearly, otherYearly] = [yearlyOf(one), yearlyOf(other)]
  if (yearly === undefined || otherYearly === undefined) return undefined
  return yearly.per === otherYearly.per ? [yearly.value, otherYearly.value] : undefined
}

function yearlyOf({
  unit,
  value,
}: Rate): { readonly value: number; readonly per: 'person' | 'service-year' } | undefined {
  switch (unit) {
    case 'fen-a-month':
      return { value: value * 12, per: 'person' }
    case 'fen-a-year':
      return { value, per: 'person' }
    case 'fen-a-month-a-service-year':
      return { value: value * 12, per: 'service-year' }
    case 'fen-a-year-a-service-year':
      return { value, per: 'service-year' }
    default:
      return undefined
  }
}

/** 同一项标准: rows of one kind, key and jurisdiction. */
export function isSameStandard(one: Rate, other: Rate): boolean {
  return one.kind === other.kind && one.key === other.key && one.jurisdiction === other.jurisdiction
}

/** Of some rows of one standard, the last that began before a day. */
export function lastBefore(rows: readonly Rate[], on: Day): Rate | undefined {
  return rows
    .filter(({ validFrom }) => validFrom < on)
    .toSorted(byStart)
    .at(-1)
}

/** The first that begins after a day. */
export function firstAfter(rows: readonly Rate[], on: Day): Rate | undefined {
  return rows.filter(({ validFrom }) => validFrom > on).toSorted(byStart)[0]
}

/** The last that had begun on a day, whether or not it has ended since. */
export function lastBegun(rows: readonly Rate[], on: Day): Rate | undefined {
  return rows
    .filter(({ validFrom }) => validFrom <= on)
    .toSorted(byStart)
    .at(-1)
}

/** The one in force on a day: of several, the one that began last. */
export function inForceOn(rows: readonly Rate[], on: Day): Rate | undefined {
  return lastBegun(
    rows.filter(({ validTo }) => validTo === undefined || on < validTo),
    on,
  )
}

function byStart(one: Rate, other: Rate): number {
  if (one.validFrom === other.validFrom) return 0
  return one.validFrom < other.validFrom ? -1 : 1
}
