import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { mayWritePerson } from '../policy.ts'
import { findPeopleForUpdate, type Person } from './people.sql.ts'

/** The person an action is about, locked, writable and still as the clerk saw them; otherwise the fault that says why not. */
export async function loadPersonForChange(
  setting: ActionSetting,
  seen: { readonly personId: number; readonly version: number },
): Promise<Person> {
  const [person] = await findPeopleForUpdate(setting, [seen.personId])
  if (!person) throw new Fault('registry.person-not-found')
  requireMay(mayWritePerson(setting.clerk, person))
  if (person.mergedInto !== undefined) throw new Fault('registry.person-merged', { mergedInto: person.mergedInto })
  if (!person.isListed) throw new Fault('registry.person-not-found')
  if (person.version !== seen.version) throw new Fault('platform.changed-meanwhile', { version: person.version })
  return person
}

/**
 * Two or more people an action is about at once, locked in the order of their ids, in the order asked for. Whoever was merged or changed
 * since the clerk looked is `platform.changed-meanwhile`: of two clerks at once the second is told so.
 */
export async function loadPeopleForChange(
  setting: ActionSetting,
  seen: readonly { readonly id: number; readonly version: number }[],
): Promise<readonly Person[]> {
  const people = await findPeopleForUpdate(
    setting,
    seen.map(({ id }) => id),
  )
  return seen.map(({ id, version }) => {
    const person = people.find((one) => one.id === id)
    if (!person) throw new Fault('registry.person-not-found')
    requireMay(mayWritePerson(setting.clerk, person))
    if (person.version !== version) {
      throw new Fault('platform.changed-meanwhile', { personId: id, version: person.version })
    }
    if (person.mergedInto !== undefined) throw new Fault('registry.person-merged', { mergedInto: person.mergedInto })
    if (!person.isListed) throw new Fault('registry.person-not-found')
    return person
  })
}
