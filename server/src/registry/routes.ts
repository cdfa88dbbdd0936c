import type { registry } from '@dongzhou/contract/registry'
import { factKinds } from '@dongzhou/terms/fact'
import { mayAt } from '../platform/clerk.ts'
import { Fault } from '../platform/fault.ts'
import type { RoutesOf } from '../platform/routes.ts'
import type { ActionSetting, Setting } from '../platform/setting.ts'
import { addDivision, changeDivision } from './divisions/change-division.ts'
import { divisionNames, listDivisions } from './divisions/divisions.sql.ts'
import { listOrganisations } from './organisations/organisations.sql.ts'
import { correctOrganisation, registerOrganisation } from './organisations/register-organisation.ts'
import { correctFact } from './people/correct-fact.ts'
import { exportPeople } from './people/export-people.ts'
import { listFactsOf, type PersonFact } from './people/facts.sql.ts'
import { findHouseholdOf, listMembers } from './people/households.sql.ts'
import { listLookers } from './people/lookers.ts'
import { openSealed } from './people/open-sealed.ts'
import { findPerson, type Person } from './people/people.sql.ts'
import { recordFact } from './people/record-fact.ts'
import { registerPerson } from './people/register-person.ts'
import { addRelation, endRelation } from './people/relate.ts'
import { listRelations } from './people/relations.sql.ts'
import { findPeople, listPeople } from './people/search.sql.ts'
import { settleDispute } from './people/settle-dispute.ts'
import { presentFact, presentOrganisation, presentPerson, presentRelation } from './present.ts'

/** The routes of 人员与机构: people, facts, relations, organisations, divisions. */
export const registryRoutes: RoutesOf<typeof registry> = {
  listPeople: async (setting, input) => {
    const found = await listPeople(setting, input, input)
    return { ...found, items: await presentPeople(setting, found.items) }
  },
  findPeople: async (setting, input) => presentPeople(setting, await findPeople(setting, input.text, input.size)),
  getPerson: (setting, input) => getPerson(setting, input.id),
  listLookers: (setting, input) => listLookers(setting, input),
  registerPerson: (setting, input) => registerPerson(setting, input),
  recordFact: (setting, input) => recordFact(setting, input),
  correctFact: (setting, input) => correctFact(setting, input),
  settleDispute: (setting, input) => settleDispute(setting, input),
  openSealed: (setting, input) => openSealed(setting, input),
  exportPeople: (setting, input) => exportPeople(setting, input),
  addRelation: (setting, input) => addRelation(setting, input),
  endRelation: (setting, input) => endRelation(setting, input),
  listDivisions: async (setting) =>
    (await listDivisions(setting)).map((division) => ({ ...division, parentCode: division.parentCode ?? null })),
  addDivision: (setting, input) => addDivision(setting, input),
  changeDivision: (setting, input) => changeDivision(setting, input),
  listOrganisations: async (setting, input) => {
    const found = await listOrganisations(setting, input, input)
    const names = await divisionNames(
      setting,
      found.items.map(({ division }) => division),
    )
    return { ...found, items: found.items.map((item) => presentOrganisation(item, names)) }
  },
  registerOrganisation: (setting, input) => registerOrganisation(setting, input),
  correctOrganisation: (setting, input) => correctOrganisation(setting, input),
}

async function presentPeople(setting: Setting, people: readonly Person[]) {
  const names = await divisionNames(
    setting,
    people.map(({ division }) => division),
  )
  return people.map((person) => presentPerson(person, names, setting.today))
}

async function getPerson(setting: ActionSetting, id: number) {
  const person = await findPerson(setting, id)
  if (!person) throw new Fault('registry.person-not-found')
  const facts = await listFactsOf(setting, [id], 'all')
  const names = await divisionNames(setting, [person.division, ...facts.flatMap(divisionsIn)])
  return {
    ...presentPerson(person, names, setting.today),
    version: person.version,
    address: person.address ?? null,
    enlistedOn: person.enlistedOn ?? null,
    dischargedOn: person.dischargedOn ?? null,
    diedOn: person.diedOn ?? null,
    facts: facts.toSorted(byKindThenTime).map((fact) => presentFact(fact, names)),
    relations: (await listRelations(setting, id)).map(presentRelation),
    household: await presentHousehold(setting, id),
    mergedInto: person.mergedInto ?? null,
    may: {
      write: mayAt(setting.clerk, 'registry.write', person.division) === 'yes',
      open: mayAt(setting.clerk, 'registry.open', person.division) === 'yes',
    },
  }
}

async function presentHousehold(setting: Setting, personId: number) {
  const id = await findHouseholdOf(setting, personId)
  if (id === undefined) return null
  const members = await listMembers(setting, id)
  return { id, members: members.map((member) => ({ ...member, validFrom: member.validFrom ?? null })) }
}

function divisionsIn(fact: PersonFact): readonly string[] {
  return 'division' in fact.value && fact.value.division !== undefined ? [fact.value.division] : []
}

const kindOrder = new Map(Object.keys(factKinds).map((kind, at) => [kind, at]))

function byKindThenTime(one: PersonFact, other: PersonFact): number {
  return (kindOrder.get(one.kind) ?? 0) - (kindOrder.get(other.kind) ?? 0) || other.id - one.id
}
