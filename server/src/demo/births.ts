import { type Day, findDayOf, partsOf } from '@dongzhou/terms/day'
import { checkCharacterOf, type IdNumber, idNumber, type Sex } from '@dongzhou/terms/id-number'
import { mixed } from './chance.ts'

/** A birthday and the place in its queue; no two indexes of one seed get the same pair, so no two ID numbers are alike. */
export interface Birth {
  readonly at: number
  readonly slot: number
  readonly born: Day
  readonly year: number
}

// Every day of the pyramid hands out as many tickets as its year is heavy. A block of all tickets is dealt in an order that
// depends on the seed; the next block deals them again with higher slots. So a birthday costs no memory of earlier people.
const firstYear = 1924
const oldest = 1928
const youngest = '2004-08-31'
const ticketsPerDay = 6
const ownSequences = 350
const kinSequences = 149
const calendar: readonly Day[] = everyDay(firstYear, 2009)
const tickets: readonly number[] = calendar.flatMap((born, at) => Array<number>(weightOf(born)).fill(at))
const ticketRanks: readonly number[] = calendar.flatMap((born) => [...Array(weightOf(born)).keys()])
const strides = [40_009, 50_021, 60_013, 70_001, 30_011, 20_011, 90_001, 110_017]

/** How many people one seed can hold before sequences run out. */
export const mostPeople: number = Math.floor(kinSequences / ticketsPerDay) * tickets.length

/** The birth of the person with an index. Throws RangeError beyond `mostPeople`. */
export function birthOf(seed: number, index: number): Birth {
  if (!Number.isInteger(index) || index < 0 || index >= mostPeople) throw new RangeError(`no person ${index}`)
  const block = Math.floor(index / tickets.length)
  const stride = strides[mixed(seed) % strides.length] ?? 1
  const ticket = ((index % tickets.length) * stride + mixed(seed + block * 7919)) % tickets.length
  return birthAt(tickets[ticket] ?? 0, block * ticketsPerDay + (ticketRanks[ticket] ?? 0))
}

/**
 * The birth of a husband's or wife's partner: within some three years, mostly younger.
 * Exclusive-or with a number that depends on the slot alone sends different days to different days, so nobody collides.
 */
export function partnerBirthOf(birth: Birth): Birth {
  return birthAt((birth.at ^ (mixed(birth.slot + 17) & 1023)) + 260, birth.slot)
}

/** A checksum-valid ID number for a birth. `kin` numbers come from a range of sequences of their own. */
export function idNumberFor(seed: number, birth: Birth, sex: Sex, address: string, kin: boolean): IdNumber {
  const place = kin ? ownSequences + birth.slot : (birth.slot * 61 + (mixed(seed ^ birth.at) % 350)) % ownSequences
  const sequence = sex === 'male' ? place * 2 + 1 : place * 2 + 2
  const first17 = address + birth.born.replaceAll('-', '') + String(sequence).padStart(3, '0')
  return idNumber(first17 + checkCharacterOf(first17))
}

function birthAt(at: number, slot: number): Birth {
  const born = calendar[at]
  if (born === undefined) throw new RangeError('born outside the calendar')
  return { at, slot, born, year: partsOf(born).year }
}

// Tickets a day by year of birth: most of the bureau's people are 50 to 85 in 2025.
function weightOf(born: Day): number {
  const { year } = partsOf(born)
  if (year < oldest || born > youngest) return 0
  if (year > 1975 || year < 1940) return 1
  if (year > 1970 || year < 1948) return 4
  return year > 1961 ? 5 : ticketsPerDay
}

function everyDay(from: number, to: number): readonly Day[] {
  const days: Day[] = []
  for (let year = from; year <= to; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      for (let date = 1; date <= 31; date += 1) {
        const found = findDayOf(year, month, date)
        if (found !== undefined) days.push(found)
      }
    }
  }
  return days
}
