import type { Day } from '@dongzhou/terms/day'
import { Fault } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { refreshPerson } from './correct-fact.ts'
import { joinHousehold } from './join-household.ts'
import { loadPersonForChange } from './load-person.ts'
import { findPerson, type Person } from './people.sql.ts'
import { endRelationRow, type NewRelation, type RelationCode, recordRelations } from './relations.sql.ts'

export interface AddRelation {
  readonly personId: number
  readonly version: number
  readonly kind: RelationCode
  readonly otherPersonId?: number | undefined
  readonly otherName?: string | undefined
  readonly validFrom?: Day | undefined
  readonly note: string
}

/** 登记关系: spouse, guardian, payee, who lives in whose household. The other side is on file, or a name only. */
export async function addRelation(
  setting: ActionSetting,
  input: AddRelation,
): Promise<{ id: number; version: number }> {
  const person = await loadPersonForChange(setting, input)
  const relation = { ...input, source: { kind: 'clerk', note: input.note } } as const
  if (isMembership(input.kind)) await joinHousehold(setting, person, relation)
  else await relate(setting, person, relation)
  await refreshPerson(setting, person)
  await recordTrail(setting, {
    verb: 'registry.add-relation',
    subject: { kind: 'person', id: person.id },
    division: person.division,
    after: { kind: input.kind, otherPersonId: input.otherPersonId },
  })
  return { id: person.id, version: person.version + 1 }
}

function isMembership(kind: RelationCode): boolean {
  return kind === 'household-head' || kind === 'household-member'
}

async function relate(setting: ActionSetting, person: Person, relation: Omit<NewRelation, 'division'>): Promise<void> {
  if (relation.otherPersonId === undefined && !relation.otherName) throw new Fault('registry.relation-names-nobody')
  if (relation.otherPersonId !== undefined && !(await findPerson(setting, relation.otherPersonId))) {
    throw new Fault('registry.person-not-found')
  }
  await recordRelations(setting, [{ ...relation, personId: person.id, division: person.division }])
}

export interface EndRelation {
  readonly personId: number
  readonly version: number
  readonly relationId: number
  readonly validTo: Day
}

/** 终止关系: a relation ends on a day; it stays on file for the time before. */
export async function endRelation(
  setting: ActionSetting,
  input: EndRelation,
): Promise<{ id: number; version: number }> {
  const person = await loadPersonForChange(setting, input)
  if (!(await endRelationRow(setting, person.id, input.relationId, input.validTo)))
    throw new Fault('registry.relation-not-found')
  await refreshPerson(setting, person)
  await recordTrail(setting, {
    verb: 'registry.end-relation',
    subject: { kind: 'person', id: person.id },
    division: person.division,
    after: { relationId: input.relationId, validTo: input.validTo },
  })
  return { id: person.id, version: person.version + 1 }
}
