import { isWithin } from '@dongzhou/terms/division'
import { authoritiesOf, type Role } from '@dongzhou/terms/role'
import { type Actor, type App, inSetting } from './app.ts'
import { type Clerk, systemClerk } from './clerk.ts'
import { Fault } from './fault.ts'
import { beginAttempt, changeJobRun, findJobRun, holdsAttempt, type JobChange, type JobRun } from './job.sql.ts'
import { JobCancelled, type JobDefinition, JobLost, type RunningJob } from './jobs.ts'
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
  const known = { app, runner, system, run, definition }
  const clerk = await findOrderer(runner, bureau, run)
  if (!clerk || !definition)
    return end(known, { state: 'failed', fault: new Fault('platform.job-orderer-stopped').say })
  await work({ ...known, definition }, clerk)
}

/** Whoever ordered the job, as they are now. */
async function findOrderer(runner: JobRunner, bureau: Bureau, run: JobRun): Promise<Clerk | undefined> {
  return run.accountId === undefined ? fullSystem(bureau) : runner.findClerk(bureau, run.accountId)
}

interface Errand {
  readonly app: App
  readonly runner: JobRunner
  readonly system: Actor
  readonly run: JobRun
  readonly definition: JobDefinition | undefined
}

async function work(errand: Errand & { readonly definition: JobDefinition }, clerk: Clerk): Promise<void> {
  const { app, system, run, definition } = errand
  const attempt = await inSetting(app, system, run.id, ({ tx, now }) => beginAttempt(tx, run.id, now))
  // Ended since it was looked at. Cancelled in that moment, what it was ordered for has still to be freed.
  if (attempt === undefined) return runJob(app, errand.runner, { bureau: system.bureau.code, jobId: run.id })
  try {
    const result = await definition.run(runningJob(errand, clerk, attempt))
    await end(errand, { state: 'done', result }, attempt)
  } catch (error) {
    // One of the two borders where errors are caught: whoever waits for the job gets a sentence, the log gets the cause.
    if (error instanceof JobLost) return app.log.warn({ jobId: run.id, kind: run.kind, attempt }, 'job lost')
    if (error instanceof JobCancelled) return end(errand, { state: 'cancelled' }, attempt)
    app.log.error({ err: error, jobId: run.id, kind: run.kind }, 'job failed')
    await end(errand, { state: 'failed', fault: sentenceOf(error) }, attempt)
  }
}

/** Errors that carry a Chinese sentence of their own (`say`) show it; anything else is told plainly as unexpected. */
function sentenceOf(error: unknown): string {
  if (error instanceof Error && 'say' in error && typeof error.say === 'string') return error.say
  return new Fault('platform.unexpected').say
}

// Nobody watches a bar closer than this; a job of many small steps would otherwise spend its time on reporting.
const REPORT_EVERY_MS = 500

function runningJob({ app, runner, system, run }: Errand, clerk: Clerk, attempt: number): RunningJob {
  const { bureau } = system
  let reportedAt = Number.NEGATIVE_INFINITY
  return {
    run,
    bureau,
    clerk,
    step: async (work) => {
      const orderer = await findOrderer(runner, bureau, run)
      if (!orderer) throw new Fault('platform.job-orderer-stopped')
      // Ordered for more than they are in charge of by now.
      if (!isWithin(run.division, orderer.division)) throw new Fault('access.outside-jurisdiction')
      return inSetting(app, { ...system, clerk: orderer }, run.id, async (setting) => {
        if (!(await holdsAttempt(setting.tx, run.id, attempt))) throw new JobLost()
        return work(setting)
      })
    },
    report: async (done, total) => {
      // The last is never left out: a bar that was done would stand short of its end for ever.
      if (done !== total && performance.now() - reportedAt < REPORT_EVERY_MS) return
      reportedAt = performance.now()
      const isCancelled = await inSetting(app, system, run.id, async ({ tx, now }) => {
        const change = { done, ...(total === undefined ? {} : { total }) }
        if (!(await changeJobRun(tx, run.id, change, now, attempt))) throw new JobLost()
        return (await findJobRun(tx, run.id))?.isCancelAsked === true
      })
      if (isCancelled) throw new JobCancelled()
    },
  }
}

/** Ends the run, unless another attempt has it by now. */
async function end({ app, system, run, definition }: Errand, how: JobChange, attempt?: number): Promise<void> {
  await inSetting(app, system, run.id, async (setting) => {
    const isEnded = await changeJobRun(setting.tx, run.id, how, setting.now, attempt)
    if (isEnded && how.state !== 'done') await definition?.release?.(setting, run)
  })
}

function fullSystem(bureau: Bureau): Clerk {
  return systemClerk(bureau.code, authoritiesOf['chief' satisfies Role])
}
