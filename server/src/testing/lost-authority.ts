import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { JobRun } from '../platform/job.sql.ts'
import type { JobDefinition } from '../platform/jobs.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { actorOf, type FreshDatabase } from './fresh-database.ts'
import { openWorkshop } from './workshop.ts'

/** An account on record, so that a job can belong to it. Answers its id. */
export async function anAccount({ tx, clerk }: ActionSetting): Promise<number> {
  const id = randomUUID()
  const { rows } = await sql<{ id: number }>`
    insert into account (user_id, user_name, display_name, role, division_code)
    values (${id}, ${id}, '测试', 'clerk', ${clerk.division}) returning id`.execute(tx)
  return rows[0]?.id ?? 0
}

/** Orders a job as a clerk who loses every authority once its first steps are done; answers how it ended. */
export async function runLosingAuthority(
  database: FreshDatabase,
  definition: JobDefinition,
  order: (setting: ActionSetting) => Promise<{ readonly jobId: string }>,
  steps = 1,
): Promise<JobRun | undefined> {
  let { clerk } = actorOf()
  let done = 0
  const losing: JobDefinition = {
    ...definition,
    run: (job) =>
      definition.run({
        ...job,
        step: async (work) => {
          const result = await job.step(work)
          done += 1
          if (done === steps) clerk = { ...clerk, may: new Set() }
          return result
        },
      }),
  }
  const shop = openWorkshop(database, [losing], async () => clerk)
  await shop.act(async (setting) => {
    const { jobId } = await order(setting)
    await sql`update job_run set account_id = ${await anAccount(setting)} where id = ${jobId}`.execute(setting.tx)
  })
  return (await shop.workOff()).at(-1)
}
