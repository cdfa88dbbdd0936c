import type { Ledger } from '@dongzhou/engines/intake'
import type { Fact } from '@dongzhou/terms/fact'
import { derivedFromIdNumber } from '../registry/index.ts'
import type { StagedRow } from './staged.ts'

/** The facts a row of a people's ledger states, with the row as their source; birth and sex follow from the ID number. */
export function factsOfRow(
  ledger: Ledger,
  batchId: string,
  sheet: string,
  row: Pick<StagedRow, 'row' | 'values'>,
): readonly Fact[] {
  if (ledger.target !== 'people') return []
  const source = { kind: 'ledger', batchId, row: row.row, sheet } as const
  // A draft is a fact without its source; the pairing of kind and value survives the spread, which TypeScript cannot see.
  const stated = ledger.draft(row.values).map((draft) => ({ ...draft, source }) as Fact)
  const kinds = new Set(stated.map(({ kind }) => kind))
  return [...stated, ...stated.flatMap(derivedFromIdNumber).filter(({ kind }) => !kinds.has(kind))]
}
