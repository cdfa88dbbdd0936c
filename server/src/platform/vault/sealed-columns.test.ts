import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sealedColumns } from './sealed-columns.ts'

test('every sealed column of the migrations is known to the rotation of keys', () => {
  const folder = new URL('../db/migrations/bureau/', import.meta.url)
  const found = readdirSync(folder).flatMap((file) => columnsIn(readFileSync(new URL(file, folder), 'utf8')))

  expect(found.length).toBeGreaterThan(3)
  expect(sealedColumns.map(({ table, column, holds }) => `${table}.${column} ${holds}`).sort()).toEqual(found.sort())
})

function columnsIn(text: string): readonly string[] {
  return [...text.matchAll(/^create table (\w+) \(([\s\S]*?)^\);/gm)].flatMap(([, table, body = '']) =>
    [...body.matchAll(/^ {2}((?:\w+_)?sealed) (text|bytea)/gm)].map(
      ([, column, type]) => `${table}.${column} ${type === 'bytea' ? 'bytes' : 'text'}`,
    ),
  )
}
