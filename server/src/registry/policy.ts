import type { DivisionCode } from '@dongzhou/terms/division'
import { type Clerk, mayAt } from '../platform/clerk.ts'
import type { May } from '../platform/fault.ts'

interface Placed {
  readonly division: DivisionCode
}

export function mayReadPerson(clerk: Clerk, person: Placed): May {
  return mayAt(clerk, 'registry.read', person.division)
}

export function mayWritePerson(clerk: Clerk, person: Placed): May {
  return mayAt(clerk, 'registry.write', person.division)
}

/** 查看原文: seeing a sealed value in clear is an authority of its own, and always leaves a trail with its purpose. */
export function mayOpenSealed(clerk: Clerk, person: Placed): May {
  return mayAt(clerk, 'registry.open', person.division)
}
