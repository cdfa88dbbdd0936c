import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { StagedRow } from './staged.ts'

/** Rows as bytes for sealing. A ledger repeats itself: packed it is a tenth, and sealing and storing cost a tenth too. */
export function packRows(rows: readonly StagedRow[]): Uint8Array<ArrayBuffer> {
  // Level 1: the reading thread packs while it reads, and higher levels gain little on text like this.
  return new Uint8Array(deflateRawSync(JSON.stringify(rows), { level: 1 }))
}

/** The rows again. The bytes were authenticated by the vault before, so they are packRows' own. */
export function unpackRows(bytes: Uint8Array): readonly StagedRow[] {
  const rows = JSON.parse(inflateRawSync(bytes).toString('utf8')) as readonly StagedRow[]
  // JSON writes empty cells as null; a cell that holds nothing is undefined.
  return rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell ?? undefined) }))
}
