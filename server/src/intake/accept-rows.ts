import type { Ledger } from '@dongzhou/engines/intake'
import { z } from 'zod'
import type { JobRun } from '../platform/job.sql.ts'
import type { JobDefinition, RunningJob } from '../platform/jobs.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { holdIdNumbers, keptPersonIds } from '../registry/index.ts'
import { acceptors, type Waiting } from './acceptors.ts'
import { type Batch, changeBatch, listSheets, type Sheet } from './batches.sql.ts'
import { findChunkAfter } from './chunks.sql.ts'
import { standingOf } from './forecast.ts'
import { findBatchAtWork } from './load-batch.ts'
import { matchRows } from './match-rows.ts'
import { listMatches, replaceOpenMatches, takeTurn } from './matches.sql.ts'
import { listOutcomes, recordOutcomes } from './outcomes.sql.ts'
import { releaseBatch } from './release-batch.ts'
import { requireLedger } from './require-ledger.ts'
import { saveChunk } from './save-chunk.ts'
import { matchKeyOf, type StagedRow } from './staged.ts'

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
      const step = await job.step((setting) => acceptNextChunk(setting, { run: job.run, batchId, sheets }, at))
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
    const batch = await findBatchAtWork(setting, job.run, batchId, 'accepting')
    if (batch) await changeBatch(setting, batchId, { state: 'accepted' })
  })
}

async function acceptNextChunk(
  setting: ActionSetting,
  { run, batchId, sheets }: { readonly run: JobRun; readonly batchId: string; readonly sheets: readonly Sheet[] },
  after: Cursor,
): Promise<{ readonly accepted: number; readonly cursor: Cursor | undefined }> {
  const batch = await findBatchAtWork(setting, run, batchId, 'accepting')
  const chunk = batch && (await findChunkAfter(setting, batchId, after))
  const sheet = sheets.find((each) => each.sheet === chunk?.sheet)
  if (!batch || !chunk || !sheet) return { accepted: 0, cursor: undefined }
  await takeTurn(setting)
  const ledger = requireLedger(sheet.ledger)
  const outcomes = await listOutcomes(setting, batch.id, chunk.sheet, chunk)
  const done = new Set(outcomes.filter(({ outcome }) => outcome !== 'refused').map(({ row }) => row))
  const open = chunk.rows.filter(({ row, severity }) => severity !== 'held' && !done.has(row))
  let accepted = 0
  for (const round of roundsOf(ledger, open)) accepted += await acceptRound(setting, { batch, sheet, ledger }, round)
  await saveChunk(setting, batch, sheet, chunk)
  return { accepted, cursor: { sheet: chunk.sheet, number: chunk.number } }
}

/** Two rows with one number may be one person: the second is looked up once the first is on file. */
function roundsOf(ledger: Ledger, rows: readonly StagedRow[]): readonly (readonly StagedRow[])[] {
  const seen = new Set<string>()
  const [first, again]: [StagedRow[], StagedRow[]] = [[], []]
  for (const row of rows) {
    const idNumber = ledger.target === 'people' ? matchKeyOf(ledger, row.row, row.values)?.idNumber : undefined
    const round = idNumber !== undefined && seen.has(idNumber) ? again : first
    if (idNumber !== undefined) seen.add(idNumber)
    round.push(row)
  }
  return [first, again].filter((round) => round.length > 0)
}

interface Place {
  readonly batch: Batch
  readonly sheet: Sheet
  readonly ledger: Ledger
}

async function acceptRound(setting: ActionSetting, place: Place, rows: readonly StagedRow[]): Promise<number> {
  const { batch, sheet, ledger } = place
  const waiting = await listWaiting(setting, place, rows)
  const outcomes = await acceptors[ledger.target](setting, { batch, sheet, waiting })
  await recordOutcomes(setting, batch, sheet.sheet, outcomes)
  return outcomes.length
}

/**
 * Rows that are ready, and whom they speak of now: since the sheet was read somebody may have come on file by another batch, have
 * gone, or have been merged. A row about which a clerk has now to decide waits.
 */
async function listWaiting(
  setting: ActionSetting,
  { batch, sheet, ledger }: Place,
  rows: readonly StagedRow[],
): Promise<readonly Waiting[]> {
  const keys = rows.flatMap(({ row, values }) => matchKeyOf(ledger, row, values) ?? [])
  // A clerk may be registering one of them by hand at this moment.
  await holdIdNumbers(
    setting,
    keys.flatMap(({ idNumber }) => idNumber ?? []),
  )
  const numbers = rows.map(({ row }) => row)
  await replaceOpenMatches(setting, batch, sheet.sheet, numbers, await matchRows(setting, keys))
  const span = { firstRow: Math.min(...numbers), lastRow: Math.max(...numbers) }
  const matches = Map.groupBy(await listMatches(setting, batch.id, sheet.sheet, span), ({ row }) => row)
  const standings = rows.map((row) => {
    const candidates = matches.get(row.row) ?? []
    return { row, candidates, standing: standingOf(row, candidates) }
  })
  const meant = standings.flatMap(({ standing }) => (standing.kind === 'known' ? [standing.personId] : []))
  const kept = await keptPersonIds(setting.tx, [...new Set(meant)])
  return standings.flatMap(({ row, candidates, standing }): readonly Waiting[] => {
    if (standing.kind === 'new') return [{ row, candidates, personId: undefined }]
    if (standing.kind !== 'known') return []
    return [{ row, candidates, personId: kept.get(standing.personId) ?? standing.personId }]
  })
}
