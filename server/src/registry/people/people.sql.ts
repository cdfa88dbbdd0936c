import type { Projection } from '@dongzhou/engines/registry'
import { type DivisionCode, divisionCode } from '@dongzhou/terms/division'
import type { FactKind } from '@dongzhou/terms/fact'
import type { Sex } from '@dongzhou/terms/id-number'
import type { Identity } from '@dongzhou/terms/identity'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Setting } from '../../platform/setting.ts'
import type { Vault } from '../../platform/vault/index.ts'
import type { RegistryTables } from '../tables.ts'

/** A person as the projection keeps them; sealed columns opened. */
export interface Person {
  readonly id: number
  readonly version: number
  readonly name: string
  readonly sex: Sex | undefined
  readonly born: string | undefined
  readonly bornPrecision: string | undefined
  readonly division: DivisionCode
  readonly address: string | undefined
  readonly identities: readonly Identity[]
  readonly isAlive: boolean
  readonly diedOn: string | undefined
  readonly disabilityGrade: number | undefined
  readonly idNumber: string | undefined
  readonly phone: string | undefined
  readonly enlistedOn: string | undefined
  readonly dischargedOn: string | undefined
  readonly disputes: readonly FactKind[]
  readonly mergedInto: number | undefined
  /** false once merged into another file or withdrawn with its batch: lists no longer show the person. */
  readonly isListed: boolean
}

/** A projection that names the two things a person cannot be kept without. */
export type KeepableProjection = Projection & { readonly name: string; readonly divisionCode: DivisionCode }

export const personColumns = [
  'id',
  'version',
  'name',
  'sex',
  'born',
  'born_precision',
  'division_code',
  'address',
  'identities',
  'is_alive',
  'died_on',
  'disability_grade',
  'id_number_sealed',
  'phone_sealed',
  'enlisted_on',
  'discharged_on',
  'disputes',
  'merged_into',
  'is_listed',
] as const

export async function findPerson(setting: Setting, id: number): Promise<Person | undefined> {
  const row = await people(setting.tx).select(personColumns).where('id', '=', id).executeTakeFirst()
  return row && toPerson(setting.vault, row)
}

/** Locks some people in the order of their ids, so that two imports that share people do not wait for each other in a ring. */
export async function findPeopleForUpdate(setting: Setting, ids: readonly number[]): Promise<readonly Person[]> {
  if (ids.length === 0) return []
  const rows = await people(setting.tx)
    .select(personColumns)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map((row) => toPerson(setting.vault, row))
}

export async function listPeopleByIds(setting: Setting, ids: readonly number[]): Promise<readonly Person[]> {
  if (ids.length === 0) return []
  const rows = await people(setting.tx)
    .select(personColumns)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()
  return rows.map((row) => toPerson(setting.vault, row))
}

