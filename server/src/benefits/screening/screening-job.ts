import { type Month, monthOf } from '@dongzhou/terms/month'
import type { JobDefinition } from '../../platform/jobs.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { countPeople } from '../../registry/index.ts'
import { openRulebook } from '../entitlement/open-rulebook.ts'
import { listBeneficiaries } from '../entitlement/people.ts'
import { windowOf } from '../entitlement/standing.ts'
import { finishRound, startRound } from './rounds.sql.ts'
import { screenPeople } from './screen.ts'

export const screeningKind = 'benefits.screen'

// One page is one transaction: on the embedded database nobody else is answered meanwhile.
const PEOPLE_AT_ONCE = 1000

interface Place {
  readonly round: number
  readonly month: Month
  readonly after: number
  readonly people: number
  readonly findings: number
}

/**
 * 待遇筛查: everybody on file is asked every rule, page by page. It runs every night, because a birthday changes what somebody is
 * entitled to and nobody writes anything; a run that was cut off begins anew, and finds the same.
 */
export const screeningJob: JobDefinition = {
  kind: screeningKind,
  run: async (job) => {
    const begun = await job.step(begin)
    let place = begun.place
    for (;;) {
      const next = await job.step((setting) => screenNext(setting, place))
      if (next === undefined) break
      place = next
      await job.report(place.people, begun.total)
    }
    await job.step((setting) => finishRound(setting, place.round, place.people))
    return { people: place.people, findings: place.findings }
  },
}

async function begin(setting: ActionSetting): Promise<{ readonly place: Place; readonly total: number }> {
  const month = monthOf(setting.today)
  const round = await startRound(setting, month)
  return { place: { round, month, after: 0, people: 0, findings: 0 }, total: await countPeople(setting.tx) }
}

/** The next page; undefined once everybody has been asked. */
async function screenNext(setting: ActionSetting, place: Place): Promise<Place | undefined> {
  const people = await listBeneficiaries(setting, { after: place.after, size: PEOPLE_AT_ONCE })
  const last = people.at(-1)
  if (!last) return undefined
  // Bound anew with every page: a rate may be confirmed while the round is under way.
  const rulebook = await openRulebook(setting)
  const ids = people.map(({ id }) => id)
  const { findings } = await screenPeople(setting, ids, people, { rulebook, window: windowOf(place.month) })
  return { ...place, after: last.id, people: place.people + people.length, findings: place.findings + findings.length }
}
