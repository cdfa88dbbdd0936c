import { type DivisionCode, isWithin } from '@dongzhou/terms/division'
import { administratorRoles, type Role } from '@dongzhou/terms/role'
import { type Clerk, mayAt } from '../platform/clerk.ts'
import type { May } from '../platform/fault.ts'

/** 开设账号: a system administrator opens and stops accounts inside the division they administer. */
export function mayOpenAccount(clerk: Clerk, division: DivisionCode): May {
  return mayAt(clerk, 'accounts.write', division)
}

/** 授权: a security administrator grants, in their own division, and never to themselves. */
export function mayGrantRole(
  clerk: Clerk,
  account: { readonly id: number; readonly division: DivisionCode },
  granted: { readonly division: DivisionCode },
): May | 'access.own-account' {
  const answer = mayAt(clerk, 'accounts.grant', account.division)
  if (answer !== 'yes') return answer
  if (account.id === clerk.accountId) return 'access.own-account'
  return isWithin(granted.division, clerk.division) ? 'yes' : 'access.outside-jurisdiction'
}

/**
 * 三员分立: whoever is one of the three administrators becomes neither another of them nor a business role by a grant;
 * a new account is opened instead, so that the trail of one duty never continues under another.
 */
export function keepsDutiesApart(from: Role | undefined, to: Role): boolean {
  return from === undefined || from === to || (!administratorRoles.includes(from) && !administratorRoles.includes(to))
}
