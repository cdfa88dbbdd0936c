/** 候选对 (candidate pairs) of a whole register: which records share a blocking key. Positions are the order of adding. */
export interface CandidatePairs {
  add(keys: readonly string[]): void
  /** Every pair once, by the earlier position, then the later; the earlier first within a pair. */
  pairs(): Promise<readonly PositionPair[]>
}

export type PositionPair = readonly [earlier: number, later: number]

// A key and a position share one 53-bit number, so that a million people with 14 keys each take 112 MB and sort natively: 24 bits
// of position, 29 of the key's hash; which bucket it lies in gives another 8. Two keys that meet by accident cost one comparison.
const POSITIONS = 2 ** 24
const HASHES = 2 ** 29
const BUCKETS = 256

// More people than this under one key is a placeholder (a station's own phone for a whole village), not a likeness.
const MOST_PER_KEY = 60

/** An index in memory: keys hold ID numbers and phones, and nothing of them, hashed or not, is ever stored. */
export function openCandidatePairs(): CandidatePairs {
  const buckets = Array.from({ length: BUCKETS }, () => new GrowingNumbers())
  let count = 0
  return {
    add: (keys) => {
      if (count >= POSITIONS) throw new RangeError('more people than positions')
      for (const key of keys) {
        const { bucket, hash } = hashed(key)
        buckets[bucket]?.push(hash * POSITIONS + count)
      }
      count += 1
    },
    pairs: async () => {
      const found = new GrowingNumbers()
      for (const bucket of buckets) {
        collectPairs(bucket.sorted(), found)
        // A bucket of a million people's index sorts in some milliseconds; between two, the server answers others.
        await new Promise((resolve) => setImmediate(resolve))
      }
      return unpacked(found.sorted())
    },
  }
}

function collectPairs(sorted: Float64Array, found: GrowingNumbers): void {
  let from = 0
  while (from < sorted.length) {
    const hash = hashOf(sorted, from)
    let to = from + 1
    while (to < sorted.length && hashOf(sorted, to) === hash) to += 1
    if (to - from <= MOST_PER_KEY) collectGroup(sorted.subarray(from, to), found)
    from = to
  }
}

function collectGroup(group: Float64Array, found: GrowingNumbers): void {
  for (let one = 0; one < group.length; one += 1) {
    const earlier = (group[one] ?? 0) % POSITIONS
    for (let other = one + 1; other < group.length; other += 1) {
      const later = (group[other] ?? 0) % POSITIONS
      if (earlier !== later) found.push(earlier * POSITIONS + later)
    }
  }
}

function hashOf(sorted: Float64Array, at: number): number {
  return Math.floor((sorted[at] ?? 0) / POSITIONS)
}

function unpacked(sorted: Float64Array): readonly PositionPair[] {
  const pairs: PositionPair[] = []
  let last = -1
  for (const packed of sorted) {
    if (packed !== last) pairs.push([Math.floor(packed / POSITIONS), packed % POSITIONS])
    last = packed
  }
  return pairs
}

// FNV-1a over the text and over its reverse: two hashes that do not follow from each other.
function hashed(key: string): { readonly bucket: number; readonly hash: number } {
  let forwards = 0x811c9dc5
  let backwards = 0x811c9dc5
  for (let at = 0; at < key.length; at += 1) {
    forwards = Math.imul(forwards ^ key.charCodeAt(at), 0x01000193)
    backwards = Math.imul(backwards ^ key.charCodeAt(key.length - 1 - at), 0x01000193)
  }
  return { bucket: (backwards >>> 8) % BUCKETS, hash: (forwards >>> 0) % HASHES }
}

class GrowingNumbers {
  #numbers = new Float64Array(64)
  #length = 0

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const grown = new Float64Array(this.#length * 2)
      grown.set(this.#numbers)
      this.#numbers = grown
    }
    this.#numbers[this.#length] = number
    this.#length += 1
  }

  sorted(): Float64Array {
    return this.#numbers.subarray(0, this.#length).sort()
  }
}
