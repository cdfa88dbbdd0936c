/** 机遇 (chance): a reproducible stream of draws. The same seed and index always give the same draws, in any order of people. */
export class Chance {
  #state: number

  constructor(seed: number, index: number) {
    this.#state = mixed(mixed(seed ^ 0x9e37_79b9) ^ mixed(index + 0x85eb_ca6b))
  }

  /** A whole number from 0 up to, not including, the limit. */
  below(limit: number): number {
    return Math.floor(this.#next() * limit)
  }

  /** A whole number between two others, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1)
  }

  /** True with the given probability. */
  happens(probability: number): boolean {
    return this.#next() < probability
  }

  /** One member of a list. Throws RangeError on an empty list. */
  of<T>(list: ArrayLike<T>): T {
    const member = list[this.below(list.length)]
    if (member === undefined) throw new RangeError('nothing to choose from')
    return member
  }

  /** Digits as text, leading zeros included. */
  digits(count: number): string {
    let text = ''
    for (let at = 0; at < count; at += 1) text += this.below(10)
    return text
  }

  /** A list in a new order (Fisher-Yates). */
  shuffled<T>(list: readonly T[]): readonly T[] {
    const keyed = list.map((member) => ({ member, key: this.#next() }))
    return keyed.sort((a, b) => a.key - b.key).map((it) => it.member)
  }

  // mulberry32: 32 bits of state are plenty, because every person starts a stream of their own.
  #next(): number {
    this.#state = (this.#state + 0x6d2b_79f5) | 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A scrambled 32-bit number; neighbours come out far apart. */
export function mixed(value: number): number {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85eb_ca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2_ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** Lays members out so that each takes a share of the places by its weight; a draw is then one look-up. */
export function laidOut<T>(weighted: readonly (readonly [T, number])[], places: number): readonly T[] {
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0)
  const laid: T[] = []
  let passed = 0
  for (const [member, weight] of weighted) {
    passed += weight
    while (laid.length < Math.round((passed / total) * places)) laid.push(member)
  }
  return laid
}
