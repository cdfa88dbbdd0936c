export { blockingKeys } from './blocking-keys.ts'
export { comparePeople } from './compare-people.ts'
export type { Band, Likeness, LinkRecord, Reason } from './link-record.ts'
export {
  type Choices,
  type Chosen,
  choose,
  contradict,
  type MergePlan,
  type PersonFile,
  planMerge,
} from './plan-merge.ts'
export {
  type Doubt,
  doubts,
  type LaterFact,
  planUnmerge,
  type SourceNames,
  type UnmergePlan,
} from './plan-unmerge.ts'
export {
  areSameOrganisation,
  compareOrganisations,
  type HomeRegion,
  haimen,
  type OrganisationLikeness,
  type OrganisationRecord,
  organisationKey,
} from './same-organisation.ts'
export { type LinkageWeights, linkageWeights, type ReasonCode } from './weights.ts'
