import type { registry } from '@dongzhou/contract/registry'
import type { RoutesOf } from '../platform/routes.ts'
import type { Setting } from '../platform/setting.ts'
import { addDivision, changeDivision } from './divisions/change-division.ts'
import { divisionNames, listDivisions } from './divisions/divisions.sql.ts'
import { listOrganisations } from './organisations/organisations.sql.ts'
import { correctOrganisation, registerOrganisation } from './organisations/register-organisation.ts'
import { correctFact } from './people/correct-fact.ts'
import { exportPeople } from './people/export-people.ts'
import { getPerson } from './people/get-person.ts'
import { listLookers } from './people/lookers.ts'
import { openSealed } from './people/open-sealed.ts'
import type { Person } from './people/people.sql.ts'
import { recordFact } from './people/record-fact.ts'
import { registerPerson } from './people/register-person.ts'
import { addRelation, endRelation } from './people/relate.ts'
import { findPeople, listPeople } from './people/search.sql.ts'
import { settleDispute } from './people/settle-dispute.ts'
import { presentOrganisation, presentPerson } from './present.ts'

/** The routes of 人员与机构: people, facts, relations, organisations, divisions. */
export const registryRoutes: RoutesOf<typeof registry> = {
  listPeople: async (setting, input) => {
    const found = await listPeople(setting, input, input)
    return { ...found, items: await presentPeople(setting, found.items) }
  },
  findPeople: async (setting, input) => presentPeople(setting, await findPeople(setting, input.text, input.size)),
  getPerson: (setting, input) => getPerson(setting, input),
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
