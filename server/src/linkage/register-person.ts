import { Fault } from '../platform/fault.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { type RegisterPerson, registerPerson } from '../registry/index.ts'
import { recordOfFacts } from './candidates/link-records.ts'
import { findLikely } from './candidates/match-people.ts'
import { queueCandidates } from './pairs/queue-candidates.ts'

/**
 * 登记人员 with a look at who is on file: somebody likely stops the entry until the clerk has said that it is somebody else; what was likely or
 * possible then waits in the queue, so that a second pair of eyes sees it. This is the route `registry.registerPerson`.
 */
export async function registerPersonWithCandidates(
  setting: ActionSetting,
  input: RegisterPerson,
): Promise<{ id: number; version: number }> {
  const candidates = await findLikely(setting, recordOfFacts(input.facts))
  const likely = candidates.filter(({ likeness }) => likeness.band !== 'possible').map(({ personId }) => personId)
  if (likely.length > 0 && !input.isSomebodyElse) throw new Fault('registry.likely-on-file', { personIds: likely })
  const registered = await registerPerson(setting, input)
  await queueCandidates(setting, registered.id, candidates)
  return registered
}
