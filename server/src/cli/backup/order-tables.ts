/** 表 (table) as the catalogue knows it: what a backup reads and a restore writes. */
export interface BackupTable {
  readonly schema: string
  readonly table: string
  /** Every stored column; generated ones compute themselves. */
  readonly columns: readonly Column[]
  /** The columns of the primary key, in its order. */
  readonly key: readonly string[]
  readonly references: readonly Reference[]
}

export interface Column {
  readonly name: string
  readonly type: string
  readonly isIdentity: boolean
}

/** A foreign key. */
export interface Reference {
  readonly columns: readonly string[]
  readonly schema: string
  readonly table: string
  readonly isNullable: boolean
}

/** A table in its turn, with the columns that must wait until every row is there. */
export interface OrderedTable extends BackupTable {
  readonly waiting: readonly string[]
}

/**
 * Orders tables so that a row comes after the rows it refers to. References to the same table, and those that close a ring, are
 * written as null first and filled in afterwards; throws where such a column may not be null.
 */
export function orderTables(tables: readonly BackupTable[]): readonly OrderedTable[] {
  const left = [...tables]
  const placed: OrderedTable[] = []
  while (left.length > 0) {
    const [table] = left.splice(nextOf(left, placed), 1)
    if (table) placed.push({ ...table, waiting: waitingOf(table, placed) })
  }
  return placed
}

/** The first whose references all stand; in a ring, the first that can do without those that do not. */
function nextOf(left: readonly BackupTable[], placed: readonly BackupTable[]): number {
  const isMissing = (to: Reference, self: BackupTable) =>
    !isSame(to, self) && !placed.some((table) => isSame(to, table))
  const whole = left.findIndex((table) => !table.references.some((to) => isMissing(to, table)))
  if (whole >= 0) return whole
  const partly = left.findIndex((table) => !table.references.some((to) => isMissing(to, table) && !to.isNullable))
  return Math.max(0, partly)
}

function waitingOf(table: BackupTable, placed: readonly BackupTable[]): readonly string[] {
  const open = table.references.filter((to) => !placed.some((other) => isSame(to, other)))
  const bound = open.find((to) => !to.isNullable)
  if (bound)
    throw new Error(`${table.schema}.${table.table} must refer to ${bound.table} from the first moment: a ring`)
  return [...new Set(open.flatMap((to) => to.columns))]
}

function isSame(one: { schema: string; table: string }, other: { schema: string; table: string }): boolean {
  return one.schema === other.schema && one.table === other.table
}
