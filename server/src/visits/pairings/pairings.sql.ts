import { type DivisionCode, divisionCode, rangeOf } from '@dongzhou/terms/division'
import type { FactSource } from '@dongzhou/terms/fact'
import { sql } from 'kysely'
import { pageOf } from '../../platform/db/paging.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { Vault } from '../../platform/vault/index.ts'
import type { VisitTables } from '../tables.ts'

export type PairingState = 'proposed' | 'confirmed' | 'ended'

/** 结对 (pairing) as the table keeps it; the phone opened. */
export interface Pairing {
  readonly id: number
  readonly version: number
  readonly schemeId: number
  readonly organisationId: number
  readonly personId: number
  readonly division: DivisionCode
  readonly contactName: string
  readonly contactPhone: string | undefined
  readonly plannedVisits: number | undefined
  readonly state: PairingState
  readonly confirmedOn: string | undefined
  readonly endedOn: string | undefined
  readonly endedBecause: string | undefined
  readonly help: string
  readonly remark: string
  readonly source: FactSource
}

export type NewPairing = Omit<Pairing, 'id' | 'version' | 'endedOn' | 'endedBecause'>

const PHONE = 'pairing.phone'

const columns = [
  'id',
  'version',
  'scheme_id',
  'organisation_id',
  'person_id',
  'division_code',
  'contact_name',
  'contact_phone_sealed',
  'planned_visits',
  'state',
  'confirmed_on',
  'ended_on',
  'ended_because',
  'help',
  'remark',
  'source',
] as const

export interface PairingsFilter {
  readonly schemeId?: number | undefined
  readonly year?: number | undefined
  readonly organisationId?: number | undefined
  readonly personId?: number | undefined
  readonly state?: PairingState | undefined
  readonly division?: DivisionCode | undefined
  readonly isBehind: boolean
}

export async function listPairings(
  setting: Setting,
  filter: PairingsFilter,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly Pairing[]; readonly total: number; readonly more: boolean }> {
  const found = matching(setting, filter)
  const listed = found.select(columns).orderBy('division_code').orderBy('id')
  const { items, ...counted } = await pageOf(setting.tx, listed, page)
  return { items: items.map((row) => toPairing(setting.vault, row)), ...counted }
}

function matching(setting: Setting, filter: PairingsFilter) {
  const { schemeId, year, organisationId, personId, state, division } = filter
  const range = division === undefined ? undefined : rangeOf(division)
  return pairings(setting)
    .$if(schemeId !== undefined, (query) => query.where('scheme_id', '=', schemeId ?? 0))
    .$if(year !== undefined, (query) =>
      query.where('scheme_id', 'in', (schemes) =>
        schemes
          .selectFrom('pairing_scheme')
          .select('id')
          .where('year', '=', year ?? 0),
      ),
    )
    .$if(organisationId !== undefined, (query) => query.where('organisation_id', '=', organisationId ?? 0))
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? 0))
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
    .$if(range !== undefined, (query) =>
      query.where('division_code', '>=', range?.first ?? '').where('division_code', '<=', range?.last ?? ''),
    )
    .$if(filter.isBehind, (query) =>
      query.where(sql<boolean>`planned_visits > (
        select count(*) from pairing_visit v where v.pairing_id = pairing.id and v.withdrawn_at is null)`),
    )
}

export async function findPairing(setting: Setting, id: number): Promise<Pairing | undefined> {
  const row = await pairings(setting).select(columns).where('id', '=', id).executeTakeFirst()
  return row && toPairing(setting.vault, row)
}

export async function findPairingForUpdate(setting: Setting, id: number): Promise<Pairing | undefined> {
  const row = await pairings(setting).select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toPairing(setting.vault, row)
}

/** Pairings not ended of some people in some schemes, locked in the order of their ids: nobody gets a second one. */
export async function listOpenPairingsForUpdate(
  setting: Setting,
  schemeIds: readonly number[],
  personIds: readonly number[],
): Promise<readonly Pairing[]> {
  if (schemeIds.length === 0 || personIds.length === 0) return []
  const rows = await pairings(setting)
    .select(columns)
    .where('scheme_id', 'in', [...schemeIds])
    .where('person_id', 'in', [...personIds])
    .where('state', '<>', 'ended')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map((row) => toPairing(setting.vault, row))
}

/** Writes one pairing; undefined when the person has an open one in the scheme. */
export async function recordPairingRow(setting: ActionSetting, pairing: NewPairing): Promise<number | undefined> {
  const row = await setting.tx
    .withTables<VisitTables>()
    .insertInto('pairing')
    .values({
      ...toColumns(setting.vault, pairing),
      ended_on: null,
      ended_because: null,
      batch_version: null,
      withdrawn_at: null,
      withdrawn_because: null,
      created_at: setting.now,
      changed_at: setting.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Changes what a pairing says; undefined when somebody changed it meanwhile. */
export async function changePairingRow(
  setting: ActionSetting,
  seen: { readonly id: number; readonly version: number },
  pairing: NewPairing & Pick<Pairing, 'endedOn' | 'endedBecause'>,
): Promise<number | undefined> {
  const row = await setting.tx
    .withTables<VisitTables>()
    .updateTable('pairing')
    .set({
      ...toColumns(setting.vault, pairing),
      ended_on: pairing.endedOn ?? null,
      ended_because: pairing.endedBecause ?? null,
      version: seen.version + 1,
      changed_at: setting.now,
    })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .returning('version')
    .executeTakeFirst()
  return row?.version
}

export function toColumns(vault: Vault, pairing: NewPairing) {
  return {
    scheme_id: pairing.schemeId,
    organisation_id: pairing.organisationId,
    person_id: pairing.personId,
    division_code: pairing.division,
    contact_name: pairing.contactName,
    contact_phone_sealed: pairing.contactPhone === undefined ? null : vault.seal(pairing.contactPhone, PHONE),
    planned_visits: pairing.plannedVisits ?? null,
    state: pairing.state,
    confirmed_on: pairing.confirmedOn ?? null,
    help: pairing.help,
    remark: pairing.remark,
    source: JSON.stringify(pairing.source),
  }
}

function pairings({ tx }: Pick<Setting, 'tx'>) {
  return tx.withTables<VisitTables>().selectFrom('pairing').where('withdrawn_at', 'is', null)
}

interface PairingRow {
  readonly id: number
  readonly version: number
  readonly scheme_id: number
  readonly organisation_id: number
  readonly person_id: number
  readonly division_code: string
  readonly contact_name: string
  readonly contact_phone_sealed: string | null
  readonly planned_visits: number | null
  readonly state: string
  readonly confirmed_on: string | null
  readonly ended_on: string | null
  readonly ended_because: string | null
  readonly help: string
  readonly remark: string
  readonly source: object
}

function toPairing(vault: Vault, row: PairingRow): Pairing {
  return {
    id: row.id,
    version: row.version,
    schemeId: row.scheme_id,
    organisationId: row.organisation_id,
    personId: row.person_id,
    division: divisionCode(row.division_code),
    contactName: row.contact_name,
    contactPhone: row.contact_phone_sealed === null ? undefined : vault.open(row.contact_phone_sealed, PHONE),
    plannedVisits: row.planned_visits ?? undefined,
    state: row.state as PairingState,
    confirmedOn: row.confirmed_on ?? undefined,
    endedOn: row.ended_on ?? undefined,
    endedBecause: row.ended_because ?? undefined,
    help: row.help,
    remark: row.remark,
    source: row.source as FactSource,
  }
}
