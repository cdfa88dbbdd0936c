import { agreementOfDates, plainPhone, plainText } from '@dongzhou/terms/agreement'
import { type DatedTo, partsOf } from '@dongzhou/terms/day'
import { type DivisionCode, isWithin, levelOf } from '@dongzhou/terms/division'
import { compareBirths } from './compare-births.ts'
import { compareIdNumbers } from './compare-id-numbers.ts'
import { compareNames, isCommonName, plainName } from './compare-names.ts'
import type { Band, Likeness, LinkRecord, Reason } from './link-record.ts'
import { type LinkageWeights, linkageWeights, type ReasonCode } from './weights.ts'

/**
 * 是否同一人 (are they one person): the sum of what speaks for and against, with each reason in words. The order of the two does not matter.
 * Two different valid ID numbers are never `same`, whatever else agrees: that is for a clerk with the papers.
 */
export function comparePeople(one: LinkRecord, other: LinkRecord, weights: LinkageWeights = linkageWeights): Likeness {
  const codes: ReasonCode[] = []
  collectIdentity(codes, one, other)
  collectPlace(codes, one, other)
  collectTies(codes, one, other)
  const reasons = codes.map((code) => reasonOf(code, weights))
  const sum = reasons.reduce((total, reason) => total + reason.weight, 0)
  const ceiling = codes.includes('id-both-valid-different') ? weights.bands.same - 1 : 100
  const score = Math.max(0, Math.min(ceiling, sum))
  return { score, band: bandOf(score, weights), reasons }
}

function bandOf(score: number, { bands }: LinkageWeights): Band {
  if (score >= bands.same) return 'same'
  if (score >= bands.likely) return 'likely'
  return score >= bands.possible ? 'possible' : 'different'
}

function reasonOf(code: ReasonCode, weights: LinkageWeights): Reason {
  const [weight, say] = weights.reasons[code]
  return { code, weight, say }
}

function collectIdentity(codes: ReasonCode[], one: LinkRecord, other: LinkRecord): void {
  const id = compareIdNumbers(one.idNumber, other.idNumber)
  if (id) codes.push(id)
  const name = compareNames(one, other)
  codes.push(name)
  if (name === 'name-same' && isCommonName(plainName(one.name))) codes.push('name-is-common')
  if (one.born && other.born) codes.push(compareBirths(one.born, other.born))
  if (one.sex && other.sex) codes.push(one.sex === other.sex ? 'sex-same' : 'sex-different')
}

function collectPlace(codes: ReasonCode[], one: LinkRecord, other: LinkRecord): void {
  if (one.divisionCode && other.divisionCode) {
    const place = comparePlaces(one.divisionCode, other.divisionCode)
    if (place) codes.push(place)
  }
  if (one.enlisted && other.enlisted) {
    const enlisted = compareEnlistments(one.enlisted, other.enlisted)
    if (enlisted) codes.push(enlisted)
  }
}

function collectTies(codes: ReasonCode[], one: LinkRecord, other: LinkRecord): void {
  if (one.phones.length > 0 && other.phones.length > 0) {
    codes.push(isAnyShared(one.phones, other.phones, plainPhone) ? 'phone-shared' : 'phone-different')
  }
  if (one.relatives && other.relatives && isAnyShared(one.relatives, other.relatives, plainText)) {
    codes.push('relative-shared')
  }
}

// A division known to the county only says nothing within the county.
function comparePlaces(one: DivisionCode, other: DivisionCode): ReasonCode | undefined {
  if (levelOf(one) === 'county' || levelOf(other) === 'county') {
    return isWithin(one, other) || isWithin(other, one) ? undefined : 'place-different'
  }
  if (one === other && levelOf(one) === 'village') return 'village-same'
  return one.startsWith(other.slice(0, 9)) ? 'town-same' : 'place-different'
}

function compareEnlistments(one: DatedTo, other: DatedTo): ReasonCode | undefined {
  const isVague = one.precision === 'year' || other.precision === 'year'
  if (agreementOfDates(one, other) !== 'differs') return isVague ? 'enlisted-same-year' : 'enlisted-same'
  const years = Math.abs(partsOf(one.day).year - partsOf(other.day).year)
  if (years === 0) return 'enlisted-same-year'
  return years > 1 ? 'enlisted-different' : undefined
}

function isAnyShared(one: readonly string[], other: readonly string[], plain: (text: string) => string): boolean {
  return one.some((mine) =>
    other.some((theirs) => mine === theirs || (plain(mine) === plain(theirs) && plain(mine) !== '')),
  )
}
