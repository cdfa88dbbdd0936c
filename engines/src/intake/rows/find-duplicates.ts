import { type Complaint, complain, held, warned } from '../complaint.ts'
import type { Ledger, RowValues } from '../ledger.ts'
import type { Value } from '../reader.ts'

/** Where the fields of a key stand, for the complaint's cell. */
export interface FieldPlaces {
  placeOf(field: string): { readonly column: number; readonly title: string }
}

/** 表内查重: remembers the keys of every row, and at the end complains on both rows of each pair. */
export interface DuplicateFinder {
  note(row: number, values: RowValues, places: FieldPlaces): void
  finish(): readonly Complaint[]
}

interface Seen {
  readonly row: number
  readonly name: string | undefined
  readonly places: FieldPlaces
}

export function duplicateFinder(ledger: Ledger): DuplicateFinder {
  // One map a key; the usual entry is the first row's record, and becomes a list only when a second row comes.
  const maps = ledger.sameBy.map((fields) => ({
    fields,
    first: new Map<string, Seen>(),
    again: new Map<string, Seen[]>(),
  }))
  return {
    note(row, values, places) {
      const { name } = values
      const seen: Seen = { row, name: textOf(name), places }
      for (const { fields, first, again } of maps) {
        const key = keyOf(fields, values)
        if (key === undefined) continue
        const earlier = first.get(key)
        if (!earlier) first.set(key, seen)
        else if (!again.get(key)?.push(seen)) again.set(key, [earlier, seen])
      }
    },
    finish() {
      const said = new Set<string>()
      return maps.flatMap(({ fields, again }) => [...again.values()].flatMap((rows) => complainOf(fields, rows, said)))
    },
  }
}

/** Two rows that an earlier, stronger key has already named together are not named again by a weaker one. */
function complainOf(fields: readonly string[], rows: readonly Seen[], said: Set<string>): readonly Complaint[] {
  const key = rows.map((seen) => seen.row).join(' ')
  if (said.has(key)) return []
  said.add(key)
  const [field = ''] = fields
  return rows.map((seen) => {
    const { column, title } = seen.places.placeOf(field)
    const others = rows.filter((other) => other !== seen)
    return complain({ row: seen.row, column, field, title }, flawOf(fields, seen, others, seen.places))
  })
}

function flawOf(fields: readonly string[], seen: Seen, others: readonly Seen[], places: FieldPlaces) {
  const rows = others.slice(0, 5).map((other) => `第 ${other.row} 行`)
  const list = others.length > 5 ? `${rows.join('、')}等 ${others.length} 行` : rows.join('、')
  const titles = fields.map((field) => places.placeOf(field).title).join('、')
  // One number under two names: one of the two is wrong, and accepting both would give somebody another's file.
  const isOtherPerson = fields.includes('idNumber') && others.some((other) => other.name !== seen.name)
  if (isOtherPerson) {
    return held('duplicate-in-sheet', `与${list}的${titles}相同，但姓名不同。请核对证件后改正其中一行，或留待核实。`)
  }
  return warned('duplicate-in-sheet', `与${list}的${titles}相同，可能重复填报。请核对，重复的删去一行。`)
}

function keyOf(fields: readonly string[], values: RowValues): string | undefined {
  if (fields.length === 1) return textOf(values[fields[0] ?? ''])
  let key = ''
  for (const field of fields) {
    const text = textOf(values[field])
    if (text === undefined) return undefined
    key += `${text} `
  }
  return key
}

function textOf(value: Value | undefined): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  return typeof value === 'object' && 'day' in value ? value.day : undefined
}
