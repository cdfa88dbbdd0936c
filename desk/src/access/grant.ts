import type { AccountLine } from '@dongzhou/contract/access'
import { type Role, roles, type Section, sections } from '@dongzhou/terms/role'
import { nothing } from '../kit/format.ts'
import type { ConflictField } from '../kit/stale.tsx'
import { worksInSection } from './role-authorities.ts'
import { accessWords } from './words.ts'

/** 授权 (grant): what the form holds. */
export interface Grant {
  readonly role: Role | null
  readonly section: Section | null
  readonly division: string
}

export function grantOf(account: Pick<AccountLine, 'role' | 'section' | 'division'>): Grant {
  return { role: account.role, section: account.section, division: account.division.code }
}

export type GrantComplaints = { readonly [K in keyof Grant]?: string }

export function complaintsOfGrant({ role, section, division }: Grant): GrantComplaints {
  return {
    ...(role === null ? { role: accessWords.roleNeeded } : {}),
    ...(division === '' ? { division: accessWords.divisionNeeded } : {}),
    ...(role !== null && worksInSection(role) && section === null ? { section: accessWords.sectionNeeded } : {}),
  }
}

const fields = [
  { key: 'role', label: accessWords.role },
  { key: 'section', label: accessWords.section },
  { key: 'division', label: accessWords.division },
] as const

/** The parts in which mine and theirs differ. */
export function grantConflicts(
  grants: { readonly before: Grant; readonly mine: Grant; readonly theirs: Grant },
  divisionName: (code: string) => string,
): readonly ConflictField[] {
  const write = (grant: Grant, key: keyof Grant): string => {
    if (key === 'role') return grant.role === null ? accessWords.waiting : roles[grant.role]
    if (key === 'section') return grant.section === null ? nothing : sections[grant.section]
    return divisionName(grant.division)
  }
  return fields
    .filter(({ key }) => grants.mine[key] !== grants.theirs[key])
    .map(({ key, label }) => ({
      key,
      label,
      before: write(grants.before, key),
      mine: write(grants.mine, key),
      theirs: write(grants.theirs, key),
    }))
}

/** Theirs, with those parts of mine that were kept. */
export function mixedGrant(mine: Grant, theirs: Grant, kept: readonly string[]): Grant {
  return {
    role: kept.includes('role') ? mine.role : theirs.role,
    section: kept.includes('section') ? mine.section : theirs.section,
    division: kept.includes('division') ? mine.division : theirs.division,
  }
}
