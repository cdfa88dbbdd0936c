import type { AccountLine } from '@dongzhou/contract/access'
import { type Role, roles, type Section, sections } from '@dongzhou/terms/role'
import type { DraftPart } from '../kit/draft-merge.ts'
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

/** The parts as the conflict dialog names and writes them. `divisionName` names divisions. */
export function grantParts(divisionName: (code: string) => string): readonly DraftPart<Grant>[] {
  return [
    {
      key: 'role',
      label: accessWords.role,
      text: ({ role }) => (role === null ? accessWords.waiting : roles[role]),
    },
    {
      key: 'section',
      label: accessWords.section,
      text: ({ section }) => (section === null ? '' : sections[section]),
    },
    { key: 'division', label: accessWords.division, text: ({ division }) => divisionName(division) },
  ]
}
