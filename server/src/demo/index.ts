export { mostPeople } from './births.ts'
export type { FactDraft } from './facts.ts'
export type { ActivityManifest } from './ledgers/activity-ledger.ts'
export {
  countDefects,
  type Defect,
  defects,
  type Expectation,
  heldRows,
  type LedgerKind,
  type LedgerManifest,
  type PlantedCell,
} from './ledgers/manifest.ts'
export type { PairingManifest } from './ledgers/pairing-ledger.ts'
export { fewestPeopleForSamples, type SampleManifest, writeSamples } from './ledgers/write-samples.ts'
export { type SyntheticPerson, syntheticPeople, syntheticPerson } from './people.ts'
export type { Relation } from './profiles.ts'
export { demoDay } from './standing.ts'
