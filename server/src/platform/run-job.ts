import { authoritiesOf, type Role } from '@dongzhou/terms/role'
import { type Actor, type App, inSetting } from './app.ts'
import { type Clerk, systemClerk } from './clerk.ts'
import { Fault } from './fault.ts'
import { changeJobRun, findJobRun, type JobChange, type JobRun } from './job.sql.ts'
import { JobCancelled, type JobDefinition, type RunningJob } from './jobs.ts'
import type { Bureau } from './setting.ts'

export interface JobRunner {
  readonly definitions: ReadonlyMap<string, JobDefinition>
  /** The bureau of a code, and the clerk of an account as they are now: a stopped account's job may do nothing more. */
  findBureau(code: string): Promise<Bureau | undefined>
  findClerk(bureau: Bureau, accountId: number): Promise<Clerk | undefined>
}

/** Does one errand of the queue. Safe to be called again for the same job after a crash. */
export async function runJob(app: App, runner: JobRunner, errand: { bureau: string; jobId: string }): Promise<void> {
  const bureau = await runner.findBureau(errand.bureau)
  if (!bureau) return
  const system: Actor = { bureau, clerk: systemClerk(bureau.code, []), secondFactor: 'off' }
  const run = await inSetting(app, system, errand.jobId, ({ tx }) => findJobRun(tx, errand.jobId))
  if (!run || run.state === 'done' || run.state === 'failed') return
  const definition = runner.definitions.get(run.kind)
  // Cancelled while it waited: nobody has freed yet what it was ordered for.
  if (run.state === 'cancelled')
    return inSetting(app, system, run.id, async (setting) => definition?.release?.(setting, run))
  const clerk = run.accountId === undefined ? fullSystem(bureau) : await runner.findClerk(bureau, run.accountId)
  const stopped = { state: 'failed', fault: '办理人账号已停用，任务未继续。' } as const
  if (!clerk || !definition) return end(app, system, run, stopped, definition)
  await work(app, { ...system, clerk }, definition, run, system)
}

async function work(app: App, actor: Actor, definition: JobDefinition, run: JobRun, system: Actor): Promise<void> {
  // Cancelled since it was looked at: the change finds nothing to change.
  const hasBegun = await inSetting(app, system, run.id, ({ tx, now }) =>
    changeJobRun(tx, run.id, { state: 'running' }, now),
  )
  if (!hasBegun) return
  try {
    const result = await definition.run(runningJob(app, actor, run, system))
    await end(app, system, run, { state: 'done', result }, definition)
  } catch (error) {
    // One of the two borders where errors are caught: whoever waits for the job gets a sentence, the log gets the cause.
    if (error instanceof JobCancelled) return end(app, system, run, { state: 'cancelled' }, definition)
    app.log.error({ err: error, jobId: run.id, kind: run.kind }, 'job failed')
    await end(app, system, run, { state: 'failed', fault: sentenceOf(error) }, definition)
  }
}

/** Errors that carry a Chinese sentence of their own (`say`) show it; anything else is told plainly as unexpected. */
function sentenceOf(error: unknown): string {
  if (error instanceof Error && 'say' in error && typeof error.say === 'string') return error.say
  return new Fault('platform.unexpected').say
}

// Nobody watches a bar closer than this; a job of many small steps would otherwise spend its time on reporting.
const REPORT_EVERY_MS = 500

function runningJob(app: App, actor: Actor, run: JobRun, system: Actor): RunningJob {
  let reportedAt = Number.NEGATIVE_INFINITY
  return {
    run,
    bureau: actor.bureau,
    clerk: actor.clerk,
    step: (work) => inSetting(app, actor, run.id, work),
    report: async (done, total) => {
      if (performance.now() - reportedAt < REPORT_EVERY_MS) return
      reportedAt = performance.now()
      const isCancelled = await inSetting(app, system, run.id, async ({ tx, now }) => {
        await changeJobRun(tx, run.id, { done, ...(total === undefined ? {} : { total }) }, now)
        return (await findJobRun(tx, run.id))?.isCancelAsked === true
      })
      if (isCancelled) throw new JobCancelled()
    },
  }
}

async function end(
  app: App,
  system: Actor,
  run: JobRun,
  how: JobChange,
  definition: JobDefinition | undefined,
): Promise<void> {
  await inSetting(app, system, run.id, async (setting) => {
    await changeJobRun(setting.tx, run.id, how, setting.now)
    if (how.state !== 'done') await definition?.release?.(setting, run)
  })
}

function fullSystem(bureau: Bureau): Clerk {
  return systemClerk(bureau.code, authoritiesOf['chief' satisfies Role])
}
