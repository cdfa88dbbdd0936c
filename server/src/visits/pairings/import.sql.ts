import { sql } from 'kysely'
import type { ActionSetting } from '../../platform/setting.ts'
import { toVisitColumns, type VisitContent } from '../calls/visits.sql.ts'
import { type NewPairing, toColumns } from './pairings.sql.ts'

/** Draws as many ids as an import has new pairings. */
export async function drawPairingIds({ tx }: ActionSetting, count: number): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('pairing', 'id')) as id from generate_series(1, ${count}::int)`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Writes the new pairings of an import under their ids. Answers how many: one less means a second pairing of a person. */
export async function recordPairingRows(
  setting: ActionSetting,
  entries: readonly { readonly id: number; readonly pairing: NewPairing }[],
): Promise<number> {
  if (entries.length === 0) return 0
  const rows = entries.map(({ id, pairing }) => ({
    ...toColumns(setting.vault, pairing),
    source: pairing.source,
    id,
  }))
  const result = await sql`
    insert into pairing (id, scheme_id, organisation_id, person_id, division_code, contact_name, contact_phone_sealed,
      planned_visits, state, confirmed_on, help, remark, source, batch_version, created_at, changed_at)
    select r.id, r.scheme_id, r.organisation_id, r.person_id, r.division_code, r.contact_name, r.contact_phone_sealed,
      r.planned_visits, r.state, r.confirmed_on, r.help, r.remark, r.source, 1, ${setting.now}::timestamptz, ${setting.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id bigint, scheme_id bigint, organisation_id bigint,
      person_id bigint, division_code text, contact_name text, contact_phone_sealed text, planned_visits integer, state text,
      confirmed_on date, help text, remark text, source jsonb)
    on conflict do nothing`.execute(setting.tx)
  return Number(result.numAffectedRows ?? 0)
}

/** Writes the visits of an import. */
export async function recordVisitRows(
  setting: ActionSetting,
  entries: readonly { readonly visit: VisitContent; readonly source: object }[],
): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map(({ visit, source }) => ({ ...toVisitColumns(visit), source }))
  await sql`
    insert into pairing_visit (pairing_id, division_code, day, day_precision, help, source, batch_version, created_at, changed_at)
    select r.pairing_id, r.division_code, r.day, r.day_precision, r.help, r.source, 1, ${setting.now}::timestamptz, ${setting.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(pairing_id bigint, division_code text, day date,
      day_precision text, help text, source jsonb)`.execute(setting.tx)
}

export interface RowsOfBatch {
  readonly batchId: string
  readonly sheet: string
  readonly rows: readonly number[]
}

export interface PairingOfBatch {
  readonly id: number
  readonly division: string
  readonly row: number
  readonly state: string
  readonly isUntouched: boolean
  /** Visits that did not come with this batch: somebody has worked on the pairing since. */
  readonly laterVisits: number
}

/** The pairings that rows of a batch brought and that still stand, locked in the order of their ids. */
export async function listPairingsOfBatchForUpdate(
  { tx }: ActionSetting,
  { batchId, sheet, rows: numbers }: RowsOfBatch,
): Promise<readonly PairingOfBatch[]> {
  const { rows } = await sql<PairingOfBatch>`
    select p.id, p.division_code as division, (p.source ->> 'row')::int as "row", p.state, p.version = p.batch_version as "isUntouched",
      (select count(*) from pairing_visit v where v.pairing_id = p.id and v.withdrawn_at is null
        and v.source ->> 'batchId' is distinct from ${batchId}) as "laterVisits"
    from pairing p where p.source ->> 'batchId' = ${batchId} and p.source ->> 'sheet' = ${sheet}
      and (p.source ->> 'row')::int = any(${[...numbers]}::int[]) and p.withdrawn_at is null
    order by p.id for update`.execute(tx)
  return rows
}

export interface VisitOfBatch {
  readonly id: number
  readonly division: string
  readonly row: number
  readonly isUntouched: boolean
}

/** The visits that rows of a batch brought and that still stand, locked in the order of their ids. */
export async function listVisitsOfBatchForUpdate(
  { tx }: ActionSetting,
  { batchId, sheet, rows: numbers }: RowsOfBatch,
): Promise<readonly VisitOfBatch[]> {
  const { rows } = await sql<VisitOfBatch>`
    select id, division_code as division, (source ->> 'row')::int as "row", version = batch_version as "isUntouched"
    from pairing_visit where source ->> 'batchId' = ${batchId} and source ->> 'sheet' = ${sheet}
      and (source ->> 'row')::int = any(${[...numbers]}::int[]) and withdrawn_at is null
    order by id for update`.execute(tx)
  return rows
}

/** 撤回: the pairings no longer count and are in no list; the rows stay. Answers how many. */
export async function withdrawPairingRows(
  setting: ActionSetting,
  ids: readonly number[],
  because: string,
): Promise<number> {
  const result = await sql`
    update pairing set withdrawn_at = ${setting.now}::timestamptz, withdrawn_because = ${because}, version = version + 1,
      changed_at = ${setting.now}::timestamptz
    where id = any(${[...ids]}::bigint[]) and withdrawn_at is null`.execute(setting.tx)
  return Number(result.numAffectedRows ?? 0)
}

/** The same for visits. */
export async function withdrawVisitRows(
  setting: ActionSetting,
  ids: readonly number[],
  because: string,
): Promise<number> {
  const result = await sql`
    update pairing_visit set withdrawn_at = ${setting.now}::timestamptz, withdrawn_because = ${because}, version = version + 1,
      changed_at = ${setting.now}::timestamptz
    where id = any(${[...ids]}::bigint[]) and withdrawn_at is null`.execute(setting.tx)
  return Number(result.numAffectedRows ?? 0)
}
