import type { Ledger } from '../ledger.ts'
import { activityLedger } from './activity-ledger.ts'
import { entitledRegister } from './entitled-register.ts'
import { pairingLedger } from './pairing-ledger.ts'
import { veteransRegister } from './veterans-register.ts'

/** 台账种类 (ledger kinds): a new kind is one file and its line here. */
export const ledgers: readonly Ledger[] = [veteransRegister, entitledRegister, activityLedger, pairingLedger]

/** The ledger kind of a code; undefined when there is none such. */
export function findLedger(code: string): Ledger | undefined {
  return ledgers.find((ledger) => ledger.code === code)
}
