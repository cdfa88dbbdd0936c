import { type RawBuilder, type Selectable, sql } from 'kysely'
import { orFaultOf } from '../../platform/db/constraint.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import type { BenefitTables, SignedColumns } from '../tables.ts'
import type { Signed } from './rate.ts'

type SignedTable = keyof Pick<BenefitTables, 'rate' | 'rate_exclusion'>

/** The columns of `Signed`, to be selected beside a row's own. */
export const signedColumns = [
  'id',
  'version',
  'voids',
  'supersedes_id',
  'reason',
  'recorded_at',
  'recorded_by',
  'account_id',
  'counts_from',
  'confirmed_at',
  'confirmed_by',
  'confirmed_account_id',
  'superseded_at',
  'withdrawn_at',
  'withdrawn_by',
  'withdrawn_because',
] as const

type SignedRow = Pick<Selectable<SignedColumns>, (typeof signedColumns)[number]>

export function toSigned(row: SignedRow): Signed {
  return {
    id: row.id,
    version: row.version,
    isVoid: row.voids,
    supersedes: row.supersedes_id ?? undefined,
    reason: row.reason,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    accountId: row.account_id ?? undefined,
    countsFrom: row.counts_from ?? undefined,
    confirmedAt: row.confirmed_at ?? undefined,
    confirmedBy: row.confirmed_by ?? undefined,
    confirmedAccountId: row.confirmed_account_id ?? undefined,
    supersededAt: row.superseded_at ?? undefined,
    withdrawnAt: row.withdrawn_at ?? undefined,
    withdrawnBy: row.withdrawn_by ?? undefined,
    withdrawnBecause: row.withdrawn_because,
  }
}

/** Rows that counted at an instant of our knowledge; those that stand, when none is named, whatever the clock says. */
export function countsAt(at: Date | undefined): RawBuilder<boolean> {
  if (at === undefined) return sql<boolean>`counts_from is not null and superseded_at is null`
  return sql<boolean>`counts_from <= ${at}::timestamptz and (superseded_at is null or superseded_at > ${at}::timestamptz)`
}

/** 复核: proposed rows are signed and count from now; one that only takes another away never counts. Answers the ids. */
export async function markConfirmed(
  { tx, now, clerk }: ActionSetting,
  table: SignedTable,
  ids: readonly number[],
): Promise<readonly number[]> {
  const { rows } = await orFaultOf(
    sql<{ id: number }>`
      update ${sql.table(table)} set version = version + 1, state = 'confirmed', confirmed_at = ${now}::timestamptz,
        confirmed_by = ${clerk.actor}, confirmed_account_id = ${clerk.accountId ?? null}::bigint,
        counts_from = case when voids then null else ${now}::timestamptz end
      where state = 'proposed' and id in (select value::bigint from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
      returning id`.execute(tx),
    { rate_stands_once: 'benefits.rate-stands-already', rate_exclusion_stands_once: 'benefits.exclusion-exists' },
  )
  return rows.map(({ id }) => id)
}

/** 被更正: rows stop counting, each because of another. */
export async function markSuperseded(
  { tx, now }: ActionSetting,
  table: SignedTable,
  pairs: readonly { readonly id: number; readonly by: number }[],
): Promise<number> {
  const { rows } = await sql`
    update ${sql.table(table)} as old set version = version + 1, superseded_at = ${now}::timestamptz, superseded_by = pair.by
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as pair(id bigint, by bigint)
    where old.id = pair.id and old.counts_from is not null and old.superseded_at is null
    returning old.id`.execute(tx)
  return rows.length
}

/** 撤回: a proposed row is dropped with its reason. Answers its new version. */
export async function markWithdrawn(
  { tx, now, clerk }: ActionSetting,
  table: SignedTable,
  row: { readonly id: number; readonly reason: string },
): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    update ${sql.table(table)} set version = version + 1, state = 'withdrawn', withdrawn_at = ${now}::timestamptz,
      withdrawn_by = ${clerk.actor}, withdrawn_because = ${row.reason}
    where id = ${row.id}::bigint and state = 'proposed' returning version`.execute(tx)
  return rows[0]?.version
}
