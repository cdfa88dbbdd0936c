import type { Day } from '@dongzhou/terms/day'
import type { FactKind } from '@dongzhou/terms/fact'
import { judgeIdNumber, lengthenIdNumber, type Sex } from '@dongzhou/terms/id-number'
import type { Identity } from '@dongzhou/terms/identity'
import { type FactEntry, type FactTexts, readFact } from './fact-entry.ts'
import { registerWords } from './words.ts'

/** The form of a new person: texts as typed. */
export interface RegisterEntry {
  readonly idNumber: string
  readonly name: string
  readonly sex: string
  readonly birth: string
  readonly division: string
  readonly address: string
  readonly phone: string
  readonly identities: readonly Identity[]
  readonly enlisted: string
  readonly discharged: string
  readonly note: string
}

export const emptyRegister: RegisterEntry = {
  idNumber: '',
  name: '',
  sex: '',
  birth: '',
  division: '',
  address: '',
  phone: '',
  identities: [],
  enlisted: '',
  discharged: '',
  note: '',
}

/** What a right ID number says by itself; undefined while there is none. */
export function saidByIdNumber(text: string): { readonly born: Day; readonly sex: Sex } | undefined {
  const typed = text.replace(/\s/g, '')
  const verdict = judgeIdNumber(typed.length === 15 ? (lengthenIdNumber(typed) ?? typed) : typed)
  return verdict.kind === 'valid' ? verdict : undefined
}

export interface RegisterReading {
  /** The facts that are filled in rightly, whatever else is missing: enough to look for the same person. */
  readonly facts: readonly FactEntry[]
  readonly complaints: FactTexts
}

/** Reads the whole form. Birth and sex follow from the ID number; without one they are asked for. */
export function readRegister(entry: RegisterEntry): RegisterReading {
  const read = partsOf(entry).map((part) => ({ part, reading: readFact(part.kind, part.texts) }))
  const complaints = read.flatMap(({ part, reading }) =>
    reading.kind === 'fact'
      ? []
      : Object.entries(reading.complaints).map(([key, say]) => [part.at?.[key] ?? key, say] as const),
  )
  return {
    facts: read.flatMap(({ reading }) => (reading.kind === 'fact' ? [reading.fact] : [])),
    complaints: {
      ...Object.fromEntries(complaints),
      ...(entry.division === '' ? { division: registerWords.residenceNeeded } : {}),
      ...(entry.note.trim().length < 2 ? { note: registerWords.basisNeeded } : {}),
    },
  }
}

interface Part {
  readonly kind: FactKind
  readonly texts: FactTexts
  /** Where a field of the fact stands in this form under another name. */
  readonly at?: FactTexts
}

function partsOf(entry: RegisterEntry): readonly Part[] {
  const { enlisted, discharged, division, address } = entry
  return [
    ...someOf(entry.idNumber, { kind: 'id-number', texts: { idNumber: entry.idNumber } }),
    { kind: 'name', texts: { name: entry.name } },
    ...birthAndSex(entry),
    { kind: 'residence', texts: { division, address } },
    ...someOf(entry.phone, { kind: 'phone', texts: { phone: entry.phone } }),
    ...entry.identities.map((identity): Part => ({ kind: 'identity', texts: { identity } })),
    ...someOf(`${enlisted}${discharged}`, { kind: 'service', texts: { enlisted, discharged } }),
  ]
}

function birthAndSex(entry: RegisterEntry): readonly Part[] {
  if (entry.idNumber.trim() !== '') return []
  return [
    { kind: 'sex', texts: { sex: entry.sex } },
    { kind: 'birth', texts: { day: entry.birth }, at: { day: 'birth' } },
  ]
}

function someOf(text: string, part: Part): readonly Part[] {
  return text.trim() === '' ? [] : [part]
}
