/**
 * 同类号 (kinds): rows with one number hold the same in all of some columns. The numbers rise from 0 in the order of the rows; `missing` is
 * what stands where nothing is known.
 */
export function kindsOf(columns: readonly Int32Array[], rows: number, missing: number): Int32Array {
  const kinds = new Int32Array(rows)
  let count = 1
  for (const column of columns) {
    let next: Map<number, number> | undefined
    for (let row = 0; row < rows; row += 1) {
      const value = column[row] ?? missing
      if (value === missing) continue
      const key = (kinds[row] ?? 0) * 2 ** 31 + value
      next ??= new Map()
      const known = next.get(key)
      kinds[row] = known ?? count
      if (known !== undefined) continue
      next.set(key, count)
      count += 1
    }
  }
  return closed(kinds, count)
}

// Numbers given on the way and left again are taken out.
function closed(kinds: Int32Array, count: number): Int32Array {
  const numbers = new Int32Array(count).fill(-1)
  let next = 0
  for (const [row, kind] of kinds.entries()) {
    if (numbers[kind] === -1) {
      numbers[kind] = next
      next += 1
    }
    kinds[row] = numbers[kind] ?? 0
  }
  return kinds
}
