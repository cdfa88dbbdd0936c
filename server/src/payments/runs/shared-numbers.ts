// Of an index of 128 bits 48 are enough to single out whose numbers are compared whole; they fit into a double.
const CHARACTERS = 8
const FIRST_SIZE = 1024

/**
 * 重号筛查 (shared numbers): whose blind index of an ID number or an account comes up more than once, over all portions of a list. It keeps 16
 * bytes a number, 32 MB for a million people, and may name somebody too many, never too few: who is named is compared whole.
 */
export class SharedNumbers {
  private keys = new Float64Array(FIRST_SIZE)
  private people = new Float64Array(FIRST_SIZE)
  private count = 0

  /** `number` is a blind index in base64url. */
  add(person: number, number: string): void {
    if (this.count === this.keys.length) {
      this.keys = doubled(this.keys)
      this.people = doubled(this.people)
    }
    this.keys[this.count] = Buffer.from(number.slice(0, CHARACTERS), 'base64url').readUIntBE(0, 6)
    this.people[this.count] = person
    this.count += 1
  }

  /** Everybody whose number somebody else has too, each once, in the order of their ids. */
  repeated(): readonly number[] {
    const sorted = this.keys.slice(0, this.count).sort()
    const twice = new Set<number>()
    for (const [at, key] of sorted.entries()) if (at > 0 && sorted[at - 1] === key) twice.add(key)
    const found = new Set<number>()
    if (twice.size > 0) {
      for (let at = 0; at < this.count; at += 1)
        if (twice.has(this.keys[at] ?? Number.NaN)) found.add(this.people[at] ?? 0)
    }
    return [...found].sort((one, other) => one - other)
  }
}

function doubled(array: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(array.length * 2)
  larger.set(array)
  return larger
}
