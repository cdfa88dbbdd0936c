import { type LaterFact, planUnmerge, type SourceNames, type UnmergePlan } from '@dongzhou/engines/linkage'
import { Fault } from '../../platform/fault.ts'
import type { Setting } from '../../platform/setting.ts'
import {
  type FactActions,
  listFactActions,
  listFactsOf,
  listSettlements,
  type PersonFact,
  type Settlement,
} from '../../registry/index.ts'
import { findLaterMerge, type Merge } from './merges.sql.ts'

/** Where the clerk says that a later fact belongs. */
export interface Belonging {
  readonly factId: number
  readonly side: 'kept' | 'dropped'
}

/** A fact that came after the merge, with the side it would go to. */
export interface PlacedFact {
  readonly fact: PersonFact
  readonly side: 'kept' | 'dropped'
  readonly mustDecide: boolean
  readonly say: string | undefined
}

export interface Unmerging {
  readonly plan: UnmergePlan
  readonly later: readonly PlacedFact[]
}

/**
 * 拆分方案: thinks through taking a merge back, the clerk's own word about later facts first. Throws `linkage.merge-undone`, and
 * `linkage.later-merge-first` where another merge stands on this one: only the uppermost can be taken back exactly.
 */
export async function thinkUnmerge(
  setting: Setting,
  merge: Merge,
  decisions: readonly Belonging[],
): Promise<Unmerging> {
  if (merge.undoneAt !== undefined) throw new Fault('linkage.merge-undone')
  const laterMergeId = await findLaterMerge(setting, merge)
  if (laterMergeId !== undefined) throw new Fault('linkage.later-merge-first', { mergeId: laterMergeId })
  const file = await listFactsOf(setting, [merge.keptId], 'all')
  const actions = await listFactActions(setting.tx, merge.keptId)
  const settlements = await listSettlements(setting, merge.keptId, merge.mergedAt)
  const own = new Set([...merge.record.facts.stays, ...merge.record.facts.moves])
  const later = file.filter(({ id }) => !own.has(id))
  const plan = planUnmerge(merge.record.facts, asLater({ merge, file, later, actions, decisions }), file)
  const settled = reopenedBySettlement(plan, { file, actions, settlements })
  return {
    plan: { ...plan, reopens: [...new Set([...plan.reopens, ...settled])].toSorted((a, b) => a - b) },
    later: later.map((fact) => placed(fact, plan)),
  }
}

interface After {
  readonly merge: Merge
  readonly file: readonly PersonFact[]
  readonly later: readonly PersonFact[]
  readonly actions: readonly FactActions[]
  readonly decisions: readonly Belonging[]
}

function asLater({ merge, file, later, actions, decisions }: After): readonly LaterFact[] {
  const broughtBy = new Map(actions.map(({ factId, actionId }) => [factId, actionId]))
  const supersededBy = new Map(actions.map((action) => [action.factId, action.supersededBy]))
  const said = new Map(decisions.map(({ factId, side }) => [factId, side]))
  const moved = new Set(merge.record.facts.moves)
  return later.map((fact) => {
    const actionId = broughtBy.get(fact.id)
    const replaced = file.filter((one) => one.kind === fact.kind && supersededBy.get(one.id) === actionId)
    // An address that a later one ended is written anew from its own source: it stays with whom it was.
    const former = replaced.find((one) => isSameSource(one, fact))
    const side = said.get(fact.id) ?? (former && (moved.has(former.id) ? 'dropped' : 'kept'))
    const together = file.filter((one) => broughtBy.get(one.id) === actionId)
    return {
      fact,
      named: side === undefined ? namedBy(fact, together) : { personId: personOf(merge, side) },
      supersedes: replaced.map(({ id }) => id),
    }
  })
}

function isSameSource(one: PersonFact, other: PersonFact): boolean {
  return JSON.stringify(one.source) === JSON.stringify(other.source)
}

function personOf(merge: Merge, side: 'kept' | 'dropped'): string {
  return String(side === 'kept' ? merge.keptId : merge.droppedId)
}

/**
 * Whom the source of a fact names, by what the same action took from the same source: the name and number of a ledger's row. A phone helps
 * only beside a name or number: a phone recorded alone says nothing of whose it is.
 */
function namedBy(fact: PersonFact, together: readonly PersonFact[]): SourceNames {
  const fromSource = together.filter((one) => fact.source.kind === 'derived' || isSameSource(one, fact))
  const name = fromSource.find((one) => one.kind === 'name')?.value.name
  const idNumber = fromSource.find((one) => one.kind === 'id-number')?.value.idNumber
  if (name === undefined && idNumber === undefined) return {}
  return { name, idNumber, phone: fromSource.find((one) => one.kind === 'phone')?.value.phone }
}

interface Settled {
  readonly file: readonly PersonFact[]
  readonly actions: readonly FactActions[]
  readonly settlements: readonly Settlement[]
}

/** What a settlement after the merge took out of force, because the other person's fact stood against it, is in force again. */
function reopenedBySettlement(plan: UnmergePlan, { actions, settlements }: Settled): readonly number[] {
  const returns = new Set(plan.returns)
  const keptBy = new Map(settlements.map(({ actionId, keptFactId }) => [actionId, keptFactId]))
  return actions.flatMap(({ factId, supersededBy }) => {
    const stood = supersededBy === undefined ? undefined : keptBy.get(supersededBy)
    return stood !== undefined && returns.has(stood) !== returns.has(factId) ? [factId] : []
  })
}

function placed(fact: PersonFact, plan: UnmergePlan): PlacedFact {
  const doubt = plan.ambiguous.find(({ factId, why }) => factId === fact.id && why !== 'superseded-across')
  return {
    fact,
    side: plan.returns.includes(fact.id) ? 'dropped' : 'kept',
    mustDecide: doubt !== undefined,
    say: doubt?.say,
  }
}
