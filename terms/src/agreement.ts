import { type DatedTo, type Day, findDay, type Precision } from './day.ts'
import { divisionCode, isWithin } from './division.ts'
import type { Fact, FactKind } from './fact.ts'
import { lengthenIdNumber } from './id-number.ts'

/**
 * 说法是否一致 (agreement) of one fact with another of the same kind, seen from the first.
 * `says-less`: nothing new, the other already says all of it (1978 beside 1978-05-01). `says-more`: no contradiction, but news.
 */
export type Agreement = 'same' | 'says-less' | 'says-more' | 'differs'

/** How the value of one fact stands to the value of another; validity and source are not looked at. */
export function agreementOf(one: Fact, other: Fact): Agreement {
  if (one.kind !== other.kind) return 'differs'
  const mine = fieldsOf(one.value)
  const theirs = fieldsOf(other.value)
  const ownDay = datedIn(mine)
  const otherDay = datedIn(theirs)
  if (ownDay && otherDay) return agreementOfDates(ownDay, otherDay)
  const fields = new Set([...mine.keys(), ...theirs.keys()])
  return together([...fields].map((field) => agreementOfField(one.kind, field, mine.get(field), theirs.get(field))))
}

/** When a fact held in the world: from is inclusive, to is exclusive, either may be unknown. */
export interface Span {
  readonly validFrom: Day | undefined
  readonly validTo: Day | undefined
}

/** Do two facts hold in the world on some common day? An unknown end reaches as far as it may. */
export function sharesTime(one: Span, other: Span): boolean {
  return startsBeforeEndOf(one, other) && startsBeforeEndOf(other, one)
}

/** How one date stands to another when either may be known to the month or the year only. */
export function agreementOfDates(one: DatedTo, other: DatedTo): Agreement {
  const shared = Math.min(KNOWN_CHARACTERS[one.precision], KNOWN_CHARACTERS[other.precision])
  if (one.day.slice(0, shared) !== other.day.slice(0, shared)) return 'differs'
  if (one.precision === other.precision) return 'same'
  return KNOWN_CHARACTERS[one.precision] < KNOWN_CHARACTERS[other.precision] ? 'says-less' : 'says-more'
}

/** A text without what keyboards and sheets add: spaces, width, case, the kind of middle dot. */
export function plainText(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[•・‧．∙]/gu, '·')
    .toUpperCase()
}

/** 公民身份号码 as one comparable text: no spaces, capital X, a 15-digit number lengthened to 18. Need not be valid. */
export function plainIdNumber(text: string): string {
  if (PLAIN_ID_NUMBER.test(text)) return text
  const plain = plainText(text).replace(/[-']/g, '')
  return plain.length === 15 ? (lengthenIdNumber(plain) ?? plain) : plain
}

/** 电话 as digits only, without the country's 86. */
export function plainPhone(text: string): string {
  if (PLAIN_MOBILE.test(text)) return text
  const digits = text.normalize('NFKC').replace(/\D/g, '')
  return /^(00)?861\d{10}$/.test(digits) ? digits.slice(-11) : digits
}

const KNOWN_CHARACTERS: { readonly [P in Precision]: number } = { year: 4, month: 7, day: 10 }

// Most texts need no work at all, and the tests cost a fraction of normalising.
const PLAIN_MOBILE = /^1\d{10}$/
const PLAIN_ID_NUMBER = /^\d{17}[\dX]$/
const PLAIN = /^[0-9A-Z\u4e00-\u9fff]*$/

function startsBeforeEndOf(one: Span, other: Span): boolean {
  return one.validFrom === undefined || other.validTo === undefined || one.validFrom < other.validTo
}

function agreementOfField(kind: FactKind, field: string, mine: unknown, theirs: unknown): Agreement {
  if (mine === undefined) return theirs === undefined ? 'same' : 'says-less'
  if (theirs === undefined) return 'says-more'
  const ownDay = datedIn(fieldsOf(mine))
  const otherDay = datedIn(fieldsOf(theirs))
  if (ownDay && otherDay) return agreementOfDates(ownDay, otherDay)
  const one = plainOf(kind, String(mine))
  const other = plainOf(kind, String(theirs))
  if (one === other) return 'same'
  if (field === 'division') return agreementOfDivisions(one, other)
  return field === 'address' ? agreementOfAddresses(one, other) : 'differs'
}

function agreementOfDivisions(one: string, other: string): Agreement {
  if (isWithin(divisionCode(other), divisionCode(one))) return 'says-less'
  return isWithin(divisionCode(one), divisionCode(other)) ? 'says-more' : 'differs'
}

// One ledger writes the address from the city down, the next from the village down.
function agreementOfAddresses(one: string, other: string): Agreement {
  if (other.endsWith(one)) return 'says-less'
  return one.endsWith(other) ? 'says-more' : 'differs'
}

function together(parts: readonly Agreement[]): Agreement {
  if (parts.includes('differs')) return 'differs'
  if (parts.includes('says-more')) return 'says-more'
  return parts.includes('says-less') ? 'says-less' : 'same'
}

function plainOf(kind: FactKind, text: string): string {
  if (kind === 'id-number') return plainIdNumber(text)
  return kind === 'phone' ? plainPhone(text) : plainText(text)
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}

function datedIn(fields: ReadonlyMap<string, unknown>): DatedTo | undefined {
  const precision = fields.get('precision')
  const on = findDay(String(fields.get('day')))
  if (on === undefined || (precision !== 'day' && precision !== 'month' && precision !== 'year')) return undefined
  return { day: on, precision }
}
