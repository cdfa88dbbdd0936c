import { type Day, partsOf } from '@dongzhou/terms/day'

/** What the date is of: it tells which century a two-digit year belongs to. */
export type DateSense = 'birth' | 'enlisted' | 'discharged' | 'event' | 'planned'

export interface FullYear {
  readonly year: number
  readonly wasShort: boolean
  /** Neither century fits this field. */
  readonly isDoubtful: boolean
}

// No reach spans a hundred years, so that at most one century fits.
// How many years ago, at least and at most, such a date of a living person in our ledgers can lie.
const REACH: { readonly [S in DateSense]: readonly [least: number, most: number] } = {
  birth: [14, 110],
  enlisted: [0, 95],
  discharged: [0, 95],
  event: [0, 95],
  planned: [-5, 90],
}

/** Reads `78` by the sense of its field, on a given today; four digits stand for themselves. */
export function yearInFull(text: string, today: Day, sense: DateSense): FullYear | undefined {
  const digits = Number(text)
  if (!Number.isInteger(digits) || (text.length !== 4 && text.length !== 2)) return undefined
  if (text.length === 4) return { year: digits, wasShort: false, isDoubtful: false }
  const now = partsOf(today).year
  const [least, most] = REACH[sense]
  const fitting = [2000 + digits, 1900 + digits].filter((year) => now - year >= least && now - year <= most)
  const [year] = fitting
  // Nothing fits (a birth in a year to come): the last century, so that the checks after this one may speak.
  if (year === undefined) return { year: 1900 + digits, wasShort: true, isDoubtful: true }
  return { year, wasShort: true, isDoubtful: false }
}
