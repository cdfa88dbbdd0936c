import { readFileSync } from 'node:fs'

/** Memory of a process in MB: what it holds now, and the most it ever held. Linux only, as the machines of a bureau are. */
export function memoryOf(pid: number): { readonly now: number; readonly peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return { now: megabytes(status, 'VmRSS'), peak: megabytes(status, 'VmHWM') }
}

function megabytes(status: string, name: string): number {
  const found = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)
  return Math.round(Number(found?.[1] ?? 0) / 1024)
}
