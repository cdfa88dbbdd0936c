import { plainIdNumber, plainText } from '@dongzhou/terms/agreement'
import { judgeIdNumber } from '@dongzhou/terms/id-number'
import type { IdReason } from './weights.ts'

/** How two ID numbers stand to each other; undefined when one is missing. An 18-digit number counts as valid by its check character. */
export function compareIdNumbers(one: string | undefined, other: string | undefined): IdReason | undefined {
  if (!one || !other) return undefined
  if (one === other) return 'id-same'
  const [a, b] = [plainIdNumber(one), plainIdNumber(other)]
  const oldForms = Number(isOldForm(one)) + Number(isOldForm(other))
  if (a === b) return oldForms === 1 ? 'id-same-old-form' : 'id-same'
  // A lengthened old number has a check character of our own making, which proves nothing.
  if (oldForms > 0) return damage(a.slice(0, 17), b.slice(0, 17)) ?? 'id-different'
  // One number in eleven that a sheet cut to 000 is valid by accident; it counts as another person's, for a clerk to see.
  if (isValid(a) && isValid(b)) return 'id-both-valid-different'
  return damage(a, b) ?? 'id-different'
}

/** What damage would make one number of the other; undefined when no single slip explains it. */
function damage(a: string, b: string): IdReason | undefined {
  if (Math.abs(a.length - b.length) === 1 && Math.min(a.length, b.length) >= 14) {
    return isOneLeftOut(a, b) ? 'id-character-lost' : undefined
  }
  if (a.length !== b.length || a.length < 15) return undefined
  if (isCutBySheet(a, b)) return 'id-cut-by-sheet'
  const off: number[] = []
  for (let at = 0; at < a.length && off.length < 3; at++) if (a[at] !== b[at]) off.push(at)
  return damageAt(a, b, off)
}

function damageAt(a: string, b: string, off: readonly number[]): IdReason | undefined {
  const [first = 0, second] = off
  if (off.length === 1) return first >= 6 && first < 14 ? 'id-one-character-in-birth' : 'id-one-character'
  const isSwapped = off.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]
  return isSwapped ? 'id-two-swapped' : undefined
}

// A sheet keeps 15 digits of a number; an 18-digit ID number typed as a number ends in 000.
function isCutBySheet(a: string, b: string): boolean {
  return a.length === 18 && a.slice(0, 15) === b.slice(0, 15) && (a.endsWith('000') || b.endsWith('000'))
}

function isOneLeftOut(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  return short.slice(at) === long.slice(at + 1)
}

function isValid(number: string): boolean {
  return judgeIdNumber(number).kind === 'valid'
}

function isOldForm(text: string): boolean {
  return text.length !== 18 && plainText(text).length === 15
}
