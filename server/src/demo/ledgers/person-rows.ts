import type { Chance } from '../chance.ts'
import { type Profile, profileOf } from '../profiles.ts'
import {
  natureWords,
  type Written,
  writeCategory,
  writeDate,
  writeEducation,
  writeGrade,
  writeIdentities,
  writeName,
  writeSex,
  writeVillage,
} from './handwriting.ts'
import type { Defect } from './manifest.ts'
import type { SheetCell } from './sheet-draft.ts'

/** What registers of people say about somebody, whatever the column is called in one of them. */
export type PersonField =
  | 'serial'
  | 'name'
  | 'sex'
  | 'idNumber'
  | 'birth'
  | 'ethnicity'
  | 'politics'
  | 'education'
  | 'enlisted'
  | 'discharged'
  | 'category'
  | 'identities'
  | 'box'
  | 'registration'
  | 'village'
  | 'address'
  | 'phone'
  | 'grade'
  | 'nature'
  | 'merit'
  | 'employment'
  | 'bank'
  | 'account'
  | 'remark'

export type PersonCells = { readonly [F in PersonField]?: SheetCell }

/** A row about a person, and what was done to its cells on purpose. */
export interface PersonRow {
  readonly profile: Profile
  readonly cells: PersonCells
  readonly planted: readonly { readonly field: PersonField; readonly defect: Defect }[]
}

/** A row as a town office would write it: ugly, and readable. */
export function personRow(chance: Chance, profile: Profile): PersonRow {
  const { service, disability, home } = profile
  const written: { readonly [F in PersonField]?: Written | undefined } = {
    name: writeName(chance, profile.name),
    sex: writeSex(chance, profile.sex),
    birth: writeDate(chance, profile.born, false),
    enlisted: service && writeDate(chance, service.enlisted, false),
    discharged: service && writeDate(chance, service.discharged, false),
    village: writeVillage(chance, home.place),
  }
  const cells: { [F in PersonField]?: SheetCell } = {
    ...plainCells(chance, profile),
    category: service && writeCategory(chance, service),
    identities: writeIdentities(chance, profile),
    address: home.text,
    grade: disability && writeGrade(chance, disability.grade),
    nature: disability && natureWords[disability.nature],
  }
  const planted: PersonRow['planted'][number][] = []
  for (const field of ['name', 'sex', 'birth', 'enlisted', 'discharged', 'village'] as const) {
    const it = written[field]
    if (it) cells[field] = it.cell
    if (it?.habit) planted.push({ field, defect: it.habit })
  }
  return { profile, cells, planted }
}

function plainCells(chance: Chance, profile: Profile): PersonCells {
  return {
    idNumber: profile.idNumber,
    ethnicity: chance.happens(0.9) ? profile.ethnicity : profile.ethnicity.replace('族', ''),
    politics: profile.politics === '中共党员' && chance.happens(0.4) ? '党员' : profile.politics,
    education: writeEducation(chance, profile.education),
    box: `SX-${String(profile.index).padStart(6, '0')}`,
    registration: chance.of(profile.livesRural ? ['农村', '农业', '农村'] : ['城镇', '非农业', '城镇']),
    phone: profile.phone,
    merit: profile.merits[0]?.class,
    employment: chance.happens(0.8) ? profile.livelihood.state : profile.livelihood.state.replace('已', ''),
    bank: profile.bank?.bank,
    account: profile.bank?.account,
  }
}

/** The row with one cell spoilt or changed; what was remarkable about that cell before no longer counts. */
export function planted(row: PersonRow, field: PersonField, defect: Defect, cell: SheetCell): PersonRow {
  const before = row.planted.filter((it) => it.field !== field)
  return { ...row, cells: { ...row.cells, [field]: cell }, planted: [...before, { field, defect }] }
}

/** People of a seed, in a range of indexes, who fit: as many as wanted, or as many as there are. */
export function findPeople(
  seed: number,
  range: { readonly from: number; readonly until: number },
  fits: (profile: Profile) => boolean,
  wanted: number,
): readonly Profile[] {
  const found: Profile[] = []
  for (let index = range.from; index < range.until && found.length < wanted; index += 1) {
    const profile = profileOf(seed, index)
    if (fits(profile)) found.push(profile)
  }
  return found
}
