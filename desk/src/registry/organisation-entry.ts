import type { OrganisationLine } from '@dongzhou/contract/registry'
import { judgeCreditCode } from '@dongzhou/terms/credit-code'
import { nothing } from '../kit/format.ts'
import type { ConflictField } from '../kit/stale.tsx'
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

const labels: { readonly [K in keyof OrganisationEntry]: string } = {
  name: organisationWords.name,
  kind: organisationWords.kind,
  creditCode: organisationWords.creditCode,
  division: organisationWords.division,
  contactName: organisationWords.contact,
  contactPhone: organisationWords.phone,
}

interface ThreeWays {
  readonly before: OrganisationEntry
  readonly mine: OrganisationEntry
  readonly theirs: OrganisationEntry
  readonly divisionName: (code: string) => string
}

/** The fields in which mine and theirs differ: what two people changed at once. */
export function conflictsOf({ before, mine, theirs, divisionName }: ThreeWays): readonly ConflictField[] {
  const write = (key: keyof OrganisationEntry, text: string): string =>
    text === '' ? nothing : key === 'division' ? divisionName(text) : text
  return keysOf(mine)
    .filter((key) => mine[key] !== theirs[key])
    .map((key) => ({
      key,
      label: labels[key],
      before: write(key, before[key]),
      mine: write(key, mine[key]),
      theirs: write(key, theirs[key]),
    }))
}

/** Theirs, with those fields of mine that were kept. */
export function mixedEntry(
  mine: OrganisationEntry,
  theirs: OrganisationEntry,
  kept: readonly string[],
): OrganisationEntry {
  const fields = keysOf(mine).map((key) => [key, (kept.includes(key) ? mine : theirs)[key]])
  return { ...theirs, ...Object.fromEntries(fields) }
}

function keysOf(entry: OrganisationEntry): readonly (keyof OrganisationEntry)[] {
  return Object.keys(entry) as (keyof OrganisationEntry)[]
}
