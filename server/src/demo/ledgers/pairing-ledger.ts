import { Chance } from '../chance.ts'
import type { LedgerManifest } from './manifest.ts'
import { pairingSheet } from './pairing-layout.ts'
import { inDifficulty, pairsOf } from './pairs.ts'
import { xlsxOf } from './sheet-draft.ts'
import type { Cast, Sample } from './veterans-register.ts'

/** What the pairing ledger must come to in the report. */
export interface PairingManifest extends LedgerManifest {
  readonly organisations: number
  readonly people: number
  readonly visitsPlanned: number
  readonly visitsMade: number
}

const file = '04-结对帮扶台账.xlsx'
const sheet = '结对帮扶'

/** 结对帮扶台账 (pairing ledger): 53 organisations and 87 people in difficulty, all of whom the registry has. */
export async function pairingLedger({ seed, count }: Cast): Promise<Sample<PairingManifest>> {
  const chance = new Chance(seed, 1_900_000_004)
  const pairs = pairsOf(chance, inDifficulty(seed, count))
  const { draft, planted } = pairingSheet(sheet, pairs)
  return {
    bytes: await xlsxOf([draft]),
    manifest: {
      file,
      kind: 'pairing-ledger',
      sheets: [sheet],
      rows: pairs.length,
      goodRows: pairs.length,
      inRegistry: pairs.length,
      planted,
      organisations: new Set(pairs.map((pair) => pair.organisation)).size,
      people: new Set(pairs.map((pair) => pair.person.idNumber)).size,
      visitsPlanned: pairs.reduce((sum, pair) => sum + pair.planned, 0),
      visitsMade: pairs.reduce((sum, pair) => sum + pair.visits.length, 0),
    },
  }
}
