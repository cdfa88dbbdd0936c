import type { Projection } from './project.ts'

/** 差异 (difference): one column of a person that is not what it was. */
export interface Difference {
  readonly field: keyof Projection
  readonly before: Projection[keyof Projection]
  readonly after: Projection[keyof Projection]
}

/** The columns in which two projections differ, in the order of the columns. Shown field by field when two people changed one person. */
export function differences(before: Projection, after: Projection): readonly Difference[] {
  return FIELDS.filter((field) => !isEqual(before[field], after[field])).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }))
}

// Spelt out by type: a new column that is missing here does not compile.
const ORDER: { readonly [F in keyof Projection]: true } = {
  name: true,
  pinyin: true,
  initials: true,
  sex: true,
  born: true,
  divisionCode: true,
  address: true,
  identities: true,
  isAlive: true,
  diedOn: true,
  disabilityGrade: true,
  disabilityNature: true,
  idNumber: true,
  phones: true,
  firstEnlisted: true,
  lastDischarged: true,
  disputes: true,
}

const FIELDS = Object.keys(ORDER).filter((field): field is keyof Projection => Object.hasOwn(ORDER, field))

function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (!isPlain(one) || !isPlain(other) || Array.isArray(one) !== Array.isArray(other)) return false
  const [mine, theirs] = [new Map(Object.entries(one)), new Map(Object.entries(other))]
  return [...mine.keys(), ...theirs.keys()].every((key) => isEqual(mine.get(key), theirs.get(key)))
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
