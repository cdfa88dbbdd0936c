import { differences, newFacts, project } from '@dongzhou/engines/registry'
import type { Fact, FactKind, KeptFact } from '@dongzhou/terms/fact'
import { mayAt } from '../../platform/clerk.ts'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrails } from '../../platform/trail.sql.ts'
import { listFactsOf, type PersonFact, recordFacts } from './facts.sql.ts'
import {
  changeProjections,
  drawPersonIds,
  findPeopleForUpdate,
  type KeepableProjection,
  moveToDivision,
  type Person,
  recordPeopleRows,
} from './people.sql.ts'

/** What a ledger row, a form or a decision says about one person: somebody on file, or somebody new. */
export interface PersonEntry {
  readonly personId: number | undefined
  readonly facts: readonly Fact[]
}

export interface RecordedPerson {
  readonly personId: number
  readonly isNew: boolean
  readonly added: readonly FactKind[]
  readonly unchanged: readonly FactKind[]
  /** Kinds that now hold two values from two sources, until somebody settles them. */
  readonly disagreeing: readonly FactKind[]
}

/**
 * 登记 (record people): the one way facts get on file, for one person or five hundred. What is already known adds
 * nothing, what contradicts stays visible beside the old value, and the projection is rewritten in the same transaction.
 * Throws `registry.person-not-found` for somebody outside the scope, `registry.person-merged`, `registry.name-missing`,
 * `registry.residence-missing`, `access.outside-jurisdiction` for a place that is not the clerk's. The verb goes into the trail of every person touched.
 */
export async function recordPeople(
  setting: ActionSetting,
  verb: string,
  entries: readonly PersonEntry[],
  purpose?: string,
): Promise<readonly RecordedPerson[]> {
  const known = await loadKnown(setting, entries)
  const newIds = await drawPersonIds(setting.tx, entries.filter(({ personId }) => personId === undefined).length)
  const plans = planAll(setting, entries, known, [...newIds])
  await save(setting, { verb, purpose }, plans)
  return plans.map(({ personId, isNew, sorted }) => ({
    personId,
    isNew,
    added: sorted.add.map(({ kind }) => kind),
    unchanged: sorted.unchanged.map(({ kind }) => kind),
    disagreeing: sorted.disagreeing.map(({ kind }) => kind),
  }))
}

interface Known {
  readonly person: Person
  readonly facts: readonly PersonFact[]
}

interface Plan {
  readonly personId: number
  readonly isNew: boolean
  readonly sorted: ReturnType<typeof newFacts>
  readonly before: Known | undefined
  readonly projection: KeepableProjection
  readonly changed: readonly string[]
}

async function loadKnown(setting: ActionSetting, entries: readonly PersonEntry[]): Promise<Map<number, Known>> {
  const ids = [...new Set(entries.flatMap(({ personId }) => (personId === undefined ? [] : [personId])))]
  const people = await findPeopleForUpdate(setting, ids)
  if (people.length !== ids.length) throw new Fault('registry.person-not-found')
  if (people.some(({ mergedInto }) => mergedInto !== undefined)) throw new Fault('registry.person-merged')
  // Withdrawn with the batch that brought them: no list would ever show what is added.
  if (people.some(({ isListed }) => !isListed)) throw new Fault('registry.person-not-found')
  const facts = await listFactsOf(setting, ids, 'open')
  const byPerson = Map.groupBy(facts, ({ personId }) => personId)
  return new Map(people.map((person) => [person.id, { person, facts: byPerson.get(person.id) ?? [] }]))
}

/** Two entries for one person (the same person on two rows) build on each other, in the order given. */
function planAll(
  setting: ActionSetting,
  entries: readonly PersonEntry[],
  known: ReadonlyMap<number, Known>,
  newIds: number[],
): readonly Plan[] {
  const facts = new Map<number, readonly KeptFact[]>([...known].map(([id, { facts: open }]) => [id, open]))
  return entries.map((entry) => {
    const personId = entry.personId ?? newIds.shift() ?? 0
    const open = facts.get(personId) ?? []
    const sorted = newFacts(open, entry.facts)
    const after = [...open, ...asKept(setting, [...sorted.add, ...sorted.disagreeing])]
    facts.set(personId, after)
    const projection = requireKeepable(project(after, setting.today))
    requireMay(mayAt(setting.clerk, 'registry.write', projection.divisionCode))
    const changed = differences(project(open, setting.today), projection).map(({ field }) => field)
    return { personId, isNew: entry.personId === undefined, sorted, before: known.get(personId), projection, changed }
  })
}

/** Facts about to be written, as they will stand: after everything on file, in their own order. */
function asKept(setting: ActionSetting, facts: readonly Fact[]): readonly KeptFact[] {
  const recordedAt = setting.now.toISOString()
  return facts.map((fact, at) => ({
    ...fact,
    id: Number.MAX_SAFE_INTEGER - facts.length + at,
    recordedAt,
    supersededAt: undefined,
  }))
}

/** A person is kept only with a name and a place: without a place nobody would be in charge of them. */
export function requireKeepable(projection: ReturnType<typeof project>): KeepableProjection {
  const { name, divisionCode } = projection
  if (name === undefined) throw new Fault('registry.name-missing')
  if (divisionCode === undefined) throw new Fault('registry.residence-missing')
  return { ...projection, name, divisionCode }
}

async function save(
  setting: ActionSetting,
  { verb, purpose }: { readonly verb: string; readonly purpose: string | undefined },
  plans: readonly Plan[],
): Promise<void> {
  const last = new Map(plans.map((plan) => [plan.personId, plan]))
  const isNew = new Set(plans.filter((plan) => plan.isNew).map(({ personId }) => personId))
  const touched = [...last.values()].filter((plan) => isNew.has(plan.personId) || wrote(plans, plan.personId))
  const entryOf = ({ personId, projection }: Plan) => ({ id: personId, projection })
  await recordPeopleRows(setting, touched.filter(({ personId }) => isNew.has(personId)).map(entryOf))
  await saveChanged(
    setting,
    touched.filter(({ personId }) => !isNew.has(personId)),
  )
  await recordFacts(
    setting,
    plans.flatMap(({ personId, sorted }) =>
      [...sorted.add, ...sorted.disagreeing].map((fact) => ({
        personId,
        fact,
        division: last.get(personId)?.projection.divisionCode ?? '',
      })),
    ),
  )
  await recordTrails(
    setting,
    touched.map((plan) => ({
      verb,
      purpose,
      subject: { kind: 'person', id: plan.personId },
      division: plan.projection.divisionCode,
      after: { isNew: isNew.has(plan.personId), kinds: plan.sorted.add.map(({ kind }) => kind), changed: plan.changed },
    })),
  )
}

function wrote(plans: readonly Plan[], personId: number): boolean {
  return plans.some((plan) => plan.personId === personId && plan.sorted.add.length + plan.sorted.disagreeing.length > 0)
}

async function saveChanged(setting: ActionSetting, plans: readonly Plan[]): Promise<void> {
  const changed = await changeProjections(
    setting,
    plans.map(({ personId, projection }) => ({ id: personId, projection })),
  )
  if (changed !== plans.length) throw new Fault('platform.nothing-changed')
  for (const { personId, before, projection } of plans) {
    // Moving house is rare: one statement a mover, not one a person.
    if (before && before.person.division !== projection.divisionCode) {
      await moveToDivision(setting.tx, [personId], projection.divisionCode)
    }
  }
}
