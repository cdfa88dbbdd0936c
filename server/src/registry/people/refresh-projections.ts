import { project } from '@dongzhou/engines/registry'
import { addDays } from '@dongzhou/terms/day'
import type { JobDefinition } from '../../platform/jobs.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { listPeopleDue } from './due.sql.ts'
import { listFactsOf } from './facts.sql.ts'
import { changeProjections, findPeopleForUpdate, moveToDivision } from './people.sql.ts'
import { requireKeepable } from './record-people.ts'

export const refreshProjectionsKind = 'registry.refresh-projections'

const PEOPLE_AT_ONCE = 500

// A server that stood still for some nights catches up.
const NIGHTS_BACK = 7

/**
 * 名册逐日更新: a fact that holds from today, or held until today, changes what a list shows although nobody has written
 * anything. Runs every night over the people whose facts begin or end about now.
 */
export const refreshProjectionsJob: JobDefinition = {
  kind: refreshProjectionsKind,
  run: async (job) => {
    let after = 0
    let changed = 0
    for (;;) {
      const step = await job.step((setting) => refreshNext(setting, after))
      changed += step.changed
      if (step.last === undefined) return { changed }
      after = step.last
      await job.report(changed)
    }
  },
}

async function refreshNext(
  setting: ActionSetting,
  after: number,
): Promise<{ last: number | undefined; changed: number }> {
  const span = { from: addDays(setting.today, -NIGHTS_BACK), to: setting.today }
  const ids = await listPeopleDue(setting.tx, span, after, PEOPLE_AT_ONCE)
  const people = await findPeopleForUpdate(setting, ids)
  const facts = Map.groupBy(await listFactsOf(setting, ids, 'open'), ({ personId }) => personId)
  const entries = people.flatMap((person) => {
    const open = facts.get(person.id) ?? []
    const projection = project(open, setting.today)
    // Merged and withdrawn people have no name of their own any more; their row only leads elsewhere.
    if (!person.isListed || projection.name === undefined || projection.divisionCode === undefined) return []
    return [{ person, entry: { id: person.id, projection: requireKeepable(projection) } }]
  })
  await changeProjections(
    setting,
    entries.map(({ entry }) => entry),
  )
  for (const { person, entry } of entries) {
    // Few people move house in one night.
    if (entry.projection.divisionCode !== person.division) {
      await moveToDivision(setting.tx, [person.id], entry.projection.divisionCode)
    }
  }
  return { last: ids.at(-1), changed: entries.length }
}
