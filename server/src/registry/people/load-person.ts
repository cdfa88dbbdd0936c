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
  if (person.version !== seen.version) throw new Fault('platform.changed-meanwhile', { version: person.version })
  return person
}