/** Draws as many new ids as there are new people: facts can then be written in the same breath. */
export async function drawPersonIds(tx: Tx, count: number): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('person', 'id')) as id from generate_series(1, ${count}::int)`.execute(tx)
  return rows.map(({ id }) => id)
}

export interface ProjectionEntry {
  readonly id: number
  readonly projection: KeepableProjection
}

const COLUMNS_OF_JSON =
  sql.raw(`id bigint, name text, pinyin text, initials text, sex text, born date, born_precision text,
  division_code text, address text, identities text[], is_alive boolean, died_on date, disability_grade smallint,
  disability_nature text, id_number_sealed text, phone_sealed text, enlisted_on date, discharged_on date, disputes text[]`)

/** Writes new people under ids drawn before. */
export async function recordPeopleRows(setting: Setting, entries: readonly ProjectionEntry[]): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map((entry) => projectionRow(setting.vault, entry))
  await sql`
    insert into person (id, name, pinyin, initials, sex, born, born_precision, division_code, address, identities, is_alive,
      died_on, disability_grade, disability_nature, id_number_sealed, phone_sealed, enlisted_on, discharged_on, disputes, created_at, changed_at)
    select r.id, r.name, r.pinyin, r.initials, r.sex, r.born, r.born_precision, r.division_code, r.address, r.identities,
      r.is_alive, r.died_on, r.disability_grade, r.disability_nature, r.id_number_sealed, r.phone_sealed, r.enlisted_on,
      r.discharged_on, r.disputes, ${setting.now}::timestamptz, ${setting.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${COLUMNS_OF_JSON})`.execute(setting.tx)
}

/** Rewrites the projection of people on file and moves their version on. Answers how many rows were there to change. */
export async function changeProjections(setting: Setting, entries: readonly ProjectionEntry[]): Promise<number> {
  if (entries.length === 0) return 0
  const rows = entries.map((entry) => projectionRow(setting.vault, entry))
  const result = await sql`
    update person p set version = p.version + 1, name = r.name, pinyin = r.pinyin, initials = r.initials, sex = r.sex, born = r.born,
      born_precision = r.born_precision, division_code = r.division_code, address = r.address, identities = r.identities,
      is_alive = r.is_alive, died_on = r.died_on, disability_grade = r.disability_grade, disability_nature = r.disability_nature,
      id_number_sealed = r.id_number_sealed, phone_sealed = r.phone_sealed, enlisted_on = r.enlisted_on,
      discharged_on = r.discharged_on, disputes = r.disputes, changed_at = ${setting.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${COLUMNS_OF_JSON})
    where p.id = r.id`.execute(setting.tx)
  return Number(result.numAffectedRows ?? 0)
}

/** Moves everything of a person to another division: row-level security fences facts and relations by their own column. */
export async function moveToDivision(tx: Tx, personIds: readonly number[], division: DivisionCode): Promise<void> {
  const tables = tx.withTables<RegistryTables>()
  const change = { division_code: division }
  await tables
    .updateTable('fact')
    .set(change)
    .where('person_id', 'in', [...personIds])
    .execute()
  await tables
    .updateTable('relation')
    .set(change)
    .where('person_id', 'in', [...personIds])
    .execute()
}

/** 并入: the row stays, hidden from lists, and leads to the person it went into; undefined brings it back. */
export async function markMerged(setting: Setting, personId: number, into: number | undefined): Promise<number> {
  const result = await sql`update person set merged_into = ${into ?? null}, is_listed = ${into === undefined},
    version = version + 1, changed_at = ${setting.now}::timestamptz where id = ${personId}`.execute(setting.tx)
  return Number(result.numAffectedRows ?? 0)
}

/** 撤回: people whom a withdrawn batch alone had brought are hidden from lists; their rows and facts stay. */
export async function markWithdrawn(setting: Setting, personIds: readonly number[]): Promise<number> {
  if (personIds.length === 0) return 0
  const result = await setting.tx
    .withTables<RegistryTables>()
    .updateTable('person')
    .set({ is_listed: false, version: sql`version + 1`, changed_at: setting.now })
    .where('id', 'in', [...personIds])
    .where('is_listed', '=', true)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

function people(tx: Tx) {
  return tx.withTables<RegistryTables>().selectFrom('person')
}

function projectionRow(vault: Vault, { id, projection }: ProjectionEntry): object {
  const { idNumber, phones } = projection
  return {
    id,
    name: projection.name,
    pinyin: projection.pinyin,
    initials: projection.initials,
    sex: projection.sex ?? null,
    born: projection.born?.day ?? null,
    born_precision: projection.born?.precision ?? null,
    division_code: projection.divisionCode,
    address: projection.address ?? null,
    identities: projection.identities,
    is_alive: projection.isAlive,
    died_on: projection.diedOn?.day ?? null,
    disability_grade: projection.disabilityGrade ?? null,
    disability_nature: projection.disabilityNature ?? null,
    id_number_sealed: idNumber === undefined ? null : vault.seal(idNumber, 'person.id_number'),
    phone_sealed: phones[0] === undefined ? null : vault.seal(phones[0], 'person.phone'),
    enlisted_on: projection.firstEnlisted?.day ?? null,
    discharged_on: projection.lastDischarged?.day ?? null,
    disputes: projection.disputes,
  }
}

export interface PersonRow {
  readonly id: number
  readonly version: number
  readonly name: string
  readonly sex: string | null
  readonly born: string | null
  readonly born_precision: string | null
  readonly division_code: string
  readonly address: string | null
  readonly identities: string[]
  readonly is_alive: boolean
  readonly died_on: string | null
  readonly disability_grade: number | null
  readonly id_number_sealed: string | null
  readonly phone_sealed: string | null
  readonly enlisted_on: string | null
  readonly discharged_on: string | null
  readonly disputes: string[]
  readonly merged_into: number | null
  readonly is_listed: boolean
}

export function toPerson(vault: Vault, row: PersonRow): Person {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    sex: (row.sex as Sex | null) ?? undefined,
    born: row.born ?? undefined,
    bornPrecision: row.born_precision ?? undefined,
    division: divisionCode(row.division_code),
    address: row.address ?? undefined,
    identities: row.identities as Identity[],
    isAlive: row.is_alive,
    diedOn: row.died_on ?? undefined,
    disabilityGrade: row.disability_grade ?? undefined,
    idNumber: row.id_number_sealed === null ? undefined : vault.open(row.id_number_sealed, 'person.id_number'),
    phone: row.phone_sealed === null ? undefined : vault.open(row.phone_sealed, 'person.phone'),
    enlistedOn: row.enlisted_on ?? undefined,
    dischargedOn: row.discharged_on ?? undefined,
    disputes: row.disputes as FactKind[],
    mergedInto: row.merged_into ?? undefined,
    isListed: row.is_listed,
  }
}
