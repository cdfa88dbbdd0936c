import { type Day, day } from '@dongzhou/terms/day'
import { sql } from 'kysely'
import { bureauDivision } from '../../platform/bureau-division.ts'
import { pageOf } from '../../platform/db/paging.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { Snapshot } from '../figures.sql.ts'
import type { PlanTables } from '../tables.ts'

export type Half = 'first' | 'second'

export interface Closing {
  readonly id: number
  readonly year: number
  readonly half: Half
  readonly from: Day
  readonly to: Day
  readonly note: string
  readonly actor: string
  readonly at: Date
}

/** 定数 (frozen figure): one revision of a value, with the rows it stood on. */
export interface Frozen {
  readonly indicator: string
  readonly revision: number
  readonly value: number
  readonly rows: number
  readonly rowIds: readonly string[]
  readonly reason: string
  readonly actor: string
  readonly at: Date
}

export async function listClosings(
  setting: Setting,
  filter: { readonly year?: number | undefined },
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly Closing[]; readonly total: number; readonly more: boolean }> {
  const found = closings(setting).$if(filter.year !== undefined, (query) => query.where('year', '=', filter.year ?? 0))
  const { items, ...counted } = await pageOf(setting.tx, found.select(columns).orderBy('id', 'desc'), page)
  return { items: items.map(toClosing), ...counted }
}

export async function findClosing(setting: Setting, id: number): Promise<Closing | undefined> {
  const row = await closings(setting).select(columns).where('id', '=', id).executeTakeFirst()
  return row && toClosing(row)
}

/** How many figures each of some closings froze. */
export async function countFigures({ tx }: Setting, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ id: number; figures: number }>`
    select closing_id as id, count(distinct indicator) as figures from period_figure
    where closing_id = any(${[...ids]}::bigint[]) group by closing_id`.execute(tx)
  return new Map(rows.map(({ id, figures }) => [id, figures]))
}

/** Every revision of a closing's figures, the newest of each indicator first. A closing freezes some dozens. */
export async function listFrozen({ tx }: Setting, closingId: number): Promise<readonly Frozen[]> {
  const { rows } = await sql<Frozen>`
    select indicator, revision, value, row_count as rows, row_ids as "rowIds", reason, actor, frozen_at as at
    from period_figure where closing_id = ${closingId} order by indicator, revision desc limit 5000`.execute(tx)
  return rows
}

/** Which of some indicators have a frozen value for the period already. */
export async function listClosedIndicators(
  { tx, bureau }: Setting,
  period: { readonly year: number; readonly half: Half },
  indicators: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ indicator: string }>`
    select distinct indicator from period_figure
    where division_code = ${bureauDivision(bureau)} and year = ${period.year} and half = ${period.half}
      and indicator = any(${[...indicators]}::text[]) order by indicator`.execute(tx)
  return rows.map(({ indicator }) => indicator)
}

export async function recordClosing(
  setting: ActionSetting,
  closing: Pick<Closing, 'year' | 'half' | 'from' | 'to' | 'note'>,
): Promise<number> {
  const { id } = await setting.tx
    .withTables<PlanTables>()
    .insertInto('period_closing')
    .values({
      division_code: bureauDivision(setting.bureau),
      year: closing.year,
      half: closing.half,
      from_on: closing.from,
      to_on: closing.to,
      note: closing.note,
      actor: setting.clerk.displayName,
      account_id: setting.clerk.accountId ?? null,
      closed_at: setting.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface NewFrozen {
  readonly closing: Pick<Closing, 'id' | 'year' | 'half'>
  readonly indicator: string
  readonly revision: number
  readonly snapshot: Snapshot
  readonly reason: string
}

/** Freezes a value; false when somebody else froze this revision first. */
export async function recordFrozen(setting: ActionSetting, frozen: NewFrozen): Promise<boolean> {
  const { closing, snapshot } = frozen
  const result = await sql`
    insert into period_figure (closing_id, division_code, year, half, indicator, revision, value, row_count, row_ids,
      reason, actor, account_id, frozen_at)
    values (${closing.id}, ${bureauDivision(setting.bureau)}, ${closing.year}, ${closing.half}, ${frozen.indicator},
      ${frozen.revision}, ${snapshot.value}, ${snapshot.rows}, ${[...snapshot.rowIds]}::text[], ${frozen.reason},
      ${setting.clerk.displayName}, ${setting.clerk.accountId ?? null}, ${setting.now}::timestamptz)
    on conflict do nothing`.execute(setting.tx)
  return result.numAffectedRows === 1n
}

const columns = ['id', 'year', 'half', 'from_on', 'to_on', 'note', 'actor', 'closed_at'] as const

function closings({ tx }: Pick<Setting, 'tx'>) {
  return tx.withTables<PlanTables>().selectFrom('period_closing')
}

interface ClosingRow {
  readonly id: number
  readonly year: number
  readonly half: string
  readonly from_on: string
  readonly to_on: string
  readonly note: string
  readonly actor: string
  readonly closed_at: Date
}

function toClosing(row: ClosingRow): Closing {
  return {
    id: row.id,
    year: row.year,
    half: row.half as Half,
    from: day(row.from_on),
    to: day(row.to_on),
    note: row.note,
    actor: row.actor,
    at: row.closed_at,
  }
}
