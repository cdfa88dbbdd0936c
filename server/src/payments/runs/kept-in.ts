import type { Portion } from '../../benefits/index.ts'
import type { Files, MergedFiles } from './ground.sql.ts'

/** Rows under the file that each person has today; those of a file that belongs to another portion by now are left out. */
export function keptIn<Row extends { readonly person: number }>(
  { portion }: Files,
  merged: MergedFiles,
  rows: readonly Row[],
): readonly Row[] {
  if (merged.size === 0) return rows
  return rows
    .map((row) => ({ ...row, person: merged.get(row.person) ?? row.person }))
    .filter(({ person }) => isIn(portion, person))
}

export function isIn({ after, through }: Portion, person: number): boolean {
  return after < person && person <= through
}
