import { createHash } from 'node:crypto'
import type { Fact, FactSource } from '@dongzhou/terms/fact'
import { z } from 'zod'
import { type SyntheticPerson, syntheticPerson } from '../demo/index.ts'
import { demoPlan2025 } from '../plan/index.ts'
import { once } from '../platform/action.sql.ts'
import type { JobDefinition } from '../platform/jobs.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { formHouseholds, type HouseholdEntry, recordPeople, recordRelations } from '../registry/index.ts'

export const fillPeopleKind = 'demo.fill-people'

/** Which synthetic people: the first `count` of a seed. */
export const PeopleOrder = z.object({ seed: z.number().int(), count: z.number().int().min(1) })
export type PeopleOrder = z.infer<typeof PeopleOrder>

/** How the work is cut up: one transaction each, and somebody who wants to know how far it is. */
export interface Steps {
  step<T>(work: (setting: ActionSetting) => Promise<T>): Promise<T>
  report(done: number, total: number): Promise<void>
}

const CHUNK = 500

/**
 * 写入演示人员 (fill people): the bureau's synthetic people through the registry's own action, 500 a transaction. Each chunk is
 * an action with an id of its own, so after a kill the chunks that are there answer at once and the rest follows.
 */
export async function fillPeople(steps: Steps, order: PeopleOrder): Promise<{ readonly people: number }> {
  const ids = new Map<number, Kept>()
  for (let from = 0; from < order.count; from += CHUNK) {
    const to = Math.min(from + CHUNK, order.count)
    const kept = await steps.step((setting) => fillChunk(setting, order.seed, { from, to }, ids))
    for (const [at, one] of kept.entries()) ids.set(from + at, one)
    // A household's head comes shortly before its members: what lies far back is never asked for again.
    for (const index of ids.keys()) if (index < from - CHUNK) ids.delete(index)
    await steps.report(to, order.count)
  }
  return { people: order.count }
}

/** The same as work of the queue. */
export const fillPeopleJob: JobDefinition = {
  kind: fillPeopleKind,
  run: async (job) => {
    // The year's plan first: it is what a newcomer looks at while the people are still being written.
    await job.step((setting) => demoPlan2025(setting))
    return fillPeople(job, PeopleOrder.parse(job.run.payload))
  },
}

interface Kept {
  readonly id: number
  readonly division: string
}

interface Span {
  readonly from: number
  readonly to: number
}

async function fillChunk(
  setting: ActionSetting,
  seed: number,
  span: Span,
  earlier: ReadonlyMap<number, Kept>,
): Promise<readonly Kept[]> {
  const input = { seed, ...span }
  const actionId = chunkId(input)
  const inChunk = { ...setting, actionId }
  return once(inChunk, { actionId, verb: 'demo.fill', input }, () => recordChunk(inChunk, seed, span, earlier))
}

async function recordChunk(
  setting: ActionSetting,
  seed: number,
  { from, to }: Span,
  earlier: ReadonlyMap<number, Kept>,
): Promise<readonly Kept[]> {
  const people = Array.from({ length: to - from }, (_, at) => syntheticPerson(seed, from + at))
  const recorded = await recordPeople(
    setting,
    'demo.fill',
    people.map((person) => ({ personId: undefined, facts: withSource(person) })),
  )
  const kept = recorded.map(({ personId }, at) => ({ id: personId, division: divisionOf(people[at]) }))
  await recordRelations(
    setting,
    relationsOf(people, kept, (index) => kept[index - from] ?? earlier.get(index)),
  )
  await formHouseholds(setting, householdsOf(people, kept), SOURCE)
  return kept
}

/** Households of two and more whose people all stand in this chunk; the few that a cut between chunks parts stay unformed. */
function householdsOf(people: readonly SyntheticPerson[], kept: readonly Kept[]): readonly HouseholdEntry[] {
  const places = Map.groupBy(people.keys(), (at) => people[at]?.household)
  return [...places].flatMap(([head, [...members]]) => {
    const isWhole = members.length > 1 && people[members[0] ?? 0]?.index === head
    const personIds = members.flatMap((at) => kept[at]?.id ?? [])
    return isWhole ? [{ division: kept[members[0] ?? 0]?.division ?? '', personIds }] : []
  })
}

const SOURCE: FactSource = { kind: 'clerk', note: '演示数据' }

function withSource(person: SyntheticPerson): readonly Fact[] {
  return person.facts.map((fact): Fact => ({ ...fact, source: SOURCE }) as Fact)
}

function divisionOf(person: SyntheticPerson | undefined): string {
  const residence = person?.facts.find((fact) => fact.kind === 'residence')
  return residence?.kind === 'residence' ? residence.value.division : ''
}

function relationsOf(
  people: readonly SyntheticPerson[],
  kept: readonly Kept[],
  findKept: (index: number) => Kept | undefined,
): Parameters<typeof recordRelations>[1] {
  return people.flatMap((person, at) => {
    const self = kept[at]
    if (!self) return []
    return person.relations.flatMap(({ kind, of }) => {
      const other = findKept(of)
      if (!other) return []
      // The one who is looked after has the relation: the partner is the guardian, or the payee, of the head.
      const [whose, who] = kind === 'spouse' ? [self, other] : [other, self]
      return [{ personId: whose.id, division: whose.division, kind, otherPersonId: who.id, source: SOURCE }]
    })
  })
}

/** The same chunk has the same action id on every attempt; version 8 of UUIDs is free for such use. */
function chunkId(input: object): string {
  const hex = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
