import { type Choices, type MergePlan, type PersonFile, planMerge } from '@dongzhou/engines/linkage'
import { singleThingOf } from '@dongzhou/terms/agreement'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrails } from '../../platform/trail.sql.ts'
import {
  listFactsOf,
  loadPeopleForChange,
  markMerged,
  mergeRelations,
  moveFacts,
  type Person,
  type PersonFact,
  refreshPerson,
  supersedeFacts,
} from '../../registry/index.ts'
import { mergePairings } from '../../visits/index.ts'
import { closePairs, findPairOf } from '../pairs/pairs.sql.ts'
import { mayDecide } from '../policy.ts'
import { carryPairs } from './carry-pairs.ts'
import { type MergeRecord, recordMerge } from './merges.sql.ts'

interface Seen {
  readonly id: number
  readonly version: number
}

export interface MergePeople {
  readonly keep: Seen
  readonly drop: Seen
  readonly choices: Choices
  readonly because: string
}

/** 合并档案: every fact and relation of one file moves to the other; what the clerk chose stands, what nobody chose stays visible as disagreeing. */
export async function mergePeople(
  setting: ActionSetting,
  input: MergePeople,
): Promise<{ mergeId: number; personId: number; version: number }> {
  if (input.keep.id === input.drop.id) throw new Fault('linkage.same-person')
  const [keep, drop] = await loadPeopleForChange(setting, [input.keep, input.drop])
  if (!keep || !drop) throw new Fault('registry.person-not-found')
  requireMay(mayDecide(setting.clerk, [keep.division, drop.division]))
  const plan = planFrom(await listFactsOf(setting, [keep.id, drop.id], 'all'), input)
  const record = await carryOut(setting, { keep, drop, plan, because: input.because })
  const mergeId = await recordMerge(setting, {
    keptId: keep.id,
    droppedId: drop.id,
    divisions: [keep.division, drop.division],
    record,
    because: input.because,
  })
  const pair = await findPairOf(setting, keep.id, drop.id)
  if (pair) await closePairs(setting, [pair.id], { state: 'same', because: input.because, byMerge: mergeId })
  await carryPairs(setting, { mergeId, keep, drop })
  await leaveTrail(setting, { mergeId, keep, drop, record, because: input.because })
  return { mergeId, personId: keep.id, version: keep.version + 1 }
}

function planFrom(facts: readonly PersonFact[], { keep, drop, choices }: MergePeople): MergePlan {
  requireChoosable(facts, choices)
  const fileOf = ({ id }: Seen): PersonFile => ({
    id: String(id),
    facts: facts.filter(({ personId }) => personId === id),
  })
  return planMerge(fileOf(keep), fileOf(drop), choices)
}

function requireChoosable(facts: readonly PersonFact[], choices: Choices): void {
  for (const [thing, factId] of Object.entries(choices)) {
    const fact = facts.find(({ id }) => id === factId)
    if (fact === undefined || fact.supersededAt !== undefined || singleThingOf(fact) !== thing)
      throw new Fault('linkage.choice-unknown', { thing })
  }
}

interface Merging {
  readonly keep: Person
  readonly drop: Person
  readonly plan: MergePlan
  readonly because: string
}

async function carryOut(setting: ActionSetting, { keep, drop, plan, because }: Merging): Promise<MergeRecord> {
  const moved = await moveFacts(setting, plan.moves, keep)
  const superseded = await supersedeFacts(setting, plan.supersedes, `合并档案：${because}`)
  if (moved !== plan.moves.length || superseded !== plan.supersedes.length) throw new Fault('platform.nothing-changed')
  const relations = await mergeRelations(setting, keep, drop.id)
  const pairings = await mergePairings(setting, 'linkage.merge-people', { keep, drop })
  if ((await markMerged(setting, drop.id, keep.id)) !== 1) throw new Fault('platform.nothing-changed')
  await refreshPerson(setting, keep)
  return { facts: plan, relations, pairings }
}

interface Merged {
  readonly mergeId: number
  readonly keep: Person
  readonly drop: Person
  readonly record: MergeRecord
  readonly because: string
}

async function leaveTrail(setting: ActionSetting, { mergeId, keep, drop, record, because }: Merged): Promise<void> {
  const { moves, supersedes, chosen, undecided } = record.facts
  await recordTrails(setting, [
    {
      verb: 'linkage.merge-people',
      subject: { kind: 'person', id: keep.id },
      division: keep.division,
      before: { version: keep.version },
      after: { mergeId, tookIn: drop.id, moved: moves.length, superseded: supersedes.length, chosen, undecided },
      purpose: because,
    },
    {
      verb: 'linkage.merge-people',
      subject: { kind: 'person', id: drop.id },
      division: drop.division,
      before: { version: drop.version },
      after: { mergeId, wentInto: keep.id },
      purpose: because,
    },
  ])
}
