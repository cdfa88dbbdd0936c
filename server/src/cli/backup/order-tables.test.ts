import { describe, expect, test } from 'vitest'
import { type BackupTable, orderTables, type Reference } from './order-tables.ts'

describe('the order in which tables are restored', () => {
  test('a table comes after those it refers to', () => {
    const ordered = orderTables([
      table('fact', refers('person_id', 'person')),
      table('person', refers('division_code', 'division')),
      table('division'),
    ])

    expect(ordered.map(({ table: name }) => name)).toEqual(['division', 'person', 'fact'])
    expect(ordered.flatMap(({ waiting }) => waiting)).toEqual([])
  })

  test('a reference to the same table waits until all rows are there', () => {
    const [division] = orderTables([table('division', refers('parent_code', 'division', true))])

    expect(division?.waiting).toEqual(['parent_code'])
  })

  test('a ring opens where a reference may be null', () => {
    const ordered = orderTables([
      table('claim', refers('decision_id', 'decision', true)),
      table('decision', refers('claim_id', 'claim')),
    ])

    expect(ordered.map(({ table: name, waiting }) => [name, waiting])).toEqual([
      ['claim', ['decision_id']],
      ['decision', []],
    ])
  })

  test('a ring that opens nowhere is an error, not a wrong restore', () => {
    expect(() =>
      orderTables([table('claim', refers('decision_id', 'decision')), table('decision', refers('claim_id', 'claim'))]),
    ).toThrow(/ring/)
  })
})

function table(name: string, ...references: readonly Reference[]): BackupTable {
  return { schema: 'b999999', table: name, columns: [], key: ['id'], references }
}

function refers(column: string, to: string, isNullable = false): Reference {
  return { columns: [column], schema: 'b999999', table: to, isNullable }
}
