import { z } from 'zod'
import type { JobDefinition, RunningJob } from '../platform/jobs.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { acceptors, type Waiting } from './acceptors.ts'
import { type Batch, changeBatch, findBatchForUpdate, listSheets, type Sheet } from './batches.sql.ts'
import { type Chunk, findChunkAfter } from './chunks.sql.ts'
import { saveChunk } from './fix-cells.ts'
import { standingOf } from './forecast.ts'
import { listMatches } from './matches.sql.ts'
import { listOutcomes, recordOutcomes } from './outcomes.sql.ts'
import { requireLedger } from './read-batch.ts'
import { releaseBatch } from './release-batch.ts'

const AcceptOrder = z.object({ batchId: z.uuid() })

/**
 * 接收: chunk by chunk, each in one transaction that writes the facts and says which rows they came from. Killed at any
 * moment, it goes on with the rows that have no outcome yet: none is lost, none counts twice.
 */
export const acceptBatchJob: JobDefinition = {
  kind: 'intake.accept-batch',
  run: async (job) => {
    const { batchId } = AcceptOrder.parse(job.run.payload)
    const sheets = await job.step((setting) => listSheets(setting, batchId))
    let done = 0
    let cursor: Cursor | undefined = { sheet: -1, number: -1 }
    while (cursor) {
      const at: Cursor = cursor
      const step = await job.step((setting) => acceptNextChunk(setting, batchId, sheets, at))
      done += step.accepted
      cursor = step.cursor
      await job.report(done)
    }
    await finish(job, batchId)
    return { batchId, accepted: done }
  },
  release: releaseBatch,
}

interface Cursor {
  readonly sheet: number
  readonly number: number
}

async function finish(job: RunningJob, batchId: string): Promise<void> {
  await job.step(async (setting) => {
    const batch = await findBatchForUpdate(setting, batchId)
    if (batch?.state === 'accepting') await changeBatch(setting, batchId, { state: 'accepted' })
  })
}

async function acceptNextChunk(
  setting: ActionSetting,
  batchId: string,
  sheets: readonly Sheet[],
  after: Cursor,
): Promise<{ readonly accepted: number; readonly cursor: Cursor | undefined }> {
  const batch = await findBatchForUpdate(setting, batchId)
  const chunk = batch?.state === 'accepting' ? await findChunkAfter(setting, batchId, after) : undefined
  const sheet = sheets.find((each) => each.sheet === chunk?.sheet)
  if (!batch || !chunk || !sheet) return { accepted: 0, cursor: undefined }
  const waiting = await listWaiting(setting, batch, chunk)
  const outcomes = await acceptors[requireLedger(sheet.ledger).target](setting, { batch, sheet, waiting })
  await recordOutcomes(setting, batch, sheet.sheet, outcomes)
  await saveChunk(setting, batch, sheet, chunk)
  return { accepted: outcomes.length, cursor: { sheet: chunk.sheet, number: chunk.number } }
}

/** Rows that are ready: not accepted before, not held, not undecided. */
async function listWaiting(setting: ActionSetting, batch: Batch, chunk: Chunk): Promise<readonly Waiting[]> {
  const matches = Map.groupBy(await listMatches(setting, batch.id, chunk.sheet, chunk), ({ row }) => row)
  const outcomes = await listOutcomes(setting, batch.id, chunk.sheet, chunk)
  const done = new Set(outcomes.filter(({ outcome }) => outcome !== 'refused').map(({ row }) => row))
  return chunk.rows.flatMap((row): readonly Waiting[] => {
    if (done.has(row.row)) return []
    const candidates = matches.get(row.row) ?? []
    const standing = standingOf(row, candidates)
    if (standing.kind === 'held' || standing.kind === 'to-decide') return []
    const personId = standing.kind === 'known' ? standing.personId : undefined
    return [{ row, personId, candidates }]
  })
}
