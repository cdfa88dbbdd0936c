import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Actor, inSetting } from '../platform/app.ts'
import { recordFile } from '../platform/file.sql.ts'
import { findJobRun, type JobRun } from '../platform/job.sql.ts'
import type { JobDefinition } from '../platform/jobs.ts'
import { type JobRunner, runJob } from '../platform/run-job.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { actorOf, type ClerkOptions, type FreshDatabase } from './fresh-database.ts'
import { TEST_BUREAU } from './test-bureau.ts'

/** A place where actions are committed and jobs really run, for tests about what happens between transactions. */
export interface Workshop {
  /** One committed transaction. */
  act<T>(work: (setting: ActionSetting) => Promise<T>, as?: ClerkOptions): Promise<T>
  /** Puts a file on record as if it had been uploaded. */
  upload(path: string): Promise<string>
  uploadBytes(bytes: Uint8Array, name: string): Promise<string>
  /** Does every errand that was ordered, in order; answers the runs as they ended. */
  workOff(): Promise<readonly JobRun[]>
}

/** `findClerk` says who an account is now; without it, every order is a chief's of the whole county. */
export function openWorkshop(
  database: FreshDatabase,
  definitions: readonly JobDefinition[],
  findClerk: JobRunner['findClerk'] = async () => actorOf().clerk,
): Workshop {
  const system: Actor = actorOf()
  const act: Workshop['act'] = (work, as) => inSetting(database.app(), as ? actorOf(as) : system, randomUUID(), work)
  const uploadBytes = (bytes: Uint8Array, name: string) =>
    act(async (setting) => {
      const stored = await setting.files.put(bytes, { kind: 'upload', name })
      return recordFile(setting, stored, { kind: 'upload', name, mediaType: 'application/octet-stream' })
    })
  return {
    act,
    uploadBytes,
    upload: async (path) => uploadBytes(new Uint8Array(await readFile(path)), basename(path)),
    workOff: async () => {
      const runs: JobRun[] = []
      for (let errand = database.errands.shift(); errand; errand = database.errands.shift()) {
        const { jobId } = errand
        await runJob(database.app(), runnerOf(definitions, findClerk), errand)
        const run = await act(({ tx }) => findJobRun(tx, jobId))
        if (run) runs.push(run)
      }
      return runs
    },
  }
}

function runnerOf(definitions: readonly JobDefinition[], findClerk: JobRunner['findClerk']): JobRunner {
  return {
    definitions: new Map(definitions.map((definition) => [definition.kind, definition])),
    findBureau: async () => TEST_BUREAU,
    findClerk,
  }
}
