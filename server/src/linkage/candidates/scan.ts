import { blockingKeys, comparePeople } from '@dongzhou/engines/linkage'
import type { JobDefinition, RunningJob } from '../../platform/jobs.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { countPeople, listPeopleAfterId, listPeopleByIds } from '../../registry/index.ts'
import { type CandidatePair, queuePairs } from '../pairs/queue-candidates.ts'
import { openCandidatePairs, type PositionPair } from './candidate-pairs.ts'
import { recordOfPerson } from './link-records.ts'

export const scanKind = 'linkage.scan'

const PEOPLE_PER_STEP = 1000
const PAIRS_PER_STEP = 500

/** 全库查重 (start scan): goes through everybody in the clerk's own scope, in the background. */
export async function startScan(setting: ActionSetting): Promise<{ jobId: string }> {
  const total = (await countPeople(setting.tx)) * 2
  const jobId = await setting.startJob({ kind: scanKind, title: '全库查重', payload: {}, total })
  await recordTrail(setting, { verb: 'linkage.start-scan', subject: { kind: 'job', id: jobId } })
  return { jobId }
}

/**
 * 全库查重 (scan): reads everybody once for the blocking keys, then compares whoever shares one and fills the queue. Progress counts each person
 * twice, read and compared; after a crash the reading is repeated, the comparing goes on where it stopped.
 */
export const scanJob: JobDefinition = { kind: scanKind, run: scan }

async function scan(job: RunningJob): Promise<Readonly<Record<string, unknown>>> {
  const half = (job.run.total ?? 0) / 2
  const compared = Math.max(0, job.run.done - half)
  const { ids, pairs } = await readEverybody(job, half, compared > 0)
  // By the earlier of the two: those before the last one reported were all queued.
  const left = pairs.filter(([earlier]) => earlier >= compared)
  let queued = 0
  for (let from = 0; from < left.length; from += PAIRS_PER_STEP) {
    const step = left.slice(from, from + PAIRS_PER_STEP)
    queued += await job.step((setting) => queueAlike(setting, step, ids))
    await job.report(half + Math.min(half, step.at(-1)?.[0] ?? 0), half * 2)
  }
  await job.report(half * 2, half * 2)
  return { people: ids.length, pairs: pairs.length, queued }
}

async function readEverybody(
  job: RunningJob,
  half: number,
  isResumed: boolean,
): Promise<{ readonly ids: readonly number[]; readonly pairs: readonly PositionPair[] }> {
  const ids: number[] = []
  const index = openCandidatePairs()
  for (;;) {
    const people = await job.step((setting) => listPeopleAfterId(setting, ids.at(-1) ?? 0, PEOPLE_PER_STEP))
    if (people.length === 0) break
    for (const person of people) {
      ids.push(person.id)
      // Hidden people keep their position and share nothing.
      index.add(person.isListed ? blockingKeys(recordOfPerson(person)) : [])
    }
    if (!isResumed) await job.report(Math.min(ids.length, half), half * 2)
  }
  return { ids, pairs: await index.pairs() }
}

async function queueAlike(
  setting: ActionSetting,
  pairs: readonly PositionPair[],
  ids: readonly number[],
): Promise<number> {
  const idPairs = pairs.map(([earlier, later]) => [ids[earlier] ?? 0, ids[later] ?? 0] as const)
  const people = await listPeopleByIds(setting, [...new Set(idPairs.flat())])
  const records = new Map(people.map((person) => [person.id, recordOfPerson(person)]))
  const alike = idPairs.flatMap(([one, other]): readonly CandidatePair[] => {
    const [mine, theirs] = [records.get(one), records.get(other)]
    return mine && theirs ? [{ personIds: [one, other], likeness: comparePeople(mine, theirs) }] : []
  })
  return queuePairs(setting, alike)
}
