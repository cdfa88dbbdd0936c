import { type CaseStanding, standingOf, type WorkCalendar } from '@dongzhou/engines/casework'
import type { Authority } from '@dongzhou/terms/role'
import { type Clerk, whoOf } from '../../platform/clerk.ts'
import { Fault, type May, requireMay } from '../../platform/fault.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import { openCalendar } from '../calendar/calendar.sql.ts'
import { mayActOnCase, mayReadCase } from '../policy.ts'
import type { ProcedureDefinition } from '../procedures/procedure-definition.ts'
import { procedureOf } from '../procedures/procedure-list.ts'
import { findCase, findCaseForUpdate, type OpenedCase } from './cases.sql.ts'
import { type KeptEvent, listEventsOf } from './events.sql.ts'

/** A case with all that thinking about it takes. */
export interface CaseInHand {
  readonly of: OpenedCase
  readonly procedure: ProcedureDefinition
  readonly events: readonly KeptEvent[]
  readonly standing: CaseStanding
  readonly isInvolved: boolean
  readonly calendar: WorkCalendar
}

/** A case to look at. Throws `casework.case-not-found`, and what speaks against reading it. */
export async function loadCase(setting: Setting, id: number): Promise<CaseInHand> {
  return inHand(setting, await findCase(setting, id))
}

/** A case to change, locked and still as the clerk saw it. Throws `platform.changed-meanwhile` besides. */
export async function loadCaseForChange(
  setting: ActionSetting,
  seen: { readonly id: number; readonly version: number },
): Promise<CaseInHand> {
  const loaded = await inHand(setting, await findCaseForUpdate(setting, seen.id))
  if (loaded.of.version !== seen.version) throw new Fault('platform.changed-meanwhile', { version: loaded.of.version })
  return loaded
}

/** May whoever looks take an action with this authority on the case? */
export function mayActOn(clerk: Clerk, { of, procedure, isInvolved }: CaseInHand, authority: Authority): May {
  return mayActOnCase(clerk, procedure, { division: of.division, isInvolved, authority })
}

async function inHand(setting: Setting, of: OpenedCase | undefined): Promise<CaseInHand> {
  if (of === undefined) throw new Fault('casework.case-not-found')
  const { clerk } = setting
  const procedure = procedureOf(of.procedure, of.procedureVersion)
  const events = (await listEventsOf(setting, [of.id])).get(of.id) ?? []
  const standing = standingOf(events.map(({ event }) => event))
  const isAsked = clerk.section !== undefined && standing.awaited.includes(clerk.section)
  const isInvolved = isAsked || standing.assignee === whoOf(clerk)
  requireMay(mayReadCase(clerk, procedure, { division: of.division, isInvolved }))
  return { of, procedure, events, standing, isInvolved, calendar: await openCalendar(setting) }
}
