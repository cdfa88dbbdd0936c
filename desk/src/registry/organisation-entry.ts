import type { OrganisationLine } from '@dongzhou/contract/registry'
import { judgeCreditCode } from '@dongzhou/terms/credit-code'
import type { DraftPart } from '../kit/draft-merge.ts'
import { organisationWords } from './words.ts'

/** The form of an organisation: texts as typed. */
export interface OrganisationEntry {
  readonly name: string
  readonly kind: string
  readonly creditCode: string
  readonly division: string
  readonly contactName: string
  /** Empty on a correction: the number on file stays. */
  readonly contactPhone: string
}

export const emptyOrganisation: OrganisationEntry = {
  name: '',
  kind: '',
  creditCode: '',
  division: '',
  contactName: '',
  contactPhone: '',
}

/** What a correction begins with; the phone number is masked and therefore empty. */
export function entryOf(line: OrganisationLine): OrganisationEntry {
  return {
    name: line.name,
    kind: line.kind,
    creditCode: line.creditCode ?? '',
    division: line.division.code,
    contactName: line.contactName ?? '',
    contactPhone: '',
  }
}

export type OrganisationComplaints = { readonly [K in keyof OrganisationEntry]?: string }

export function complaintsOf(entry: OrganisationEntry): OrganisationComplaints {
  const name = entry.name.trim()
  const code = entry.creditCode.trim().toUpperCase()
  return {
    ...(name.length < 2 ? { name: organisationWords.nameNeeded } : {}),
    ...(name.length > 60 ? { name: organisationWords.nameLong } : {}),
    ...(entry.kind.trim() === '' ? { kind: organisationWords.kindNeeded } : {}),
    ...(entry.division === '' ? { division: organisationWords.divisionNeeded } : {}),
    ...(code !== '' && !/^[0-9A-Z]{18}$/.test(code) ? { creditCode: organisationWords.creditWrong } : {}),
  }
}

/** A check character that does not fit is worth a look, not a refusal: some codes in use fail it. */
export function doubtOf(entry: OrganisationEntry): string | undefined {
  const code = entry.creditCode.trim().toUpperCase()
  if (!/^[0-9A-Z]{18}$/.test(code) || judgeCreditCode(code) === 'valid') return undefined
  return organisationWords.creditDoubtful
}

/** The entry as the server takes it. */
export function sentEntry(entry: OrganisationEntry) {
  const { creditCode, contactName, contactPhone } = entry
  return {
    name: entry.name.trim(),
    kind: entry.kind.trim(),
    division: entry.division,
    ...(creditCode.trim() === '' ? {} : { creditCode: creditCode.trim().toUpperCase() }),
    ...(contactName.trim() === '' ? {} : { contactName: contactName.trim() }),
    ...(contactPhone.trim() === '' ? {} : { contactPhone: contactPhone.trim() }),
  }
}

/** The parts as the conflict dialog names and writes them. `divisionName` names divisions. */
export function organisationParts(divisionName: (code: string) => string): readonly DraftPart<OrganisationEntry>[] {
  return [
    { key: 'name', label: organisationWords.name, text: ({ name }) => name },
    { key: 'kind', label: organisationWords.kind, text: ({ kind }) => kind },
    { key: 'creditCode', label: organisationWords.creditCode, text: ({ creditCode }) => creditCode },
    {
      key: 'division',
      label: organisationWords.division,
      text: ({ division }) => (division === '' ? '' : divisionName(division)),
    },
    { key: 'contactName', label: organisationWords.contact, text: ({ contactName }) => contactName },
    { key: 'contactPhone', label: organisationWords.phone, text: ({ contactPhone }) => contactPhone },
  ]
}
