/** What a page remembers about its columns: their order and which are shown. */
export interface ColumnChoice {
  readonly order: readonly string[]
  readonly hidden: readonly string[]
}

/** A place that keeps texts under names; the browser's localStorage fits. */
export interface Memory {
  getItem(name: string): string | null
  setItem(name: string, text: string): void
}

/**
 * The columns a page shows, in their order. A remembered choice made before a release added columns must not hide them,
 * and one that names columns no longer there must not break: unknown names fall away, new ones stand where the page has them.
 */
export function chosenColumns<Column extends { readonly key: string; readonly isOptional?: boolean }>(
  columns: readonly Column[],
  choice: ColumnChoice | undefined,
): readonly Column[] {
  if (!choice) return columns.filter((column) => !column.isOptional)
  return inOrder(columns, choice.order).filter((column) =>
    choice.order.includes(column.key) ? !choice.hidden.includes(column.key) : !column.isOptional,
  )
}

/** All columns in the remembered order; a new one follows the column it follows on the page. */
export function inOrder<Column extends { readonly key: string }>(
  columns: readonly Column[],
  order: readonly string[],
): readonly Column[] {
  const known = order.flatMap((key) => columns.find((column) => column.key === key) ?? [])
  const placed = [...known]
  for (const [at, column] of columns.entries()) {
    if (placed.includes(column)) continue
    const before = columns[at - 1]
    placed.splice(before ? placed.indexOf(before) + 1 : 0, 0, column)
  }
  return placed
}

/** Reads a page's choice; undefined when there is none or what is kept is damaged. */
export function recallColumns(memory: Memory, pageKey: string): ColumnChoice | undefined {
  try {
    const kept: unknown = JSON.parse(memory.getItem(nameOf(pageKey)) ?? 'null')
    return isChoice(kept) ? kept : undefined
  } catch {
    // Damaged text, or a browser that forbids storage: the page's own columns serve.
    return undefined
  }
}

/** Keeps a page's choice; a full or forbidden storage only means that it is not remembered. */
export function rememberColumns(memory: Memory, pageKey: string, choice: ColumnChoice): void {
  try {
    memory.setItem(nameOf(pageKey), JSON.stringify(choice))
  } catch {
    return
  }
}

function nameOf(pageKey: string): string {
  return `dongzhou.columns.${pageKey}`
}

function isChoice(kept: unknown): kept is ColumnChoice {
  if (typeof kept !== 'object' || kept === null || !('order' in kept) || !('hidden' in kept)) return false
  return isTexts(kept.order) && isTexts(kept.hidden)
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
