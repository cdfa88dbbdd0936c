import { sql } from 'kysely'
import type { ActionSetting } from '../../platform/setting.ts'
import type { EventContent } from './event.ts'
import { toContentColumns } from './event.ts'

export interface ImportedEvent {
  readonly id: number
  readonly content: EventContent
  readonly source: object
}

/** Draws as many ids as an import has new events. */
export async function drawEventIds({ tx }: ActionSetting, count: number): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('activity_event', 'id')) as id from generate_series(1, ${count}::int)`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/** Writes the new events of an import under their ids, one JSON parameter for all. */
export async function recordEventRows(setting: ActionSetting, entries: readonly ImportedEvent[]): Promise<void> {
  if (entries.length === 0) return
  await sql`
    insert into activity_event (id, series_id, division_code, title, day, day_precision, state, place, host, partners,
      attendance, counting, proof, remark, source, batch_version, created_at, changed_at)
    select r.id, r.series_id, r.division_code, r.title, r.day, r.day_precision, r.state, r.place, r.host, r.partners,
      r.attendance, r.counting, r.proof, r.remark, r.source, 1, ${setting.now}::timestamptz, ${setting.now}::timestamptz
    from jsonb_to_recordset(${jsonOf(entries)}::jsonb) as r(id bigint, series_id bigint, division_code text, title text,
      day date, day_precision text, state text, place text, host text, partners jsonb, attendance bigint, counting text,
      proof text, remark text, source jsonb)`.execute(setting.tx)
}

/** Planned events that a ledger says were held; where the schedule came from stays beside it. Answers how many changed. */
export async function holdPlannedRows(setting: ActionSetting, entries: readonly ImportedEvent[]): Promise<number> {
  if (entries.length === 0) return 0
  const result = await sql`
    update activity_event e set state = 'held', attendance = r.attendance, counting = r.counting, proof = r.proof,
      scheduled_source = e.source, source = r.source, version = e.version + 1, batch_version = e.version + 1,
      changed_at = ${setting.now}::timestamptz
    from jsonb_to_recordset(${jsonOf(entries)}::jsonb) as r(id bigint, attendance bigint, counting text, proof text, source jsonb)
    where e.id = r.id and e.state = 'planned' and e.withdrawn_at is null`.execute(setting.tx)
  return Number(result.numAffectedRows ?? 0)
}

function jsonOf(entries: readonly ImportedEvent[]): string {
  return JSON.stringify(
    entries.map(({ id, content, source }) => ({
      ...toContentColumns(content),
      partners: content.partners,
      id,
      source,
    })),
  )
}

/** What is needed to judge whether an event of a batch can be taken back. */
export interface EventOfBatch {
  readonly id: number
  readonly division: string
  readonly state: string
  readonly row: number
  readonly isUntouched: boolean
  readonly wasPlanned: boolean
}

/** The events a batch brought and that still stand, locked in the order of their ids. */
export async function listEventsOfBatchForUpdate(
  { tx }: ActionSetting,
  {
    batchId,
    sheet,
    rows: numbers,
  }: { readonly batchId: string; readonly sheet: string; readonly rows: readonly number[] },
): Promise<readonly EventOfBatch[]> {
  const { rows } = await sql<EventOfBatch>`
    select id, division_code as division, state, (source ->> 'row')::int as "row",
      version = batch_version as "isUntouched", scheduled_source is not null as "wasPlanned"
    from activity_event where source ->> 'batchId' = ${batchId} and source ->> 'sheet' = ${sheet}
      and (source ->> 'row')::int = any(${[...numbers]}::int[]) and withdrawn_at is null
    order by id for update`.execute(tx)
  return rows
}

/** 撤回: the events no longer count and are in no list; the rows stay. Answers how many. */
export async function withdrawEventRows(
  setting: ActionSetting,
  ids: readonly number[],
  because: string,
): Promise<number> {
  if (ids.length === 0) return 0
  const result = await sql`
    update activity_event set withdrawn_at = ${setting.now}::timestamptz, withdrawn_because = ${because},
      version = version + 1, changed_at = ${setting.now}::timestamptz
    where id = any(${[...ids]}::bigint[]) and withdrawn_at is null`.execute(setting.tx)
  return Number(result.numAffectedRows ?? 0)
}

/** Events that were planned before the batch said they were held are planned again. Answers how many. */
export async function restorePlannedRows(setting: ActionSetting, ids: readonly number[]): Promise<number> {
  if (ids.length === 0) return 0
  const result = await sql`
    update activity_event set state = 'planned', attendance = null, counting = null, proof = '', source = scheduled_source,
      scheduled_source = null, batch_version = null, version = version + 1, changed_at = ${setting.now}::timestamptz
    where id = any(${[...ids]}::bigint[]) and scheduled_source is not null`.execute(setting.tx)
  return Number(result.numAffectedRows ?? 0)
}
