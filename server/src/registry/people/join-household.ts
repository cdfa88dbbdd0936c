import { Fault } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { findHouseholdOf, recordHouseholds } from './households.sql.ts'
import { findPerson, type Person } from './people.sql.ts'
import { type NewRelation, recordRelations } from './relations.sql.ts'

/**
 * 入户: a household is formed by saying who its head is, and joined by saying whose it is. Joining somebody who is in no
 * household yet makes them its head. Nobody is in two households at once.
 */
export async function joinHousehold(
  setting: ActionSetting,
  person: Person,
  relation: Omit<NewRelation, 'personId' | 'division' | 'householdId'>,
): Promise<void> {
  if ((await findHouseholdOf(setting, person.id)) !== undefined) throw new Fault('registry.household-already')
  if (relation.kind === 'household-head') {
    const householdId = await formHousehold(setting, person.division)
    await recordRelations(setting, [{ ...relation, personId: person.id, division: person.division, householdId }])
    return
  }
  const householdId = await householdOfHead(setting, relation)
  const member = { ...relation, personId: person.id, division: person.division, householdId }
  await recordRelations(setting, [member])
}

async function householdOfHead(
  setting: ActionSetting,
  relation: Omit<NewRelation, 'personId' | 'division' | 'householdId'>,
): Promise<number> {
  if (relation.otherPersonId === undefined) throw new Fault('registry.household-head-needed')
  const head = await findPerson(setting, relation.otherPersonId)
  if (!head) throw new Fault('registry.person-not-found')
  const known = await findHouseholdOf(setting, head.id)
  if (known !== undefined) return known
  const householdId = await formHousehold(setting, head.division)
  const formed = { kind: 'household-head', source: relation.source, validFrom: relation.validFrom } as const
  await recordRelations(setting, [{ ...formed, personId: head.id, division: head.division, householdId }])
  return householdId
}

async function formHousehold(setting: ActionSetting, division: string): Promise<number> {
  const [id] = await recordHouseholds(setting, [division])
  if (id === undefined) throw new Error('a household without id')
  return id
}

export interface HouseholdEntry {
  readonly division: string
  /** The head first. */
  readonly personIds: readonly number[]
}

/** Many households at once, of people who are in none: what filling a bureau needs. */
export async function formHouseholds(
  setting: ActionSetting,
  entries: readonly HouseholdEntry[],
  source: NewRelation['source'],
): Promise<void> {
  const ids = await recordHouseholds(
    setting,
    entries.map(({ division }) => division),
  )
  const relations = entries.flatMap(({ division, personIds }, at) =>
    personIds.map((personId, place): NewRelation => {
      const kind = place === 0 ? 'household-head' : 'household-member'
      return { personId, division, kind, householdId: ids[at], source }
    }),
  )
  await recordRelations(setting, relations)
}
