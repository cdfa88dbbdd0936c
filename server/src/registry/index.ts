export { type DivisionRecord, divisionNames, listDivisions, recordDivisions } from './divisions/divisions.sql.ts'
export { haimenDivisions } from './divisions/seed.ts'
export {
  findOrganisations,
  listOrganisations,
  listOrganisationsByIds,
  type Organisation,
} from './organisations/organisations.sql.ts'
export { registerOrganisation } from './organisations/register-organisation.ts'
export {
  countPeople,
  keptPersonIds,
  listMergedFiles,
  listPeopleAfterId,
  listPeopleByNames,
  mergedFilesOf,
  type NameAsk,
} from './people/candidates.sql.ts'
export { holdPeople, listChangedPeople } from './people/changed.sql.ts'
export { refreshPerson } from './people/correct-fact.ts'
export { exportPeopleJob } from './people/export-people.ts'
export { derivedFromIdNumber } from './people/fact-draft.ts'
export {
  findByBlindIndex,
  holdIdNumbers,
  listFactsOf,
  moveFacts,
  type PersonFact,
  supersedeFacts,
} from './people/facts.sql.ts'
export {
  type FactsAsk,
  listPeopleWithFacts,
  listPortionEnds,
  type PersonWithFacts,
} from './people/facts-in-bulk.sql.ts'
export { formHouseholds, type HouseholdEntry } from './people/join-household.ts'
export { loadPeopleForChange } from './people/load-person.ts'
export {
  type FactActions,
  listFactActions,
  listSettlements,
  mergeRelations,
  type RelationMoves,
  reopenFacts,
  type Settlement,
  unmergeRelations,
} from './people/merging.sql.ts'
export { findPeopleForUpdate, listPeopleByIds, markMerged, markWithdrawn, type Person } from './people/people.sql.ts'
export {
  type AccountOnFile,
  countChangedSince,
  countPayeesChangedSince,
  listAwardedSince,
  listFactNews,
  listRecipients,
  openIdNumbers,
  type RecipientOnFile,
} from './people/recipients.sql.ts'
export { type PersonEntry, type RecordedPerson, recordPeople } from './people/record-people.ts'
export { refreshProjectionsJob, refreshProjectionsKind } from './people/refresh-projections.ts'
export { type RegisterPerson, registerPerson } from './people/register-person.ts'
export { recordRelations } from './people/relations.sql.ts'
export { sealSomeParts } from './people/seal-parts.sql.ts'
export { presentFact, presentPerson } from './present.ts'
export { sourceText } from './present-fact.ts'
export { registryRoutes } from './routes.ts'
