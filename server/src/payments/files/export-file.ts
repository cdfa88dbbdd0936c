import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findLayout, type Layout, LayoutOverflow, writeBatch } from '@dongzhou/engines/payments'
import { z } from 'zod'
import { Fault } from '../../platform/fault.ts'
import { recordFile } from '../../platform/file.sql.ts'
import type { JobDefinition, RunningJob } from '../../platform/jobs.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { writeBook } from '../../platform/sheet/index.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { mayMakePayments, mayReleasePayments } from '../policy.ts'
import { runTitle } from '../present.ts'
import { requireRun } from '../runs/require-run.ts'
import type { Run } from '../runs/runs.sql.ts'
import { bankBatchOf, batchNumber } from './batch.ts'
import { encodingOf } from './encodings.ts'
import { recordRunFile } from './files.sql.ts'
import { rosterOf } from './roster-of.ts'

const ROSTER = 'roster'
const Order = z.object({ runId: z.number(), layout: z.string(), purpose: z.string() })
type Order = z.infer<typeof Order>

const kind = 'payments.export-file'

/** 导出银行文件: only of a list that was released; the numbers leave the house, so the trail keeps who took them and why. */
export async function exportBankFile(setting: ActionSetting, input: Order): Promise<{ jobId: string }> {
  const run = await requireRun(setting, { id: input.runId }, mayReleasePayments)
  requireSent(run)
  if (!findLayout(input.layout)) throw new Fault('payments.layout-unknown')
  return order(setting, run, { ...input, verb: 'payments.export-bank-file' })
}

/** 导出花名册: the paper that is signed; numbers masked, the digest on it. */
export async function exportRoster(
  setting: ActionSetting,
  input: { readonly runId: number; readonly purpose: string },
): Promise<{ jobId: string }> {
  const run = await requireRun(setting, { id: input.runId }, mayMakePayments)
  if (run.digest === undefined) throw new Fault('payments.wrong-state')
  return order(setting, run, { ...input, layout: ROSTER, verb: 'payments.export-roster' })
}

async function order(
  setting: ActionSetting,
  run: Run,
  { verb, runId, layout, purpose }: Order & { readonly verb: string },
): Promise<{ jobId: string }> {
  const title = layout === ROSTER ? '导出发放花名册' : '导出银行文件'
  const jobId = await setting.startJob({ kind, title, payload: { runId, layout, purpose } })
  await recordTrail(setting, {
    verb,
    subject: { kind: 'payment-run', id: run.id },
    division: run.division,
    after: { layout, jobId },
    purpose,
  })
  return { jobId }
}

function requireSent(run: Run): void {
  if (!['released', 'returned', 'closed'].includes(run.state)) throw new Fault('payments.wrong-state')
}

/** Makes the file in one step: the list is locked, and half a file is none. */
export const exportFileJob: JobDefinition = {
  kind,
  run: async (job) => {
    const payload = Order.parse(job.run.payload)
    const layout = findLayout(payload.layout)
    return layout === undefined ? makeRoster(job, payload) : makeBankFile(job, payload, layout)
  },
}

function makeBankFile(job: RunningJob, { runId, purpose }: Order, layout: Layout) {
  return job.step(async (setting) => {
    const run = await requireRun(setting, { id: runId }, mayReleasePayments)
    requireSent(run)
    const batch = await bankBatchOf(
      setting,
      run,
      layout.row.some(({ field }) => field === 'id-number'),
    )
    const bytes = written(() => writeBatch(layout, batch, encodingOf(layout)))
    const name = `${runTitle(run)}-${batch.batch}.${layout.format === 'csv' ? 'csv' : 'txt'}`
    const stored = await setting.files.put(bytes, { kind: 'export', name })
    const mediaType = layout.format === 'csv' ? 'text/csv' : 'text/plain'
    const fileId = await recordFile(setting, stored, { kind: 'export', name, mediaType })
    const amount = batch.rows.reduce((sum, row) => sum + row.amount, 0)
    const digest = createHash('sm3').update(bytes).digest('hex')
    const made = { batch: batch.batch, people: batch.rows.length, amount, digest, purpose, fileId }
    await recordRunFile(setting, run, { ...made, layout: layout.code })
    return { fileId, people: made.people, amount, digest }
  })
}

/** A name too long for a column stops the file with a sentence: cutting it would pay somebody else, or nobody. */
class FileRefused extends Error {
  readonly say: string

  constructor({ where, say }: LayoutOverflow) {
    super('a batch does not fit its layout')
    this.say = `${where}：${say}`
  }
}

function written(write: () => Uint8Array): Uint8Array {
  try {
    return write()
  } catch (error) {
    throw error instanceof LayoutOverflow ? new FileRefused(error) : error
  }
}

function makeRoster(job: RunningJob, { runId, purpose }: Order) {
  return job.step(async (setting) => {
    const run = await requireRun(setting, { id: runId }, mayMakePayments)
    const sheet = await rosterOf(setting, run)
    const folder = await mkdtemp(join(tmpdir(), 'dongzhou-roster-'))
    try {
      const path = join(folder, `${randomUUID()}.xlsx`)
      const columns = sheet.titles.map((title) => ({
        title,
        width: title === '身份证号' || title === '账号' ? 22 : 14,
      }))
      await writeBook(path, { sheets: [{ name: sheet.name, columns, rows: sheet.rows }] })
      const digest = createHash('sm3')
        .update(await readFile(path))
        .digest('hex')
      const name = `${runTitle(run)}花名册-${batchNumber(setting, run)}.xlsx`
      const stored = await setting.files.put(createReadStream(path), { kind: 'export', name: 'roster.xlsx' })
      const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      const fileId = await recordFile(setting, stored, { kind: 'export', name, mediaType })
      const { count: people, amount } = sheet
      const made = { batch: batchNumber(setting, run), people, amount, digest, purpose, fileId }
      await recordRunFile(setting, run, { ...made, layout: ROSTER })
      return { fileId, people, amount, digest }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}
