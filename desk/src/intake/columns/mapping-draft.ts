import type { ColumnView, LedgerView, SheetView } from '@dongzhou/contract/intake'

/** 列对应草稿: what a clerk changed and has not sent yet, by column index; null = 不读入. */
export type MappingDraft = Readonly<Record<number, string | null>>

/** The field a column is read as, the clerk's word before the machine's. */
export function fieldOf(column: Pick<ColumnView, 'index' | 'field'>, draft: MappingDraft): string | null {
  const chosen = draft[column.index]
  return chosen === undefined ? column.field : chosen
}

/** The draft after one choice; choosing what stood there before takes the change back. */
export function withChoice(
  draft: MappingDraft,
  column: Pick<ColumnView, 'index' | 'field'>,
  field: string | null,
): MappingDraft {
  const { [column.index]: _, ...others } = draft
  return field === column.field ? others : { ...others, [column.index]: field }
}

/** Fields of the ledger that two columns claim. */
export function doubled(sheet: SheetView, draft: MappingDraft): readonly string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const column of sheet.columns) {
    const field = fieldOf(column, draft)
    if (field === null) continue
    if (seen.has(field)) twice.add(field)
    seen.add(field)
  }
  return [...twice]
}

/** Titles of required fields that no column holds. */
export function missingFields(sheet: SheetView, ledger: LedgerView, draft: MappingDraft): readonly string[] {
  const held = new Set(sheet.columns.map((column) => fieldOf(column, draft)))
  return ledger.fields.filter((field) => field.required && !held.has(field.key)).map((field) => field.title)
}

/** Columns that are not read, by the name on the sheet, else by their letter. */
export function unreadColumns(sheet: SheetView, draft: MappingDraft): readonly string[] {
  return sheet.columns
    .filter((column) => fieldOf(column, draft) === null)
    .map((column) => (column.title === '' ? `${letterOf(column.index)} 列` : column.title))
}

/** What is sent: every column as it now stands, so that what the machine guessed right is settled with it. */
export function settledColumns(
  sheet: SheetView,
  draft: MappingDraft,
): { readonly index: number; readonly field: string | null }[] {
  return sheet.columns.map((column) => ({ index: column.index, field: fieldOf(column, draft) }))
}

/** `A`, `Z`, `AA`: a column as the spreadsheet names it. */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter
}

/** How sure the machine is, in words; a number would claim more than it knows. */
export function sureness(column: Pick<ColumnView, 'field' | 'confidence'>): 'sure' | 'likely' | 'doubtful' | 'none' {
  if (column.field === null) return 'none'
  if (column.confidence >= 0.85) return 'sure'
  return column.confidence >= 0.65 ? 'likely' : 'doubtful'
}
