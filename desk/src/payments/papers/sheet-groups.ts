/** Rows of one town, in the order they came. */
export interface TownGroup<Row> {
  readonly town: string
  readonly rows: readonly Row[]
}

/** Something that lies in a division. */
export interface Placed {
  readonly division: { readonly code: string; readonly name: string }
}

/** 按镇分组: a village belongs to the town that its first nine digits name; towns stand in the order of their codes. */
export function groupByTown<Row extends Placed>(
  rows: readonly Row[],
  towns: readonly Placed['division'][],
): readonly TownGroup<Row>[] {
  const nameOf = new Map(towns.map(({ code, name }) => [code.slice(0, 9), name]))
  const groups = Map.groupBy(rows, ({ division }) => division.code.slice(0, 9))
  return [...groups]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([code, some]) => ({ town: nameOf.get(code) ?? some[0]?.division.name ?? '', rows: some }))
}

/** Rows of one village, in the order they came. */
export interface VillageGroup<Row> {
  readonly village: string
  /** The number of its first row, counted through the town. */
  readonly first: number
  readonly rows: readonly Row[]
}

/** 按村分组, in the order of the codes: a village of one name is not the village of another code. */
export function groupByVillage<Row extends Placed>(rows: readonly Row[]): readonly VillageGroup<Row>[] {
  const groups = [...Map.groupBy(rows, ({ division }) => division.code)]
  let first = 1
  return groups
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([, some]) => {
      const group = { village: some[0]?.division.name ?? '', first, rows: some }
      first += some.length
      return group
    })
}

/** 村名 on the sheet of its town: the town stands above it already. */
export function inTown(village: string, town: string): string {
  return village.length > town.length && village.startsWith(town) ? village.slice(town.length) : village
}

/** The sum of an amount over rows. */
export function sumOf<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0)
}

/** Village by village, by name within one, as the roster is read out at the counter. */
export function inVillages<Row extends Placed & { readonly name: string }>(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort(
    (one, other) => one.division.code.localeCompare(other.division.code) || one.name.localeCompare(other.name, 'zh-CN'),
  )
}
