import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { Fault, requireMay } from '../platform/fault.ts'
import { findFile, recordFile } from '../platform/file.sql.ts'
import type { JobDefinition, RunningJob } from '../platform/jobs.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { markBook } from '../platform/sheet/index.ts'
import { recordTrail } from '../platform/trail.sql.ts'
import { type Batch, findBatch, listSheets } from './batches.sql.ts'
import { countComplaints, listComplaintsAfter, type SheetComplaint } from './marks.sql.ts'
import { mayWorkOnBatch } from './policy.ts'

/** 退回问题表: orders the sender's own workbook with the questioned cells marked and the reasons beside them. */
export async function exportComplaints(
  setting: ActionSetting,
  input: { readonly id: string },
): Promise<{ jobId: string }> {
  const batch = await findBatch(setting, input.id)
  if (!batch) throw new Fault('intake.batch-not-found')
  requireMay(mayWorkOnBatch(setting.clerk, batch))
  if ((await countComplaints(setting, batch.id)).length === 0) throw new Fault('intake.no-complaints')
  const jobId = await setting.startJob({
    kind: 'intake.mark-book',
    title: '生成退回问题表',
    payload: { batchId: batch.id },
  })
  await recordTrail(setting, {
    verb: 'intake.export-complaints',
    subject: { kind: 'intake-batch', id: batch.id },
    division: batch.division,
    purpose: '退回报送单位更正',
  })
  return { jobId }
}

/** Marks the workbook in a folder of its own and keeps the result only when it is whole. */
export const markBookJob: JobDefinition = {
  kind: 'intake.mark-book',
  run: async (job) => {
    const { batchId } = z.object({ batchId: z.uuid() }).parse(job.run.payload)
    const { batch, key, files, tables } = await job.step((setting) => gather(setting, batchId))
    const complaints = await gatherComplaints(job, batchId)
    const folder = await mkdtemp(join(tmpdir(), 'dongzhou-marked-'))
    const local = await files.localPath(key)
    try {
      const out = join(folder, 'marked')
      const ending = await markBook({ original: local.path, name: batch.fileName, out, complaints, tables })
      const name = `${batch.fileName.replace(/\.[^.]*$/, '')}-问题标注${ending}`
      return await job.step((setting) => keep(setting, batch, out, name))
    } finally {
      await local.dispose()
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function gather(setting: ActionSetting, batchId: string) {
  const batch = await findBatch(setting, batchId)
  const file = batch && (await findFile(setting, batch.fileId))
  if (!batch || !file) throw new Fault('intake.file-missing')
  requireMay(mayWorkOnBatch(setting.clerk, batch))
  const sheets = await listSheets(setting, batchId)
  const tables = sheets.flatMap(({ sheet, headerBottom }) =>
    headerBottom === undefined ? [] : [{ sheet, headerRow: headerBottom + 1 }],
  )
  return { batch: batch satisfies Batch, key: file.key, files: setting.files, tables }
}

async function gatherComplaints(job: RunningJob, batchId: string): Promise<readonly SheetComplaint[]> {
  const all: SheetComplaint[] = []
  let after = 0
  for (;;) {
    const page = await job.step((setting) => listComplaintsAfter(setting, batchId, after, 5000))
    all.push(...page.complaints)
    if (page.lastId === undefined) return all
    after = page.lastId
  }
}

async function keep(
  setting: ActionSetting,
  batch: Batch,
  path: string,
  name: string,
): Promise<{ fileId: string; name: string }> {
  // The marked workbook is handed to whoever ordered it: asked again, for marking takes its time.
  requireMay(mayWorkOnBatch(setting.clerk, batch))
  const stored = await setting.files.put(createReadStream(path), { kind: 'export', name })
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { fileId: await recordFile(setting, stored, { kind: 'export', name, mediaType }), name }
}
