import type { Rate } from '@dongzhou/terms/rate'

/** A fraction of fen in lowest terms, so that products of it stay exact integers. */
export interface Exact {
  readonly over: number
  readonly under: number
}

/** Throws RangeError when the numbers are too large to be exact: an amount is never an estimate. */
export function exact(over: number, under: number): Exact {
  if (!Number.isSafeInteger(over) || !Number.isSafeInteger(under)) throw new RangeError(`not exact: ${over}/${under}`)
  const common = commonDivisor(over, under)
  return { over: over / common, under: under / common }
}

/** What a rate adds to its base in basis points: 增发 300% adds three bases, 3 倍 is three bases in all. Undefined for sums of money. */
export function inTermsOfBase({ unit, value }: Rate): number | undefined {
  switch (unit) {
    case 'increment-percent':
    case 'percent-of-base':
      return value
    case 'multiple-percent':
      return value - 10_000
    case 'times':
      return value * 100 - 10_000
    default:
      return undefined
  }
}

function commonDivisor(one: number, other: number): number {
  let [greater, smaller] = [Math.abs(one), Math.abs(other)]
  while (smaller !== 0) [greater, smaller] = [smaller, greater % smaller]
  return greater === 0 ? 1 : greater
}
