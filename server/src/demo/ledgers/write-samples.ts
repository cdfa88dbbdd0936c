import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ActivityManifest, activityLedger } from './activity-ledger.ts'
import { entitledRegister } from './entitled-register.ts'
import type { LedgerManifest } from './manifest.ts'
import { type PairingManifest, pairingLedger } from './pairing-ledger.ts'
import { type Cast, veteransRegister } from './veterans-register.ts'

/** What the four samples hold. */
export interface SampleManifest {
  readonly veterans: LedgerManifest
  readonly entitled: LedgerManifest
  readonly activities: ActivityManifest
  readonly pairings: PairingManifest
}

/** The fewest people a registry needs for its samples to hold what they promise. */
export const fewestPeopleForSamples = 1000

/**
 * 样例台账 (samples): writes the four ledgers that go with the first `count` people of a seed into a folder, and says what was
 * put into them. The same seed and count write the same bytes.
 */
export async function writeSamples(folder: string, cast: Cast): Promise<SampleManifest> {
  if (cast.count < fewestPeopleForSamples) throw new RangeError(`samples need ${fewestPeopleForSamples} people`)
  const veterans = await veteransRegister(cast)
  const entitled = entitledRegister(cast)
  const activities = activityLedger(cast)
  const pairings = await pairingLedger(cast)
  await mkdir(folder, { recursive: true })
  for (const { bytes, manifest } of [veterans, entitled, activities, pairings]) {
    await writeFile(join(folder, manifest.file), bytes)
  }
  return {
    veterans: veterans.manifest,
    entitled: entitled.manifest,
    activities: activities.manifest,
    pairings: pairings.manifest,
  }
}
