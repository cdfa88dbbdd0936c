import { plainIdNumber, plainPhone } from '@dongzhou/terms/agreement'
import type { Day } from '@dongzhou/terms/day'
import { levelOf } from '@dongzhou/terms/division'
import { inStandardForm, withLookAlikesFolded } from './alike-characters.ts'
import { nearSound, plainName } from './compare-names.ts'
import type { LinkRecord } from './link-record.ts'

/**
 * 候选键 (blocking keys): records that share a key are worth comparing, all others are not. A record has about fourteen, and among
 * 200,000 synthetic people some three candidates by all of them together (measured). They hold ID numbers and phones: a store keeps their HMAC, never the keys themselves.
 */
export function blockingKeys(record: LinkRecord): readonly string[] {
  return [...new Set([...idKeys(record), ...nameKeys(record), ...birthKeys(record), ...phoneKeys(record)])]
}

function idKeys({ idNumber, ...record }: LinkRecord): readonly string[] {
  if (idNumber === undefined) return []
  const number = plainIdNumber(idNumber)
  if (number.length < 14) return []
  const keys = [`id:${number.slice(0, 17)}`, `id-tail:${number.slice(-4)}:${surnameSound(record)}`]
  // One slip leaves the front or the back half whole. A shorter front would gather a whole county's year.
  if (number.length >= 15) keys.push(`id-front:${number.slice(0, 15)}`)
  if (number.length >= 17) keys.push(`id-back:${number.slice(6, 17)}`)
  return keys
}

function nameKeys(record: LinkRecord): readonly string[] {
  const year = record.born?.day.slice(0, 4)
  const village = record.divisionCode && levelOf(record.divisionCode) === 'village' ? record.divisionCode : undefined
  const forms = [`sound:${nearSound(record.syllables)}`, `sight:${seen(record.name)}`].filter((it) => !it.endsWith(':'))
  const within = [year && `year:${year}`, village && `village:${village}`]
  if (record.enlisted) within.push(`enlisted:${record.enlisted.day.slice(0, 4)}`)
  if (record.born?.precision === 'day') within.push(`birthday:${monthAndDay(record.born.day)}`)
  return forms.flatMap((form) => within.flatMap((it) => (it ? [`${form}:${it}`] : [])))
}

function birthKeys(record: LinkRecord): readonly string[] {
  const { born, divisionCode } = record
  if (born?.precision !== 'day') return []
  const keys = [`born:${born.day}:${surnameSound(record)}:${nearSound(record.syllables.slice(-1))}`]
  if (divisionCode) keys.push(`born:${born.day}:${divisionCode.slice(0, 9)}`)
  return keys
}

function phoneKeys(record: LinkRecord): readonly string[] {
  return record.phones.map((phone) => `phone:${plainPhone(phone)}:${surnameSound(record)}`)
}

function surnameSound({ syllables }: Pick<LinkRecord, 'syllables'>): string {
  return nearSound(syllables.slice(0, 1))
}

function seen(name: string): string {
  return withLookAlikesFolded(inStandardForm(plainName(name)))
}

// In one order, so that 03-05 written as 05-03 shares the key.
function monthAndDay(on: Day): string {
  return [on.slice(5, 7), on.slice(8, 10)].toSorted().join('-')
}
