import type { DivisionCode } from '@dongzhou/terms/division'
import type { Authority } from '@dongzhou/terms/role'
import { type Clerk, mayAt } from '../platform/clerk.ts'
import type { May } from '../platform/fault.ts'
import type { ProcedureDefinition } from './procedures/procedure-definition.ts'
import { procedureList } from './procedures/procedure-list.ts'

/** Where a case lies, and whether it was handed to this clerk or their section was asked to countersign: that is a need to know. */
interface Placed {
  readonly division: DivisionCode
  readonly isInvolved?: boolean
}

/** 查看办件: of a restricted procedure the bureau's own section reads, besides the stations of the place and the leaders. */
export function mayReadCase(clerk: Clerk, procedure: ProcedureDefinition, { division, isInvolved }: Placed): May {
  const may = mayAt(clerk, 'cases.read', division)
  if (may !== 'yes') return may
  return isKeptFrom(clerk, procedure) && isInvolved !== true ? 'access.not-authorised' : 'yes'
}

/** 登记申请: at any counter of the place where the person lives. */
export function mayBeginCase(clerk: Clerk, { division }: Placed): May {
  return mayAt(clerk, 'cases.apply', division)
}

/** Whoever reads the case and holds the authority of its step, in its place. What else hinders is asked of the engine. */
export function mayActOnCase(
  clerk: Clerk,
  procedure: ProcedureDefinition,
  { authority, ...placed }: Placed & { readonly authority: Authority },
): May {
  const may = mayReadCase(clerk, procedure, placed)
  return may === 'yes' ? mayAt(clerk, authority, placed.division) : may
}

/** The procedures of which a clerk sees no case: lists and counts leave them out. */
export function proceduresKeptFrom(clerk: Clerk): readonly string[] {
  return [...new Set(procedureList.filter((one) => isKeptFrom(clerk, one)).map(({ code }) => code))]
}

// A station has no sections: it knows its people. Of the bureau's own clerks only those of the section have the need to know.
function isKeptFrom({ role, section }: Clerk, procedure: ProcedureDefinition): boolean {
  if (!procedure.isRestricted) return false
  return (role === 'clerk' || role === 'chief') && section !== procedure.section
}
