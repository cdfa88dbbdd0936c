import type { FindingKind } from '@dongzhou/contract/benefits'
import type { Benefit } from '@dongzhou/terms/benefit'
import type { Day } from '@dongzhou/terms/day'
import { type DivisionCode, divisionCode, rangeOf } from '@dongzhou/terms/division'
import type { Month } from '@dongzhou/terms/month'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { COUNT_LIMIT } from '../../platform/db/paging.ts'
import type { Setting } from '../../platform/setting.ts'

/** 待遇线索 as a screening finds it. `award`: 0 where the finding is that there is none. */
export interface Finding {
  readonly personId: number
  readonly division: DivisionCode
  readonly benefit: Benefit
  readonly kind: FindingKind
  readonly awardFactId: number
  readonly since: Month
  readonly amount: number | undefined
}

/** A finding as it is kept. */
export interface KeptFinding extends Finding {
  readonly id: number
  readonly version: number
  readonly foundAt: Date
  readonly closedAt: Date | undefined
  readonly dismissed:
    | { readonly until: Day; readonly because: string; readonly by: string; readonly at: Date }
    | undefined
}

/**
 * Keeps what was found of some people: new findings are added, those found again stay as they are with what was put aside, and those
 * no longer found are closed. A finding that comes back is a new one, but for as long as somebody put it aside.
 */
