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
  /** What the figures were made under, beyond the machine: a database's version and settings. */
  readonly setting?: string
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

/** `p50 1.2 ms, p99 3.4 ms` */
export function spread(milliseconds: readonly number[]): string {
  const at = (share: number) => percentile(milliseconds, share).toFixed(1)
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`
}

/** How long each of some calls took, one after another. */
export async function timed<Input>(
  inputs: readonly Input[],
  call: (input: Input) => Promise<unknown>,
): Promise<readonly number[]> {
  const times: number[] = []
  for (const input of inputs) {
    const started = performance.now()
    await call(input)
    times.push(performance.now() - started)
  }
  return times
}
