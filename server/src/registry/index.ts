export { divisionNames, listDivisions, recordDivisions } from './divisions/divisions.sql.ts'
export { haimenDivisions } from './divisions/seed.ts'
export { findOrganisations, listOrganisations, type Organisation } from './organisations/organisations.sql.ts'
export { registerOrganisation } from './organisations/register-organisation.ts'
export { refreshPerson } from './people/correct-fact.ts'
export { exportPeopleJob } from './people/export-people.ts'
export { derivedFromIdNumber } from './people/fact-draft.ts'
export {
  findByBlindIndex,
  listFactsOf,
  listFactsOfBatch,
  moveFacts,
  type PersonFact,
  supersedeFacts,
} from './people/facts.sql.ts'
export { listPeopleByIds, markMerged, markWithdrawn, type Person } from './people/people.sql.ts'
export { type PersonEntry, type RecordedPerson, recordPeople } from './people/record-people.ts'
export { recordRelations } from './people/relations.sql.ts'
export { factText, presentPerson, sourceText } from './present.ts'
export { registryRoutes } from './routes.ts'