export async function saveFindings(
  { tx, now }: Pick<Setting, 'tx' | 'now'>,
  personIds: readonly number[],
  findings: readonly Finding[],
): Promise<void> {
  if (personIds.length === 0) return
  const rows = findings.map((finding) => ({
    person_id: finding.personId,
    division_code: finding.division,
    benefit: finding.benefit,
    kind: finding.kind,
    award_fact_id: finding.awardFactId,
    since_month: finding.since,
    amount_fen: finding.amount ?? null,
  }))
  const found = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person_id bigint, division_code text, benefit text,
    kind text, award_fact_id bigint, since_month integer, amount_fen bigint)`
  await sql`
    update benefit_finding f set closed_at = ${now}::timestamptz, version = version + 1
    where f.person_id = any(${[...personIds]}::bigint[]) and f.closed_at is null and not exists (
      select from ${found} where r.person_id = f.person_id and r.benefit = f.benefit and r.kind = f.kind
        and r.award_fact_id = f.award_fact_id)`.execute(tx)
  if (rows.length === 0) return
  await sql`
    insert into benefit_finding as f (person_id, division_code, benefit, kind, award_fact_id, since_month, amount_fen, found_at)
    select r.person_id, r.division_code, r.benefit, r.kind, r.award_fact_id, r.since_month, r.amount_fen, ${now}::timestamptz
    from ${found}
    on conflict on constraint benefit_finding_stands_once do update set
      since_month = excluded.since_month, amount_fen = excluded.amount_fen, closed_at = null,
      found_at = case when f.closed_at is null then f.found_at else excluded.found_at end,
      version = f.version + (case when f.closed_at is null then 0 else 1 end)
    where f.closed_at is not null or f.since_month <> excluded.since_month or f.amount_fen is distinct from excluded.amount_fen`.execute(
    tx,
  )
}

export interface FindingsAsk {
  readonly kind?: FindingKind | undefined
  readonly benefit?: Benefit | undefined
  readonly division?: DivisionCode | undefined
  readonly personId?: number | undefined
  readonly standing: 'open' | 'dismissed' | 'all'
}

/** One page of the work list, what has stood longest first. */
export async function listFindings(
  { tx, today }: Setting,
  ask: FindingsAsk,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly KeptFinding[]; readonly total: number; readonly more: boolean }> {
  const from = sql`from benefit_finding where closed_at is null ${conditions(ask, today)}`
  const { rows } = await sql<FindingRow>`
    select ${columns} ${from} order by since_month, id limit ${page.size}::int offset ${(page.page - 1) * page.size}::int`.execute(
    tx,
  )
  const counted = await sql<{ total: number }>`
    select count(*) as total from (select ${from} limit ${COUNT_LIMIT + 1}::int) as counted`.execute(tx)
  const total = counted.rows[0]?.total ?? 0
  return { items: rows.map(toFinding), total: Math.min(total, COUNT_LIMIT), more: total > COUNT_LIMIT }
}

/** Locks a finding, so that two clerks cannot put it aside at once. */
export async function findFindingForUpdate(tx: Tx, id: number): Promise<KeptFinding | undefined> {
  const { rows } = await sql<FindingRow>`
    select ${columns} from benefit_finding where id = ${id}::bigint for update`.execute(tx)
  return rows[0] && toFinding(rows[0])
}

/** Puts a finding aside until a day, or brings it back; answers whether it was still as it had been seen. */
export async function changeDismissal(
  { tx, now, clerk }: Setting,
  seen: { readonly id: number; readonly version: number },
  dismissal: { readonly until: Day; readonly because: string } | undefined,
): Promise<boolean> {
  const by = dismissal && clerk.displayName
  const result = await sql`
    update benefit_finding set version = version + 1, dismissed_until = ${dismissal?.until ?? null}::date,
      dismissed_because = ${dismissal?.because ?? null}, dismissed_by = ${by ?? null},
      dismissed_at = ${dismissal === undefined ? null : now}::timestamptz
    where id = ${seen.id}::bigint and version = ${seen.version}::int and closed_at is null`.execute(tx)
  return result.numAffectedRows === 1n
}

export interface FindingCount {
  readonly division: DivisionCode
  readonly benefit: Benefit
  readonly kind: FindingKind
  readonly open: number
  readonly dismissed: number
}

/** How many findings there are by town, benefit and kind: at most 60 towns, 18 benefits and 5 kinds. */
export async function countFindings(
  { tx, today }: Setting,
  division: DivisionCode | undefined,
): Promise<readonly FindingCount[]> {
  // Towns are the first nine digits; what lies in the county itself keeps its own code.
  const { rows } = await sql<{
    division: string
    benefit: Benefit
    kind: FindingKind
    open: number
    dismissed: number
  }>`
    select rpad(left(division_code, 9), 12, '0') as division, benefit, kind,
      count(*) filter (where dismissed_until is null or dismissed_until <= ${today}::date) as open,
      count(*) filter (where dismissed_until > ${today}::date) as dismissed
    from benefit_finding where closed_at is null ${within(division)}
    group by 1, 2, 3 order by 1, 2, 3`.execute(tx)
  return rows.map((row) => ({ ...row, division: divisionCode(row.division) }))
}

function conditions(ask: FindingsAsk, today: Day): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [within(ask.division)]
  if (ask.kind !== undefined) parts.push(sql`and kind = ${ask.kind}`)
  if (ask.benefit !== undefined) parts.push(sql`and benefit = ${ask.benefit}`)
  if (ask.personId !== undefined) parts.push(sql`and person_id = ${ask.personId}::bigint`)
  if (ask.standing === 'open') parts.push(sql`and (dismissed_until is null or dismissed_until <= ${today}::date)`)
  if (ask.standing === 'dismissed') parts.push(sql`and dismissed_until > ${today}::date`)
  return sql.join(parts, sql` `)
}

function within(division: DivisionCode | undefined): RawBuilder<unknown> {
  if (division === undefined) return sql``
  const { first, last } = rangeOf(division)
  return sql`and division_code between ${first} and ${last}`
}

const columns = sql`id, version, person_id, division_code, benefit, kind, award_fact_id, since_month, amount_fen, found_at,
  closed_at, dismissed_until, dismissed_because, dismissed_by, dismissed_at`

interface FindingRow {
  readonly id: number
  readonly version: number
  readonly person_id: number
  readonly division_code: string
  readonly benefit: Benefit
  readonly kind: FindingKind
  readonly award_fact_id: number
  readonly since_month: Month
  readonly amount_fen: number | null
  readonly found_at: Date
  readonly closed_at: Date | null
  readonly dismissed_until: Day | null
  readonly dismissed_because: string | null
  readonly dismissed_by: string | null
  readonly dismissed_at: Date | null
}

function toFinding(row: FindingRow): KeptFinding {
  return {
    id: row.id,
    version: row.version,
    personId: row.person_id,
    division: divisionCode(row.division_code),
    benefit: row.benefit,
    kind: row.kind,
    awardFactId: row.award_fact_id,
    since: row.since_month,
    amount: row.amount_fen ?? undefined,
    foundAt: row.found_at,
    closedAt: row.closed_at ?? undefined,
    dismissed: dismissalOf(row),
  }
}

function dismissalOf(row: FindingRow): KeptFinding['dismissed'] {
  const { dismissed_until: until, dismissed_because: because, dismissed_by: by, dismissed_at: at } = row
  if (until === null || because === null || by === null || at === null) return undefined
  return { until, because, by, at }
}
