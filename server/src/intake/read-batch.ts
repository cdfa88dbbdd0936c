import { findLedger } from '@dongzhou/engines/intake'
import { divisionCode } from '@dongzhou/terms/division'
import { z } from 'zod'
import { Fault } from '../platform/fault.ts'
import { findFile } from '../platform/file.sql.ts'
import type { JobRun } from '../platform/job.sql.ts'
import type { JobDefinition, RunningJob } from '../platform/jobs.ts'
import type { ActionSetting, Setting } from '../platform/setting.ts'
import { listDivisions } from '../registry/index.ts'
import { type Batch, changeBatch, changeSheetCounts, clearReading, findMappings, recordSheet } from './batches.sql.ts'
import { forecastRows, numbersIn } from './chunk-forecast.ts'
import { recordChunk } from './chunks.sql.ts'
import { holdDuplicates } from './hold-duplicates.ts'
import { findBatchAtWork } from './load-batch.ts'
import { recordComplaints } from './marks.sql.ts'
import { matchRows } from './match-rows.ts'
import { recordMatches } from './matches.sql.ts'
import { packJson, rowsOfJson } from './pack-rows.ts'
import { readBook } from './read-book.ts'
import type { ReadChunk, ReadingNews, ReadingOrder, ReadSheet, SettledSheet } from './reading-protocol.ts'
import { errorOf } from './reading-trouble.ts'
import { releaseBatch } from './release-batch.ts'
import type { StagedRow } from './staged.ts'

const ReadOrder = z.object({
  batchId: z.uuid(),
  settled: z.array(
    z.object({
      sheet: z.number(),
      ledger: z.string(),
      columns: z.array(z.object({ index: z.number(), field: z.string().nullable() })),
    }),
  ),
})

/**
 * 读取台账: reads, checks and matches a workbook into staging. A run that was cut off starts afresh: each run first
 * clears what an earlier one left. The batch shows nothing half-read: it is staged only at the very end.
 */
export const readBatchJob: JobDefinition = {
  kind: 'intake.read-batch',
  run: async (job) => {
    const { batchId, settled } = ReadOrder.parse(job.run.payload)
    const batch = await job.step((setting) => beginReading(setting, job.run, batchId))
    if (!batch) return { batchId }
    const file = await job.step(async (setting) => ({
      files: setting.files,
      found: await findFile(setting, batch.fileId),
    }))
    if (!file.found) throw new Fault('intake.file-missing')
    const local = file.files.localPath(file.found.key)
    const order = local.then(({ path }) => job.step((setting) => orderOf(setting, batch, path, settled)))
    try {
      return await readAll(job, batch, order)
    } finally {
      await (await local).dispose()
    }
  },
  release: releaseBatch,
}

/** Locks the batch and clears an earlier reading; undefined when the batch has gone on without this job. */
async function beginReading(setting: Setting, run: JobRun, batchId: string): Promise<Batch | undefined> {
  const batch = await findBatchAtWork(setting, run, batchId, 'reading')
  if (batch) await clearReading(setting, batchId)
  return batch
}

async function orderOf(
  setting: Setting,
  batch: Batch,
  path: string,
  settled: z.infer<typeof ReadOrder>['settled'],
): Promise<ReadingOrder> {
  const divisions = await listDivisions(setting)
  return {
    path,
    fileName: batch.fileName,
    today: setting.today,
    divisions: divisions
      .filter(({ isActive }) => isActive)
      .map(({ code, name, aliases }) => ({ code: divisionCode(code), name, aliases })),
    within: batch.division,
    remembered: await findMappings(setting, batch.sender),
    settled: settled.map(
      (sheet): SettledSheet => ({
        ...sheet,
        columns: sheet.columns.map(({ index, field }) => ({ index, field: field ?? undefined })),
      }),
    ),
  }
}

interface Progress {
  readonly sheets: Map<number, ReadSheet>
  rows: number
}

