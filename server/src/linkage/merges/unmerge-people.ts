import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrails } from '../../platform/trail.sql.ts'
import {
  findPeopleForUpdate,
  listPeopleByIds,
  markMerged,
  moveFacts,
  type Person,
  refreshPerson,
  reopenFacts,
  unmergeRelations,
} from '../../registry/index.ts'
import { unmergePairings } from '../../visits/index.ts'
import { mayDecide } from '../policy.ts'
import { carryPairsBack } from './carry-pairs.ts'
import { type Belonging, thinkUnmerge, type Unmerging } from './later-facts.ts'
import { findMergeForUpdate, type Merge, markUndone } from './merges.sql.ts'

export interface UnmergePeople {
  readonly mergeId: number
  readonly version: number
  readonly because: string
  readonly decisions: readonly Belonging[]
}

/**
 * 拆分档案: both files are again what they were; what came on file since goes where its source says, or where the clerk says. Throws
 * `linkage.unmerge-undecided` with the facts that somebody must place first.
 */
export async function unmergePeople(
  setting: ActionSetting,
  input: UnmergePeople,
): Promise<{ keptPersonId: number; droppedPersonId: number }> {
  const merge = await findMergeForUpdate(setting, input.mergeId)
  if (!merge) throw new Fault('linkage.merge-not-found')
  const { kept, dropped } = await loadBoth(setting, merge)
  if (merge.version !== input.version) throw new Fault('platform.changed-meanwhile', { version: merge.version })
  const unmerging = await thinkUnmerge(setting, merge, input.decisions)
  const open = unmerging.later.filter(({ mustDecide }) => mustDecide).map(({ fact }) => fact.id)
  if (open.length > 0) throw new Fault('linkage.unmerge-undecided', { factIds: open })
  await carryOut(setting, merge, { kept, dropped, unmerging })
  if ((await markUndone(setting, merge, input.because)) !== 1) throw new Fault('platform.nothing-changed')
  await carryPairsBack(setting, merge.id, input.because)
  await leaveTrail(setting, merge, { kept, dropped, unmerging, because: input.because })
  return { keptPersonId: kept.id, droppedPersonId: dropped.id }
}

interface Both {
  readonly kept: Person
  readonly dropped: Person
}

async function loadBoth(setting: ActionSetting, merge: Merge): Promise<Both> {
  const people = await findPeopleForUpdate(setting, [merge.keptId, merge.droppedId])
  const kept = people.find(({ id }) => id === merge.keptId)
  const dropped = people.find(({ id }) => id === merge.droppedId)
  if (!kept || !dropped) throw new Fault('access.outside-jurisdiction')
  requireMay(mayDecide(setting.clerk, [kept.division, dropped.division]))
  return { kept, dropped }
}

interface Undoing extends Both {
  readonly unmerging: Unmerging
}

async function carryOut(setting: ActionSetting, merge: Merge, { kept, dropped, unmerging }: Undoing): Promise<void> {
  const { returns, reopens } = unmerging.plan
  const moved = await moveFacts(setting, returns, dropped)
  const reopened = await reopenFacts(setting, reopens)
  if (moved !== returns.length || reopened !== reopens.length) throw new Fault('platform.nothing-changed')
  await unmergeRelations(setting, merge.record.relations, dropped)
  const { pairings: moves } = merge.record
  await unmergePairings(setting, 'linkage.unmerge-people', { moves, keep: kept, drop: dropped })
  if ((await markMerged(setting, dropped.id, undefined)) !== 1) throw new Fault('platform.nothing-changed')
  for (const person of await listPeopleByIds(setting, [kept.id, dropped.id])) await refreshPerson(setting, person)
}

interface Undone extends Undoing {
  readonly because: string
}

async function leaveTrail(setting: ActionSetting, merge: Merge, undone: Undone): Promise<void> {
  const { kept, dropped, unmerging, because } = undone
  const { returns, reopens } = unmerging.plan
  const laterToDropped = unmerging.later.filter(({ side }) => side === 'dropped').length
  await recordTrails(
    setting,
    [kept, dropped].map((person) => ({
      verb: 'linkage.unmerge-people',
      subject: { kind: 'person', id: person.id },
      division: person.division,
      before: { mergeId: merge.id, version: person.version },
      after: {
        mergeId: merge.id,
        apartFrom: person === kept ? dropped.id : kept.id,
        returned: returns.length,
        reopened: reopens.length,
        laterToDropped,
      },
      purpose: because,
    })),
  )
}
