import { z } from 'zod'
import { ask, read, write } from './route.ts'
import { Page, Paged } from './shapes.ts'

/** 后台任务 (job run) as a screen shows it: state, count, result to come back to. */
export const JobLine = z.object({
  id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  done: z.number().int(),
  total: z.number().int().nullable(),
  result: z.record(z.string(), z.unknown()).nullable(),
  fault: z.string().nullable(),
  createdAt: z.string(),
  changedAt: z.string(),
})
export type JobLine = z.infer<typeof JobLine>

export const TrailLine = z.object({
  id: z.number().int(),
  at: z.string(),
  actor: z.string(),
  verb: z.string(),
  verbName: z.string(),
  subjectKind: z.string(),
  subject: z.string(),
  division: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  purpose: z.string().nullable(),
})
export type TrailLine = z.infer<typeof TrailLine>

export const jobs = {
  listMine: read('/jobs', 'signed-in', '我的后台任务').input(Page).output(Paged(JobLine)),
  get: read('/jobs/{id}', 'signed-in', '后台任务')
    .input(z.object({ id: z.uuid() }))
    .output(JobLine),
  cancel: write('/jobs/cancel', 'signed-in', '取消后台任务', { id: z.uuid() }).output(JobLine),
}

export const trail = {
  list: ask('/trail/list', 'trail.read', '操作留痕')
    .input(
      Page.extend({
        subject: z.object({ kind: z.string().max(40), id: z.string().max(80) }).optional(),
        accountId: z.number().int().positive().optional(),
        verb: z.string().max(60).optional(),
        from: z.string().max(30).optional(),
        to: z.string().max(30).optional(),
      }),
    )
    .output(Paged(TrailLine)),
  verify: ask('/trail/verify', 'trail.read', '核验留痕封存').output(
    z.object({
      isWhole: z.boolean(),
      blocks: z.number().int(),
      rows: z.number().int(),
      unsealed: z.number().int(),
      say: z.string(),
    }),
  ),
}
