import { type DivisionCode, isWithin } from '@dongzhou/terms/division'
import type { Authority, Role, Section } from '@dongzhou/terms/role'
import { bureauDivision } from './bureau-division.ts'
import type { May } from './fault.ts'

/** 经办人 (clerk): who acts, with what authority and over which division. A job of the system acts as a clerk without account. */
export interface Clerk {
  readonly accountId: number | undefined
  /** The user name, as the trail keeps it. */
  readonly actor: string
  readonly displayName: string
  readonly role: Role | 'system' | undefined
  readonly section: Section | undefined
  readonly division: DivisionCode
  readonly may: ReadonlySet<Authority>
}

/** 属地原则: an authority counts only inside the division the clerk was given. Pure; routes and screens ask the same. */
export function mayAt(clerk: Clerk, authority: Authority, division: DivisionCode): May {
  if (!clerk.may.has(authority)) return 'access.not-authorised'
  return isWithin(division, clerk.division) ? 'yes' : 'access.outside-jurisdiction'
}

/** Holds the clerk this authority anywhere at all? */
export function mayAnywhere(clerk: Clerk, authority: Authority): May {
  return clerk.may.has(authority) ? 'yes' : 'access.not-authorised'
}

/** The system itself, over the whole bureau: nightly checks, recomputations, the demo's first filling. */
export function systemClerk(bureauCode: string, may: readonly Authority[]): Clerk {
  return {
    accountId: undefined,
    actor: 'system',
    displayName: '系统',
    role: 'system',
    section: undefined,
    division: bureauDivision({ code: bureauCode }),
    may: new Set(may),
  }
}

/** Who somebody is where different people must act: the account, or the name of the system's own. */
export function whoOf({ accountId, actor }: Pick<Clerk, 'accountId' | 'actor'>): string {
  return accountId === undefined ? actor : `account/${accountId}`
}
