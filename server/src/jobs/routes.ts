import type { jobs } from '@dongzhou/contract/platform'
import { Fault } from '../platform/fault.ts'
import { findJobRun, type JobRun, listJobRuns } from '../platform/job.sql.ts'
import type { RoutesOf } from '../platform/routes.ts'
import type { Setting } from '../platform/setting.ts'
import { cancelJob } from './cancel-job.ts'
import { presentJob } from './present.ts'

/** The routes of 后台任务: everybody's own, nobody else's. */
export const jobsRoutes: RoutesOf<typeof jobs> = {
  listMine: async ({ tx, clerk }, input) => {
    if (clerk.accountId === undefined) return { items: [], total: 0, more: false }
    const { items, total } = await listJobRuns(tx, clerk.accountId, input)
    return { items: items.map(presentJob), total, more: false }
  },
  get: async (setting, { id }) => presentJob(await getOwnJob(setting, id)),
  cancel: async (setting, { id }) => {
    await cancelJob(setting, await getOwnJob(setting, id))
    return presentJob(await getOwnJob(setting, id))
  },
}

/** Somebody else's job is answered like one that does not exist. */
async function getOwnJob({ tx, clerk }: Setting, id: string): Promise<JobRun> {
  const run = await findJobRun(tx, id)
  if (!run || run.accountId === undefined || run.accountId !== clerk.accountId) {
    throw new Fault('platform.job-not-found')
  }
  return run
}