async function readAll(
  job: RunningJob,
  batch: Batch,
  order: Promise<ReadingOrder>,
): Promise<Readonly<Record<string, unknown>>> {
  const progress: Progress = { sheets: new Map(), rows: 0 }
  for await (const news of readBook(order)) {
    const end = await take(job, batch, news, progress)
    if (end) return end
  }
  throw new Error('the reading ended without saying so')
}

/** One step of the reading, under the lock of a batch that is still being read by it. */
function write(job: RunningJob, batch: Batch, work: (setting: ActionSetting) => Promise<unknown>): Promise<void> {
  return job.step(async (setting) => {
    if (!(await findBatchAtWork(setting, job.run, batch.id, 'reading')))
      throw new Error('the batch went on without its reading')
    await work(setting)
  })
}

/** Stores one piece of news; answers the job's result when it was the last. */
async function take(
  job: RunningJob,
  batch: Batch,
  news: ReadingNews,
  progress: Progress,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  switch (news.kind) {
    case 'sheet':
      progress.sheets.set(news.sheet.sheet, news.sheet)
      await write(job, batch, (setting) => recordSheet(setting, batch, news.sheet))
      return undefined
    case 'chunk':
      await write(job, batch, (setting) =>
        storeChunk(setting, batch, news.chunk, progress.sheets.get(news.chunk.sheet)),
      )
      progress.rows += news.chunk.rows
      await job.report(progress.rows)
      return undefined
    case 'sheet-end':
      await write(job, batch, async (setting) => {
        const sheet = progress.sheets.get(news.sheet)
        if (sheet) await holdDuplicates(setting, batch, sheet, news.complaints)
        await changeSheetCounts(setting, batch.id, news.sheet, news.counts)
        await recordComplaints(setting, batch, news.sheet, news.complaints)
      })
      return undefined
    case 'refused':
      await write(job, batch, (setting) => changeBatch(setting, batch.id, { state: 'refused', refusal: news.say }))
      return { batchId: batch.id, refusal: news.say }
    case 'failed':
      throw new Error('the workbook could not be read', { cause: errorOf(news.trouble) })
    case 'end':
      await write(job, batch, (setting) => changeBatch(setting, batch.id, { state: 'staged', fault: null }))
      return { batchId: batch.id, rows: progress.rows }
  }
}

async function storeChunk(
  setting: Setting,
  batch: Batch,
  chunk: ReadChunk,
  sheet: ReadSheet | undefined,
): Promise<void> {
  const ledger = findLedger(sheet?.ledger ?? '')
  if (!sheet || !ledger) throw new Error('a chunk of a sheet that is no ledger')
  const [packed, matches] = await Promise.all([packJson(chunk.json), matchRows(setting, chunk.keys)])
  // Only rows about people on file cost a look at their facts, so a first import opens no chunk again.
  const rows = matches.length === 0 ? rowsWithoutMatch(chunk) : rowsOfJson(chunk.json)
  const forecast = await forecastRows(setting, batch, {
    ledger,
    sheetName: sheet.name,
    rows,
    matches,
    numberOf: numbersIn(chunk.keys),
    isDone: () => false,
  })
  await recordChunk(setting, batch, { ...chunk, packed, forecast })
  await recordMatches(setting, batch, chunk.sheet, matches)
  await recordComplaints(setting, batch, chunk.sheet, chunk.complaints)
}

/** Enough of each row to count it: its severity, and its number where it says whom it is about. */
function rowsWithoutMatch(chunk: ReadChunk): readonly StagedRow[] {
  const held = new Set(chunk.heldRows)
  const told = [...new Set([...held, ...chunk.keys.map(({ row }) => row)])]
  // Nobody asks for the number of a row about no person.
  const untold = Array.from({ length: chunk.rows - told.length }, () => -1)
  const blank = { cells: [], values: {}, complaints: [], repaired: [] }
  return [...told, ...untold].map((row) => ({ ...blank, row, severity: held.has(row) ? 'held' : 'good' }))
}
