import type { JobLine } from '@dongzhou/contract/platform'
import type { JobView } from './kit/job-progress.tsx'

/** A job as the desk draws it. Its result names the page it is on as `opensAt`, or the file it made as `fileId`. */
export function jobView(line: JobLine): JobView {
  const { opensAt, fileId } = line.result ?? {}
  return {
    id: line.id,
    title: line.title,
    state: line.state,
    done: line.done,
    total: line.total ?? undefined,
    secondsLeft: secondsLeft(line),
    fault: line.fault ?? undefined,
    resultAt: pathIn(opensAt),
    fileAt: typeof fileId === 'string' ? `/downloads/${encodeURIComponent(fileId)}` : undefined,
  }
}

/** What is left at the speed so far; undefined until a twentieth is done, because earlier it only guesses. */
export function secondsLeft(line: Pick<JobLine, 'done' | 'total' | 'createdAt' | 'changedAt'>): number | undefined {
  const spent = (Date.parse(line.changedAt) - Date.parse(line.createdAt)) / 1000
  if (line.total === null || line.done < line.total / 20 || line.done === 0 || !(spent > 0)) return undefined
  return Math.round((spent * (line.total - line.done)) / line.done)
}

// Only a path of this desk: a result must not lead anywhere else.
function pathIn(value: unknown): string | undefined {
  return typeof value === 'string' && /^\/(?!\/)/.test(value) ? value : undefined
}
