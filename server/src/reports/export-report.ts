import { z } from 'zod'
import { Fault, requireMay } from '../platform/fault.ts'
import { recordFile } from '../platform/file.sql.ts'
import { changeJobRun, findJobRun } from '../platform/job.sql.ts'
import { JobCancelled, type JobDefinition, type RunningJob } from '../platform/jobs.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { recordTrail } from '../platform/trail.sql.ts'
import { loadReport } from './load-report.ts'
import { fileNameOf, type Paper, readPaper } from './paper.ts'
import { mayExportReport } from './policy.ts'
import { writeOfficialDocument } from './word/write-official-document.ts'

const ExportOrder = z.object({ id: z.number().int(), purpose: z.string() })
type ExportOrder = z.infer<typeof ExportOrder>

/** 导出报告: orders the Word file; it is made in the background, in the name and scope of whoever asked. */
export async function exportReport(setting: ActionSetting, input: ExportOrder): Promise<{ jobId: string }> {
  const report = await loadReport(setting, input.id)
  requireMay(mayExportReport(setting.clerk, report))
  const payload = { id: input.id, purpose: input.purpose }
  const jobId = await setting.startJob({ kind: 'reports.export-report', title: '导出报告', payload, total: STEPS })
  await recordTrail(setting, {
    verb: 'reports.export-report',
    subject: { kind: 'report', id: report.id },
    division: report.division,
    after: { jobId, version: report.version, cutOff: report.cutOff, state: report.state },
    purpose: input.purpose,
  })
  return { jobId }
}

// Values, Word file, record: what the bar counts.
const STEPS = 3

/**
 * Makes the Word file. Nothing is written before the last step, and that one writes file, result and trail together: a job
 * that was killed begins anew, one that was killed after it gives the same file again.
 */
export const exportReportJob: JobDefinition = {
  kind: 'reports.export-report',
  run: async (job) => {
    if (job.run.result !== undefined) return job.run.result
    const order = ExportOrder.parse(job.run.payload)
    const paper = await job.step((setting) => readPaper(setting, order.id))
    await job.report(1, STEPS)
    const content = await writeOfficialDocument(paper.document, paper.rows)
    await job.report(2, STEPS)
    return keep(job, order, paper, content)
  },
}

type Result = Readonly<Record<string, unknown>>

async function keep(job: RunningJob, order: ExportOrder, paper: Paper, content: Uint8Array): Promise<Result> {
  return job.step(async (setting) => {
    const { report, rows } = paper
    requireMay(mayExportReport(setting.clerk, report))
    // Locks the job's row: of two workers that were given the same job, the second finds the first one's result.
    const isOpen = await changeJobRun(setting.tx, job.run.id, { done: STEPS }, setting.now)
    const run = await findJobRun(setting.tx, job.run.id)
    if (run?.result !== undefined) return run.result
    if (!isOpen) throw run?.state === 'cancelled' ? new JobCancelled() : new Fault('platform.job-ended')
    const stored = await setting.files.put(content, { kind: 'report', name: 'report.docx' })
    const fileId = await recordFile(setting, stored, {
      kind: 'report',
      name: fileNameOf(report),
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    })
    const result = { fileId, reportId: report.id, figures: rows.length }
    await changeJobRun(setting.tx, job.run.id, { result }, setting.now)
    await recordTrail(setting, {
      verb: 'reports.export-report',
      subject: { kind: 'file', id: fileId },
      division: report.division,
      after: { reportId: report.id, version: report.version, sm3: stored.sm3, figures: rows.length },
      purpose: order.purpose,
    })
    return result
  })
}
