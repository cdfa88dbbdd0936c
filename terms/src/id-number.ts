import { type Day, findDayOf } from './day.ts'

declare const idNumberBrand: unique symbol

/** 公民身份号码 (citizen ID number), GB 11643-1999: 6 address, 8 birth, 3 sequence (odd = male), 1 check character. */
export type IdNumber = string & { readonly [idNumberBrand]: true }

export type Sex = 'male' | 'female'

export type IdNumberVerdict =
  | { readonly kind: 'valid'; readonly idNumber: IdNumber; readonly born: Day; readonly sex: Sex }
  | { readonly kind: 'wrong-length'; readonly length: number }
  | { readonly kind: 'wrong-character' }
  | { readonly kind: 'impossible-birth'; readonly birth: string }
  | { readonly kind: 'wrong-check'; readonly expected: string; readonly found: string }

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECKS = '10X98765432'

/** Judges a text as an 18-character ID number and says exactly what is wrong with it. Case of a final x is ignored. */
export function judgeIdNumber(text: string): IdNumberVerdict {
  const number = text.toUpperCase()
  if (number.length !== 18) return { kind: 'wrong-length', length: number.length }
  if (!/^\d{17}[\dX]$/.test(number)) return { kind: 'wrong-character' }
  const birth = number.slice(6, 14)
  const born = findDayOf(Number(birth.slice(0, 4)), Number(birth.slice(4, 6)), Number(birth.slice(6)))
  if (!born || birth < '18500101') return { kind: 'impossible-birth', birth }
  const expected = checkCharacterOf(number.slice(0, 17))
  const found = number.slice(17)
  if (expected !== found) return { kind: 'wrong-check', expected, found }
  return { kind: 'valid', idNumber: number as IdNumber, born, sex: sexOfSequence(number.slice(14, 17)) }
}

/** Makes an ID number. Throws RangeError when it is not valid; the message never holds the number. */
export function idNumber(text: string): IdNumber {
  const verdict = judgeIdNumber(text)
  if (verdict.kind !== 'valid') throw new RangeError(`not an ID number: ${verdict.kind}`)
  return verdict.idNumber
}

/** The check character of the first 17 digits. */
export function checkCharacterOf(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0)
  return CHECKS[sum % 11] ?? ''
}

/**
 * Lengthens a first-generation 15-digit number: 19 goes in after the address and the check character is appended.
 * undefined when the 15 digits hold no possible birthday. Only people born 1900-1999 ever had one.
 */
export function lengthenIdNumber(fifteen: string): IdNumber | undefined {
  if (!/^\d{15}$/.test(fifteen)) return undefined
  const first17 = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`
  const verdict = judgeIdNumber(first17 + checkCharacterOf(first17))
  return verdict.kind === 'valid' ? verdict.idNumber : undefined
}

/** `320625********1234`: what a list may show. The first six and last four stay. */
export function maskIdNumber(text: string): string {
  return text.length < 11
    ? '*'.repeat(text.length)
    : `${text.slice(0, 6)}${'*'.repeat(text.length - 10)}${text.slice(-4)}`
}

/** `138****5678`: what a list may show of a phone number. */
export function maskPhone(text: string): string {
  return text.length < 8
    ? '*'.repeat(text.length)
    : `${text.slice(0, 3)}${'*'.repeat(text.length - 7)}${text.slice(-4)}`
}

function sexOfSequence(sequence: string): Sex {
  return Number(sequence) % 2 === 1 ? 'male' : 'female'
}
