import type { Cell, Complaint, Ledger, Repair, RowSeverity, RowValues } from '@dongzhou/engines/intake'
import type { Day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'

/** A data row as it waits in staging: the sheet's cells as they are, and what was read from them. */
export interface StagedRow {
  readonly row: number
  readonly cells: readonly Cell[]
  readonly values: RowValues
  readonly complaints: readonly Complaint[]
  readonly repaired: readonly Repair[]
  readonly severity: RowSeverity
}

/** What is compared with the people on file before a row is accepted. */
export interface MatchKey {
  readonly row: number
  readonly name: string
  readonly idNumber: string | undefined
  readonly born: Day | undefined
  readonly division: DivisionCode | undefined
  readonly phones: readonly string[]
}

/** Whom a row speaks of, by its typed values; undefined for a row about no person. */
export function matchKeyOf(ledger: Ledger, row: number, values: RowValues): MatchKey | undefined {
  if (ledger.target === 'activities') return undefined
  if (ledger.target === 'pairings') {
    const draft = ledger.draft(values)
    if (!draft) return undefined
    const { personName, idNumber, division } = draft
    return { row, name: personName, idNumber, born: undefined, division, phones: [] }
  }
  const facts = ledger.draft(values)
  const name = facts.find((fact) => fact.kind === 'name')?.value.name
  if (name === undefined) return undefined
  const birth = facts.find((fact) => fact.kind === 'birth')
  return {
    row,
    name,
    idNumber: facts.find((fact) => fact.kind === 'id-number')?.value.idNumber,
    born: birth?.value.precision === 'day' ? birth.value.day : undefined,
    division: facts.find((fact) => fact.kind === 'residence')?.value.division,
    phones: facts.flatMap((fact) => (fact.kind === 'phone' ? [fact.value.phone] : [])),
  }
}
