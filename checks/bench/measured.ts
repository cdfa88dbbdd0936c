/** One line of a benchmark: what was measured, what it stands beside, and the ratio of the two. */
export interface Measured {
  readonly what: string
  readonly figure: string
  readonly beside: string
  readonly aim: string
}

export interface BenchResult {
  readonly title: string
  readonly command: string
  readonly equality: string
  readonly lines: readonly Measured[]
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** The value below which the given share of the measurements lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
