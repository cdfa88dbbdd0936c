import type { DivisionCode } from '@dongzhou/terms/division'
import { type Clerk, mayAt } from '../platform/clerk.ts'
import type { May } from '../platform/fault.ts'

interface Placed {
  readonly division: DivisionCode
}

/** A pairing lies where the person lives, and so do its visits. */
export function mayWritePairing(clerk: Clerk, pairing: Placed): May {
  return mayAt(clerk, 'visits.write', pairing.division)
}

/** 查看原文: the contact's phone in clear, for a purpose that the trail keeps. */
export function mayOpenContact(clerk: Clerk, pairing: Placed): May {
  return mayAt(clerk, 'registry.open', pairing.division)
}
