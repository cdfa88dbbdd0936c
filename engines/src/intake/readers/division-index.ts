import { type DivisionCode, levelOf, parentOf } from '@dongzhou/terms/division'
import { compact } from '../cell.ts'

/** One row of the bureau's own division table. */
export interface DivisionEntry {
  readonly code: DivisionCode
  readonly name: string
  /** Old names and short names, villages merged into this one included. */
  readonly aliases: readonly string[]
}

export interface NamedDivision {
  readonly code: DivisionCode
  /** The name today differs from the word it was found by. */
  readonly isAlias: boolean
}

/** 区划索引 (division index): made once for a batch; answers names, old names and codes without going through the table. */
export interface DivisionIndex {
  readonly byCode: ReadonlyMap<string, DivisionEntry>
  readonly towns: ReadonlyMap<string, readonly NamedDivision[]>
  readonly villages: ReadonlyMap<string, readonly NamedDivision[]>
  /** Names of the county, longest first. */
  readonly counties: readonly { readonly name: string; readonly code: DivisionCode }[]
  readonly longestName: number
}

/** Prepares the division table for reading. Later rows never shadow earlier ones: equal names stay side by side. */
export function indexDivisions(divisions: readonly DivisionEntry[]): DivisionIndex {
  const byCode = new Map<string, DivisionEntry>()
  const towns = new Map<string, NamedDivision[]>()
  const villages = new Map<string, NamedDivision[]>()
  const counties: { name: string; code: DivisionCode }[] = []
  for (const entry of divisions) {
    byCode.set(entry.code, entry)
    const level = levelOf(entry.code)
    if (level === 'county') counties.push(...countyNames(entry).map((name) => ({ name, code: entry.code })))
    else addNames(level === 'town' ? towns : villages, entry)
  }
  const names = [...towns.keys(), ...villages.keys()]
  const longestName = names.reduce((longest, name) => Math.max(longest, name.length), 0)
  counties.sort((one, other) => other.name.length - one.name.length)
  return { byCode, towns, villages, counties, longestName }
}

/** 常乐镇中南村: the name with its town's, as a sentence names it. */
export function fullNameOf(index: DivisionIndex, code: DivisionCode): string {
  const name = index.byCode.get(code)?.name ?? code
  const parent = parentOf(code)
  const town = parent && levelOf(parent) === 'town' ? index.byCode.get(parent)?.name : undefined
  return `${town ?? ''}${name}`
}

/** The name without what kind of place it is: 中南村民委员会 and 中南村 are the same place. */
export function stemOf(name: string): string {
  const stem = name.replace(KIND_OF_PLACE, '')
  return stem === '' ? name : stem
}

const KIND_OF_PLACE = /(?:居民委员会|村民委员会|社区居委会|居委会|村委会|街道办事处|办事处|社区|街道|镇|村|乡)$/

function countyNames(entry: DivisionEntry): readonly string[] {
  const names = [entry.name, ...entry.aliases].map(compact)
  return [...new Set(names)].filter((name) => name.length >= 3)
}

function addNames(into: Map<string, NamedDivision[]>, entry: DivisionEntry): void {
  const { code } = entry
  const own = compact(entry.name)
  const plain = new Set([own, stemOf(own)])
  const old = new Set(entry.aliases.map(compact).flatMap((alias) => [alias, stemOf(alias)]))
  for (const name of plain) addName(into, name, { code, isAlias: false })
  for (const name of old) if (!plain.has(name)) addName(into, name, { code, isAlias: true })
}

function addName(into: Map<string, NamedDivision[]>, name: string, division: NamedDivision): void {
  if (name.length < 2) return
  const same = into.get(name)
  if (same) same.push(division)
  else into.set(name, [division])
}
