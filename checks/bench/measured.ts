import { readFileSync } from 'node:fs'

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

/** Memory of a process in MB: what it holds now, and the most it ever held. Linux only, as the machines of a bureau are. */
export function memoryOf(pid: number): { readonly now: number; readonly peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return { now: megabytes(status, 'VmRSS'), peak: megabytes(status, 'VmHWM') }
}

function megabytes(status: string, name: string): number {
  const found = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)
  return Math.round(Number(found?.[1] ?? 0) / 1024)
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
