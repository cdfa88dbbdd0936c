import { type Authority, authorities, authoritiesOf, privilegedRoles, type Role } from '@dongzhou/terms/role'

/** What a role may and may not do, in words: read from the same table that the server asks. */
export interface RoleAuthorities {
  readonly may: readonly string[]
  readonly mayNot: readonly string[]
  readonly needsSecondFactor: boolean
}

export function authoritiesInWords(role: Role): RoleAuthorities {
  const held = new Set<Authority>(authoritiesOf[role])
  const all = Object.keys(authorities) as readonly Authority[]
  return {
    may: all.filter((one) => held.has(one)).map((one) => authorities[one]),
    mayNot: all.filter((one) => !held.has(one)).map((one) => authorities[one]),
    needsSecondFactor: privilegedRoles.includes(role),
  }
}

/** Does the role work in a section? The administrators and the stations do not; a leader may look after several. */
export function worksInSection(role: Role): boolean {
  return role === 'clerk' || role === 'chief'
}
