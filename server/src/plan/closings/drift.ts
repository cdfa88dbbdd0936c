/** What a figure stood on at some time. */
interface Standing {
  readonly value: number
  readonly rowIds: readonly string[]
}

/** 差异 (drift): what has come to a frozen figure's rows, and gone, since. */
export interface Drift {
  readonly isDrifted: boolean
  readonly added: number
  readonly removed: number
}

/** A row that was corrected in place changes the value and no row: that is a drift too. */
export function driftBetween(frozen: Standing, now: Standing): Drift {
  const [before, after] = [new Set(frozen.rowIds), new Set(now.rowIds)]
  const added = [...after].filter((id) => !before.has(id)).length
  const removed = [...before].filter((id) => !after.has(id)).length
  return { isDrifted: added + removed > 0 || frozen.value !== now.value, added, removed }
}
