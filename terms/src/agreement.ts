import type { Benefit } from './benefit.ts'
import { type DatedTo, type Day, findDay, type Precision, partsOf } from './day.ts'
import { divisionCode, isWithin } from './division.ts'
import { type Fact, type FactKind, type FactValues, factKinds } from './fact.ts'
import { lengthenIdNumber } from './id-number.ts'

/**
 * 说法是否一致 (agreement) of one fact with another of the same kind, seen from the first.
 * `says-less`: nothing new, the other already says all of it (1978 beside 1978-05-01). `says-more`: no contradiction, but news.
 */
export type Agreement = 'same' | 'says-less' | 'says-more' | 'differs'

/** How the value of one fact stands to the value of another; validity and source are not looked at. */
export function agreementOf(one: Fact, other: Fact): Agreement {
  if (one.kind !== other.kind) return 'differs'
  const [ownDay, otherDay] = [datedIn(one.value), datedIn(other.value)]
  if (ownDay && otherDay) return agreementOfDates(ownDay, otherDay)
  const mine = fieldsOf(one)
  const theirs = fieldsOf(other)
  let agreement: Agreement = 'same'
  for (const field of Object.keys({ ...mine, ...theirs })) {
    agreement = together(agreement, agreementOfField(one.kind, field, mine[field], theirs[field]))
  }
  return agreement
}

/**
 * Where two facts speak of one thing, of which only one version holds at a time, this is its name: the kind where a person has one
 * value of it, and for 待遇核定 the kind with the benefit, because of one benefit there is one decision at a time and its day sets the
 * month the money starts. undefined: several hold at once, and no two contradict each other.
 */
export function singleThingOf(fact: Fact): string | undefined {
  if (factKinds[fact.kind].holds === 'single') return fact.kind
  if (fact.kind !== 'award' || PAID_BY_EVENT.has(fact.value.benefit)) return undefined
  return `award ${fact.value.benefit}`
}

/** When a fact holds in the world. A decision that names no month of its own holds from the day it was made. */
export function spanOf(fact: Fact): Span {
  if (fact.kind !== 'award' || fact.validFrom !== undefined) return fact
  return { validFrom: fact.value.approved, validTo: fact.validTo }
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

// Paid once for an event, and an event may come twice: a second feat, a second son fallen.
const PAID_BY_EVENT: ReadonlySet<Benefit> = new Set([
  'merit-news-money',
  'martyr-praise-money',
  'death-lump-sum',
  'continued-pay',
  'discharge-pay',
  'discharge-local-subsidy',
])

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
  const [ownDay, otherDay] = [datedIn(mine), datedIn(theirs)]
  if (ownDay && otherDay) return agreementOfDates(ownDay, otherDay)
  const one = plainOf(kind, String(mine))
  const other = plainOf(kind, String(theirs))
  if (one === other) return 'same'
  if (field === 'division') return agreementOfDivisions(one, other)
  // One paper is cited by its number, the next by its title: news, and no contradiction.
  if (field === 'document') return 'says-more'
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

// News outweighs silence, a contradiction outweighs both.
function together(one: Agreement, other: Agreement): Agreement {
  return WEIGHT[one] > WEIGHT[other] ? one : other
}

const WEIGHT: { readonly [A in Agreement]: number } = { same: 0, 'says-less': 1, 'says-more': 2, differs: 3 }

function plainOf(kind: FactKind, text: string): string {
  if (kind === 'id-number') return plainIdNumber(text)
  return kind === 'phone' ? plainPhone(text) : plainText(text)
}

type Fields = Readonly<Record<string, unknown>>

function fieldsOf(fact: Fact): Fields {
  return fact.kind === 'merit' ? meritFields(fact.value) : { ...fact.value }
}

// The day of the order says the year too, so a list with years agrees with the notice itself.
function meritFields(merit: FactValues['merit']): Fields {
  const year = merit.on === undefined ? merit.year : partsOf(merit.on).year
  return { ...merit, year }
}

function datedIn(value: unknown): DatedTo | undefined {
  if (typeof value !== 'object' || value === null || !('day' in value && 'precision' in value)) return undefined
  const { day: text, precision } = value
  const on = typeof text === 'string' ? findDay(text) : undefined
  if (on === undefined || (precision !== 'day' && precision !== 'month' && precision !== 'year')) return undefined
  return { day: on, precision }
}
