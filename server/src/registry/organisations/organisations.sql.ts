import { organisationKey } from '@dongzhou/engines/linkage'
import { nameKeys } from '@dongzhou/engines/registry'
import { sql } from 'kysely'
import { afterPrefix, pageOf } from '../../platform/db/paging.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { RegistryTables } from '../tables.ts'

export interface Organisation {
  readonly id: number
  readonly version: number
  readonly name: string
  readonly kind: string
  readonly creditCode: string | undefined
  readonly division: string
  readonly contactName: string | undefined
  readonly contactPhone: string | undefined
}

const columns = [
  'id',
  'version',
  'name',
  'kind',
  'credit_code',
  'division_code',
  'contact_name',
  'contact_phone_sealed',
] as const

export async function listOrganisations(
  setting: Setting,
  filter: { readonly text: string; readonly kind?: string | undefined },
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly Organisation[]; readonly total: number; readonly more: boolean }> {
  const text = filter.text.replace(/\s/g, '')
  const letters = /^[A-Za-z]+$/.test(text) ? text.toLowerCase() : undefined
  const found = organisations(setting)
    .$if(filter.kind !== undefined, (query) => query.where('kind', '=', filter.kind ?? ''))
    .$if(letters !== undefined, (query) =>
      query.where('initials', '>=', letters ?? '').where('initials', '<', afterPrefix(letters ?? '')),
    )
    .$if(text !== '' && letters === undefined, (query) => query.where(sql<boolean>`position(${text} in name) > 0`))
  const { items, ...counted } = await pageOf(setting.tx, found.select(columns).orderBy('name').orderBy('id'), page)
  return { items: items.map((row) => toOrganisation(setting, row)), ...counted }
}

export async function findOrganisationForUpdate(setting: Setting, id: number): Promise<Organisation | undefined> {
  const row = await organisations(setting).select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toOrganisation(setting, row)
}

export async function listOrganisationsByIds(
  setting: Setting,
  ids: readonly number[],
): Promise<readonly Organisation[]> {
  if (ids.length === 0) return []
  const rows = await organisations(setting)
    .select(columns)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()
  return rows.map((row) => toOrganisation(setting, row))
}

/**
 * Organisations that may be meant by one of these names, or bear one of these credit codes: what an import compares with
 * before it adds one. The names agree but for region and legal form; whether they are the same is `areSameOrganisation`'s to say.
 */
export async function findOrganisations(
  setting: Setting,
  names: readonly string[],
  creditCodes: readonly string[],
): Promise<readonly Organisation[]> {
  const rows = await organisations(setting)
    .select(columns)
    .where((where) =>
      where.or([
        where('match_key', 'in', names.length === 0 ? [''] : names.map((name) => organisationKey(name))),
        where('credit_code', 'in', creditCodes.length === 0 ? [''] : [...creditCodes]),
      ]),
    )
    .orderBy('id')
    .execute()
  return rows.map((row) => toOrganisation(setting, row))
}

export interface OrganisationEntry {
  readonly name: string
  readonly kind: string
  readonly creditCode?: string | undefined
  readonly division: string
  readonly contactName?: string | undefined
  readonly contactPhone?: string | undefined
}

export async function recordOrganisation(
  setting: ActionSetting,
  entry: OrganisationEntry,
  source: object,
): Promise<number> {
  const { id } = await setting.tx
    .withTables<RegistryTables>()
    .insertInto('organisation')
    .values({ ...organisationRow(setting, entry), merged_into: null, source: JSON.stringify(source) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function changeOrganisation(
  setting: ActionSetting,
  seen: { readonly id: number; readonly version: number },
  entry: OrganisationEntry,
): Promise<number | undefined> {
  const row = await setting.tx
    .withTables<RegistryTables>()
    .updateTable('organisation')
    .set({ ...organisationRow(setting, entry), version: seen.version + 1 })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .returning('version')
    .executeTakeFirst()
  return row?.version
}

function organisationRow(setting: Setting, entry: OrganisationEntry) {
  const { pinyin, initials } = nameKeys(entry.name)
  return {
    name: entry.name,
    match_key: organisationKey(entry.name),
    pinyin,
    initials,
    kind: entry.kind,
    credit_code: entry.creditCode ?? null,
    division_code: entry.division,
    contact_name: entry.contactName ?? null,
    contact_phone_sealed: entry.contactPhone ? setting.vault.seal(entry.contactPhone, 'organisation.phone') : null,
  }
}

function organisations({ tx }: Setting) {
  return tx.withTables<RegistryTables>().selectFrom('organisation').where('merged_into', 'is', null)
}

interface OrganisationRow {
  readonly id: number
  readonly version: number
  readonly name: string
  readonly kind: string
  readonly credit_code: string | null
  readonly division_code: string
  readonly contact_name: string | null
  readonly contact_phone_sealed: string | null
}

function toOrganisation({ vault }: Setting, row: OrganisationRow): Organisation {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    kind: row.kind,
    creditCode: row.credit_code ?? undefined,
    division: row.division_code,
    contactName: row.contact_name ?? undefined,
    contactPhone:
      row.contact_phone_sealed === null ? undefined : vault.open(row.contact_phone_sealed, 'organisation.phone'),
  }
}
