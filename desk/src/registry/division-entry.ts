import type { DivisionLine } from '@dongzhou/contract/registry'
import { divisionCode, levelOf, parentOf } from '@dongzhou/terms/division'
import { divisionPageWords } from './words.ts'

/** The form of a division: texts as typed. */
export interface DivisionEntry {
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly aliases: readonly string[]
  readonly isActive: boolean
}

export function entryOfDivision(line: DivisionLine | undefined): DivisionEntry {
  if (!line) return { code: '', name: '', shortName: '', aliases: [], isActive: true }
  const { code, name, shortName, aliases, isActive } = line
  return { code, name, shortName, aliases, isActive }
}

export type DivisionComplaints = { readonly [K in keyof DivisionEntry]?: string }

/** What is wrong; a new division's code says by itself to which town it belongs. */
export function complaintsOfDivision(entry: DivisionEntry, newUnder: string | undefined): DivisionComplaints {
  return {
    ...(newUnder !== undefined && !isCodeUnder(entry.code.trim(), newUnder)
      ? { code: divisionPageWords.codeWrong(prefixUnder(newUnder)) }
      : {}),
    ...(entry.name.trim().length < 2 ? { name: divisionPageWords.nameNeeded } : {}),
    ...(entry.shortName.trim() === '' ? { shortName: divisionPageWords.shortNeeded } : {}),
  }
}

/** The digits that the code of a village in this town begins with. */
export function prefixUnder(town: string): string {
  return town.slice(0, 9)
}

function isCodeUnder(code: string, town: string): boolean {
  return /^\d{12}$/.test(code) && levelOf(divisionCode(code)) === 'village' && parentOf(divisionCode(code)) === town
}

/** How many towns and villages are in use. */
export function countLevels(divisions: readonly Pick<DivisionLine, 'code' | 'isActive'>[]): {
  readonly towns: number
  readonly villages: number
} {
  const levels = divisions.filter(({ isActive }) => isActive).map(({ code }) => levelOf(divisionCode(code)))
  return {
    towns: levels.filter((level) => level === 'town').length,
    villages: levels.filter((level) => level === 'village').length,
  }
}
