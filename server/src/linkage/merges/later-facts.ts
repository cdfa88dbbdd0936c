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
  const after = { merge, file, later, actions }
  const sides = sidesKnown(after, decisions)
  const plan = planUnmerge(merge.record.facts, asLater(after, sides), file)
  const settled = reopenedBySettlement(plan, { file, actions, settlements })
  return {
    plan: { ...plan, reopens: [...new Set([...plan.reopens, ...settled])].toSorted((a, b) => a - b) },
    later: later.map((fact) => placed(fact, plan, sides)),
  }
}

interface After {
  readonly merge: Merge
  readonly file: readonly PersonFact[]
  readonly later: readonly PersonFact[]
  readonly actions: readonly FactActions[]
}

type Side = 'kept' | 'dropped'

/** The sides that need no evidence: what the clerk says, and values that a later one ended, which were written anew from their own source. */
function sidesKnown(after: After, decisions: readonly Belonging[]): ReadonlyMap<number, Side> {
  const moved = new Set(after.merge.record.facts.moves)
  const ended = after.later.flatMap((fact): readonly (readonly [number, Side])[] => {
    const former = replacedBy(after, fact).find((one) => isSameSource(one, fact))
    return former ? [[fact.id, moved.has(former.id) ? 'dropped' : 'kept']] : []
  })
  return new Map([...ended, ...decisions.map(({ factId, side }) => [factId, side] as const)])
}

function asLater(after: After, sides: ReadonlyMap<number, Side>): readonly LaterFact[] {
  return after.later.map((fact) => {
    const side = sides.get(fact.id)
    return {
      fact,
      named: side === undefined ? namedBy(fact, broughtWith(after, fact)) : { personId: personOf(after.merge, side) },
      supersedes: replacedBy(after, fact).map(({ id }) => id),
    }
  })
}

function broughtWith({ file, actions }: After, fact: PersonFact): readonly PersonFact[] {
  const broughtBy = new Map(actions.map(({ factId, actionId }) => [factId, actionId]))
  return file.filter((one) => broughtBy.get(one.id) === broughtBy.get(fact.id))
}

/** What the action that brought a fact took out of force of the same kind. */
function replacedBy({ file, actions }: After, fact: PersonFact): readonly PersonFact[] {
  const actionId = actions.find(({ factId }) => factId === fact.id)?.actionId
  const replaced = new Set(actions.filter(({ supersededBy }) => supersededBy === actionId).map(({ factId }) => factId))
  return file.filter((one) => one.kind === fact.kind && replaced.has(one.id))
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

function placed(fact: PersonFact, plan: UnmergePlan, sides: ReadonlyMap<number, Side>): PlacedFact {
  // The engine takes the kept person's id for no evidence, since after the merge no other could be chosen; a known side is.
  const isKnown = sides.has(fact.id)
  const doubt = plan.ambiguous.find(({ factId, why }) => factId === fact.id && why !== 'superseded-across' && !isKnown)
  return {
    fact,
    side: plan.returns.includes(fact.id) ? 'dropped' : 'kept',
    mustDecide: doubt !== undefined,
    say: doubt?.say,
  }
}
