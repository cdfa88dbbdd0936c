import { findLedger, type Ledger } from '@dongzhou/engines/intake'
import { Fault } from '../platform/fault.ts'

/** The ledger kind of a code; a sheet that was taken for none has nothing to accept. */
export function requireLedger(code: string | undefined): Ledger {
  const ledger = code === undefined ? undefined : findLedger(code)
  if (!ledger) throw new Fault('intake.ledger-unknown')
  return ledger
}
