import { promisify } from 'node:util'
import { deflateRaw, inflateRawSync } from 'node:zlib'
import type { StagedRow } from './staged.ts'

const deflate = promisify(deflateRaw)

/** Rows as the reading thread hands them over. */
export function jsonOfRows(rows: readonly StagedRow[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(rows))
}

/**
 * Rows as bytes for sealing. A ledger repeats itself: packed it is a tenth, and sealing and storing cost a tenth too. Packing
 * runs in the thread pool: in the reading thread, which is the slowest of the line, it took a sixth of the time.
 */
export async function packJson(json: Uint8Array): Promise<Uint8Array> {
  // Higher levels gain little on text like this.
  return deflate(json, { level: 1 })
}

/** The rows of a hand-over. JSON writes empty cells as null; a cell that holds nothing is undefined. */
export function rowsOfJson(json: Uint8Array): readonly StagedRow[] {
  const rows = JSON.parse(new TextDecoder().decode(json)) as readonly StagedRow[]
  return rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell ?? undefined) }))
}

/** The rows again. The bytes were authenticated by the vault before, so they are packJson's own. */
export function unpackRows(bytes: Uint8Array): readonly StagedRow[] {
  return rowsOfJson(inflateRawSync(bytes))
}
