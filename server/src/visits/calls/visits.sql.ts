import { type Day, day, type Precision } from '@dongzhou/terms/day'
import { type DivisionCode, divisionCode } from '@dongzhou/terms/division'
import type { FactSource } from '@dongzhou/terms/fact'
import { type Fen, fen } from '@dongzhou/terms/fen'
import { sql } from 'kysely'
import { pageOf } from '../../platform/db/paging.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { VisitTables } from '../tables.ts'

/** 走访 (visit) under a pairing, as the table keeps it. */
export interface Visit {
  readonly id: number
  readonly version: number
  readonly pairingId: number
  readonly division: DivisionCode
  readonly day: Day
  readonly precision: Precision
  readonly visitors: string
  readonly help: string
  readonly goods: string
  readonly money: Fen | undefined
  readonly findings: string
  readonly source: FactSource
}

export type VisitContent = Omit<Visit, 'id' | 'version' | 'source'>

const columns = [
  'id',
  'version',
  'pairing_id',
  'division_code',
  'day',
  'day_precision',
  'visitors',
  'help',
  'goods',
  'money_fen',
  'findings',
  'source',
] as const

export interface VisitsFilter {
  readonly pairingId?: number | undefined
  readonly personId?: number | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Visits in the clerk's scope, the latest first. */
export async function listVisits(
  setting: Setting,
  { pairingId, personId, from, to }: VisitsFilter,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly Visit[]; readonly total: number; readonly more: boolean }> {
  const found = visits(setting)
    .$if(pairingId !== undefined, (query) => query.where('pairing_id', '=', pairingId ?? 0))
    .$if(personId !== undefined, (query) =>
      query.where('pairing_id', 'in', (pairings) =>
        pairings
          .selectFrom('pairing')
          .select('id')
          .where('person_id', '=', personId ?? 0),
      ),
    )
    .$if(from !== undefined, (query) => query.where('day', '>=', from ?? ''))
    .$if(to !== undefined, (query) => query.where('day', '<=', to ?? ''))
  const { items, ...counted } = await pageOf(
    setting.tx,
    found.select(columns).orderBy('day', 'desc').orderBy('id', 'desc'),
    page,
  )
  return { items: items.map(toVisit), ...counted }
}

export async function findVisitForUpdate(setting: Setting, id: number): Promise<Visit | undefined> {
  const row = await visits(setting).select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toVisit(row)
}

/** The days on which some pairings have been visited: what an import compares with. */
export async function listVisitDays(
  setting: Setting,
  pairingIds: readonly number[],
): Promise<readonly { readonly pairingId: number; readonly day: string }[]> {
  if (pairingIds.length === 0) return []
  return visits(setting)
    .select(['pairing_id as pairingId', 'day'])
    .where('pairing_id', 'in', [...pairingIds])
    .execute()
}

export interface VisitCounts {
  readonly paid: number
  readonly lastOn: string
}

/**
 * How often some pairings were visited, and when last. A visit counts for the pairing it was paid under, whatever its day: one of January
 * may make good the year before. Figures of a year (`paidVisits`) ask for the day instead.
 */
export async function countVisitsOf(
  setting: Setting,
  pairingIds: readonly number[],
): Promise<ReadonlyMap<number, VisitCounts>> {
  if (pairingIds.length === 0) return new Map()
  const { rows } = await sql<VisitCounts & { id: number }>`
    select v.pairing_id as id, count(*) as paid, max(v.day) as "lastOn"
    from pairing_visit v
    where v.pairing_id = any(${[...pairingIds]}::bigint[]) and v.withdrawn_at is null
    group by v.pairing_id`.execute(setting.tx)
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

export async function recordVisitRow(setting: ActionSetting, visit: VisitContent, source: FactSource): Promise<number> {
  const { id } = await setting.tx
    .withTables<VisitTables>()
    .insertInto('pairing_visit')
    .values({
      ...toVisitColumns(visit),
      source: JSON.stringify(source),
      batch_version: null,
      withdrawn_at: null,
      withdrawn_because: null,
      created_at: setting.now,
      changed_at: setting.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function changeVisitRow(
  setting: ActionSetting,
  seen: { readonly id: number; readonly version: number },
  visit: VisitContent,
): Promise<number | undefined> {
  const row = await setting.tx
    .withTables<VisitTables>()
    .updateTable('pairing_visit')
    .set({ ...toVisitColumns(visit), version: seen.version + 1, changed_at: setting.now })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .returning('version')
    .executeTakeFirst()
  return row?.version
}

export function toVisitColumns(visit: VisitContent) {
  return {
    pairing_id: visit.pairingId,
    division_code: visit.division,
    day: visit.day,
    day_precision: visit.precision,
    visitors: visit.visitors,
    help: visit.help,
    goods: visit.goods,
    money_fen: visit.money ?? null,
    findings: visit.findings,
  }
}

function visits({ tx }: Pick<Setting, 'tx'>) {
  return tx.withTables<VisitTables>().selectFrom('pairing_visit').where('withdrawn_at', 'is', null)
}

interface VisitRow {
  readonly id: number
  readonly version: number
  readonly pairing_id: number
  readonly division_code: string
  readonly day: string
  readonly day_precision: string
  readonly visitors: string
  readonly help: string
  readonly goods: string
  readonly money_fen: number | null
  readonly findings: string
  readonly source: object
}

function toVisit(row: VisitRow): Visit {
  return {
    id: row.id,
    version: row.version,
    pairingId: row.pairing_id,
    division: divisionCode(row.division_code),
    day: day(row.day),
    precision: row.day_precision as Precision,
    visitors: row.visitors,
    help: row.help,
    goods: row.goods,
    money: row.money_fen === null ? undefined : fen(row.money_fen),
    findings: row.findings,
    source: row.source as FactSource,
  }
}
