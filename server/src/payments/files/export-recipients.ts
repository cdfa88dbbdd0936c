import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RecipientAsk } from '@dongzhou/contract/payments-views'
import { type RecipientRow, recipientSheet, recipientTitles } from '@dongzhou/engines/payments'
import { z } from 'zod'
import { Fault } from '../../platform/fault.ts'
import { recordFile } from '../../platform/file.sql.ts'
import type { JobDefinition, RunningJob } from '../../platform/jobs.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { writeBook } from '../../platform/sheet/index.ts'
import { openSought, sealSought } from '../../platform/sought.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { mayMakePayments } from '../policy.ts'
import { runTitle } from '../present.ts'
import { requireRun } from '../runs/require-run.ts'
import type { Run } from '../runs/runs.sql.ts'
import { batchNumber } from './batch.ts'
import { recordRunFile } from './files.sql.ts'
import { recipientRows } from './recipient-rows.ts'
import { listTransferIds, listTransfersForSheet } from './recipients.sql.ts'

const kind = 'payments.export-recipients'
const Order = z.object({ runId: z.number(), filter: RecipientAsk, purpose: z.string() })
type Order = z.infer<typeof Order>
const KeptOrder = Order.extend({ sought: z.string().optional() })

/** 导出发放名单: whom a list pays and what became of it, as far as the filters mean; numbers masked. */
export async function exportRecipients(setting: ActionSetting, input: Order): Promise<{ jobId: string }> {
  const run = await requireRun(setting, { id: input.runId }, mayMakePayments)
  if (run.jobId !== undefined) throw new Fault('payments.still-computing')
  if (run.computedAt === undefined) throw new Fault('payments.not-computed')
  const { runId, filter, purpose } = input
  const jobId = await setting.startJob({
    kind,
    title: '导出发放名单',
    payload: { runId, ...sealSought(setting, filter), purpose },
  })
  await recordTrail(setting, {
    verb: kind,
    subject: { kind: 'payment-run', id: run.id },
    division: run.division,
    after: { filter: { ...filter, text: filter.text === '' ? '' : '（有检索词）' }, jobId },
    purpose,
  })
  return { jobId }
}

const PAGE = 500

/** Writes the list page by page; the file and its digest are kept beside the run's other files. */
export const exportRecipientsJob: JobDefinition = {
  kind,
  run: async (job) => {
    const order = KeptOrder.parse(job.run.payload)
    const { run, ids } = await job.step(async (setting) => {
      const found = await requireRun(setting, { id: order.runId }, mayMakePayments)
      return { run: found, ids: await listTransferIds(setting.tx, found, openSought(setting, order)) }
    })
    const folder = await mkdtemp(join(tmpdir(), 'dongzhou-recipients-'))
    try {
      const path = join(folder, `${randomUUID()}.xlsx`)
      const sums = { people: 0, amount: 0 }
      const rows = recipientSheet(headOf(job, run), rowsOf(job, { run, ids, sums }))
      await writeBook(path, { sheets: [{ name: '发放名单', columns, rows }, purposeSheet(job, order)] })
      return await keep(job, { run, order, path, sums })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

const wide: ReadonlySet<string> = new Set(['身份证号', '收款账号', '待遇项目', '说明', '开户银行'])
const plain: ReadonlySet<string> = new Set(['身份证号', '收款账号'])

const columns = recipientTitles.map((title) => ({
  title,
  width: wide.has(title) ? 24 : 14,
  ...(plain.has(title) ? { text: true as const } : {}),
}))

function headOf({ bureau }: RunningJob, run: Run) {
  return {
    issuer: bureau.name,
    title: `${runTitle(run)}名单`,
    batch: batchNumber({ bureau }, run),
    ...{ digest: run.digest, isSample: run.isSample },
  }
}

interface Reading {
  readonly run: Run
  readonly ids: readonly number[]
  /** What was read so far. */
  readonly sums: { people: number; amount: number }
}

async function* rowsOf(job: RunningJob, { run, ids, sums }: Reading): AsyncIterable<RecipientRow> {
  await job.report(0, ids.length)
  for (let at = 0; at < ids.length; at += PAGE) {
    const page = ids.slice(at, at + PAGE)
    const rows = await job.step(async (setting) => {
      await requireSame(setting, run)
      return recipientRows(setting, await listTransfersForSheet(setting.tx, page))
    })
    yield* rows
    sums.people += rows.length
    sums.amount += rows.reduce((sum, { amount }) => sum + amount, 0)
    await job.report(sums.people, ids.length)
  }
}

/** Asked with every page: half of a list that was computed anew in between would be a list of nobody's. */
async function requireSame(setting: ActionSetting, { id, edition }: Run): Promise<Run> {
  const run = await requireRun(setting, { id }, mayMakePayments)
  if (run.edition !== edition) throw new Fault('payments.list-computed-anew')
  return run
}

interface Made {
  readonly run: Run
  readonly order: Order
  readonly path: string
  readonly sums: { readonly people: number; readonly amount: number }
}

function keep(job: RunningJob, { run: first, order, path, sums }: Made) {
  return job.step(async (setting) => {
    const run = await requireSame(setting, first)
    const digest = await digestOf(path)
    const name = `${runTitle(run)}名单-${batchNumber(setting, run)}.xlsx`
    const stored = await setting.files.put(createReadStream(path), { kind: 'export', name: 'recipients.xlsx' })
    const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    const fileId = await recordFile(setting, stored, { kind: 'export', name, mediaType })
    const made = { batch: batchNumber(setting, run), ...sums, digest, purpose: order.purpose, fileId }
    await recordRunFile(setting, run, { ...made, layout: 'recipients' })
    return { fileId, ...sums, digest }
  })
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sm3')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

function purposeSheet(job: RunningJob, { purpose }: Order) {
  return {
    name: '导出说明',
    columns: [
      { title: '项目', width: 14 },
      { title: '内容', width: 60 },
    ],
    rows: [
      ['导出人', job.clerk.displayName],
      ['用途', purpose],
      ['说明', '身份证号和收款账号已按规定遮蔽；本次导出已留痕。'],
    ],
  }
}
