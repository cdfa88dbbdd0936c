import type { BatchLine, BatchView } from '@dongzhou/contract/intake'
import type { JobLine } from '@dongzhou/contract/platform'
import { jobView } from '../job-view.ts'
import { writeDay, writeNumber } from '../kit/format.ts'
import { waitingWords } from './words.ts'
import type { WorkItem } from './work-line.tsx'

/** A thing that waits, and since when. */
export interface Since {
  readonly since: string
  readonly item: WorkItem
}

/** What waits, the oldest first. */
export function oldestFirst(waiting: readonly Since[]): readonly WorkItem[] {
  return [...waiting].sort((one, other) => one.since.localeCompare(other.since)).map(({ item }) => item)
}

/**
 * 导入批次 that wait for somebody: not read at all, read and not yet accepted, or accepted with rows left over that nobody has decided or
 * mended. `whole` is the batch with its counts, once it has come.
 */
export function waitingBatch(batch: BatchLine, whole: Pick<BatchView, 'forecast'> | undefined): Since | undefined {
  const say = batchSay(batch, whole?.forecast)
  if (say === undefined) return undefined
  return {
    since: batch.createdAt,
    item: {
      key: `batch ${batch.id}`,
      title: batch.fileName,
      opensAt: `/intake/batches/${batch.id}`,
      mark: writeDay(batch.createdAt),
      ...say,
    },
  }
}

/** Batches that may wait: only their counts tell. */
export function mayWait({ state, fault }: Pick<BatchLine, 'state' | 'fault'>): boolean {
  return state === 'refused' || state === 'staged' || state === 'accepted' || fault !== null
}

type Say = Pick<WorkItem, 'note' | 'tone'>

function batchSay({ state, fault, refusal }: BatchLine, forecast: BatchView['forecast'] | undefined): Say | undefined {
  if (state === 'refused' || fault !== null) return { note: fault ?? refusal ?? waitingWords.refused, tone: 'late' }
  if (state !== 'staged' && state !== 'accepted') return undefined
  if (forecast && forecast.toDecide > 0) return { note: waitingWords.rows(forecast.toDecide) }
  if (state === 'staged') return { note: waitingWords.accept }
  return forecast && forecast.held > 0 ? { note: waitingWords.held(forecast.held) } : undefined
}

/** 疑似同一人 that nobody has decided on, all in one line. */
export function openPairs(total: number, isMore: boolean): WorkItem {
  const count = `${writeNumber(total)}${isMore ? '+' : ''}`
  return { key: `pairs ${count}`, title: waitingWords.pairs(count), note: waitingWords.pairsNote, opensAt: '/linkage' }
}

const lookedAtForDays = 3

/** 后台任务 that ended and want looking at: those with a result or a fault, for three days. */
export function endedJob(job: JobLine, now: number): Since | undefined {
  const isFresh = now - Date.parse(job.changedAt) < lookedAtForDays * 86_400_000
  const { resultAt } = jobView(job)
  const isDone = job.state === 'done' && resultAt !== undefined
  if (!isFresh || !(isDone || job.state === 'failed')) return undefined
  return {
    since: job.changedAt,
    item: {
      key: `job ${job.id}`,
      title: job.title,
      note: isDone ? waitingWords.jobDone : (job.fault ?? waitingWords.jobFailed),
      opensAt: resultAt,
      mark: writeDay(job.changedAt),
      ...(isDone ? {} : { tone: 'late' as const }),
    },
  }
}

/** 后台任务 that did not end well, for three days. */
export function failedJob(job: JobLine, now: number): Since | undefined {
  return job.state === 'failed' ? endedJob(job, now) : undefined
}
