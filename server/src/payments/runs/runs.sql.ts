import { endStates } from '@dongzhou/engines/payments'
import type { Benefit } from '@dongzhou/terms/benefit'
import { type DivisionCode, divisionCode } from '@dongzhou/terms/division'
import type { Month } from '@dongzhou/terms/month'
import type { RunKind, RunState } from '@dongzhou/terms/payment'
import { sql } from 'kysely'
import { pageOf } from '../../platform/db/paging.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { PaymentsTables } from '../tables.ts'
import { type OpeningsRecord, openingsIn, openingsRecord } from './opening-book.ts'
import type { OpeningPage } from './openings.sql.ts'

/** 发放批次 as it stands. */
export interface Run {
  readonly id: number
  readonly version: number
  readonly division: DivisionCode
  readonly kind: RunKind
  readonly month: Month
  readonly benefits: readonly Benefit[]
  /** 起始月: from which month on each benefit is settled here; declared by the first run of a division, and the same for all that follow. */
  readonly openings: OpeningPage
  readonly state: RunState
  readonly edition: number
  readonly computedAt: Date | undefined
  readonly jobId: string | undefined
  readonly isSample: boolean
  readonly people: number
  readonly list: number
  readonly unknown: number
  readonly unexplained: number
  readonly previousRunId: number | undefined
  /** 上期: what its people drew before; undefined where there is nothing to compare it with, and of lists that were compared with one run. */
  readonly before: { readonly people: number; readonly amount: number } | undefined
  /** How many draw what was paid before and cannot be compared with anything. */
  readonly uncompared: number
  readonly digest: string | undefined
  readonly createdBy: string
  readonly createdAt: Date
}

const columns = [
  'id',
  'version',
  'division_code',
  'kind',
  'month',
  'benefits',
  'openings',
  'state',
  'edition',
  'computed_at',
  'job_id',
  'is_sample',
  'people',
  'list_fen',
  'unknown',
  'unexplained',
  'previous_run_id',
  'before_fen',
  'before_people',
  'uncompared',
  'digest',
  'created_by',
  'created_at',
] as const

export interface RunFilter {
  readonly year?: number | undefined
  readonly state?: RunState | undefined
  readonly kind?: RunKind | undefined
  readonly benefit?: Benefit | undefined
}

/** The newest month first. */
export async function listRuns(
  { tx }: Setting,
  filter: RunFilter,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly Run[]; readonly total: number; readonly more: boolean }> {
  const { year, state, kind, benefit } = filter
  const found = runs(tx)
    .$if(year !== undefined, (query) =>
      query.where('month', '>=', (year ?? 0) * 12).where('month', '<', (year ?? 0) * 12 + 12),
    )
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'regular'))
    .$if(benefit !== undefined, (query) => query.where(sql<boolean>`${benefit ?? ''} = any(benefits)`))
    .select(columns)
    .orderBy('month', 'desc')
    .orderBy('id', 'desc')
  const { items, ...counted } = await pageOf(tx, found, page)
  return { items: items.map(toRun), ...counted }
}

/** 未办结批次: neither settled nor withdrawn, the oldest month first. */
export async function listOpenRuns(
  { tx }: Setting,
  size: number,
): Promise<{ readonly items: readonly Run[]; readonly total: number }> {
  const found = runs(tx)
    .where('state', 'not in', [...endStates])
    .select(columns)
    .orderBy('month')
    .orderBy('id')
  const { items, total } = await pageOf(tx, found, { page: 1, size })
  return { items: items.map(toRun), total }
}

export async function findRun({ tx }: Setting, id: number): Promise<Run | undefined> {
  const row = await runs(tx).select(columns).where('id', '=', id).executeTakeFirst()
  return row && toRun(row)
}

/** The run, locked until the transaction ends: two signatures at once come one after the other. */
export async function findRunForUpdate({ tx }: Setting, id: number): Promise<Run | undefined> {
  const row = await runs(tx).select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toRun(row)
}

export interface NewRun {
  readonly division: DivisionCode
  readonly kind: RunKind
  readonly month: Month
  readonly benefits: readonly Benefit[]
  readonly openings: OpeningPage
  readonly note: string
}

export async function recordRun(setting: ActionSetting, run: NewRun): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into payment_run (division_code, kind, month, benefits, openings, note, created_by, account_id, created_at, changed_at)
    values (${run.division}, ${run.kind}, ${run.month}, ${[...run.benefits]}::text[],
      ${JSON.stringify(openingsRecord(run.openings))}::jsonb, ${run.note},
      ${setting.clerk.displayName}, ${setting.clerk.accountId ?? null}, ${setting.now}, ${setting.now})
    returning id`.execute(setting.tx)
  const [row] = rows
  if (!row) throw new Error('a run was not recorded')
  return row.id
}

/** What changes of a run; what is left out stays. `null` clears. */
export interface RunChange {
  readonly state?: RunState
  readonly jobId?: string | null
  readonly edition?: number
  readonly openings?: OpeningPage
  readonly computedAt?: Date | null
  readonly isSample?: boolean
  readonly people?: number
  readonly list?: number
  readonly unknown?: number
  readonly unexplained?: number
  readonly seenSignature?: number
  readonly previousRunId?: number | null
  readonly before?: Run['before'] | null
  readonly uncompared?: number
  readonly digest?: string | null
  readonly lockedAt?: Date | null
  readonly releasedAt?: Date
}

/** Changes a run that was locked for update before; answers its new version. */
export async function changeRun(setting: ActionSetting, id: number, change: RunChange): Promise<number> {
  const set = {
    ...given('state', change.state),
    ...given('job_id', change.jobId),
    ...given('edition', change.edition),
    ...given('openings', change.openings && JSON.stringify(openingsRecord(change.openings))),
    ...given('computed_at', change.computedAt),
    ...given('is_sample', change.isSample),
    ...given('people', change.people),
    ...given('list_fen', change.list),
    ...given('unknown', change.unknown),
    ...given('unexplained', change.unexplained),
    ...given('seen_signature', change.seenSignature),
    ...given('previous_run_id', change.previousRunId),
    ...(change.before === undefined ? {} : beforeColumns(change.before)),
    ...given('uncompared', change.uncompared),
    ...given('digest', change.digest),
    ...given('locked_at', change.lockedAt),
    ...given('released_at', change.releasedAt),
  }
  const { version } = await setting.tx
    .withTables<PaymentsTables>()
    .updateTable('payment_run')
    .set((eb) => ({ ...set, version: eb('version', '+', 1), changed_at: setting.now }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

function beforeColumns(before: Run['before'] | null): object {
  return { before_fen: before?.amount ?? null, before_people: before?.people ?? null }
}

function given(column: string, value: unknown): object {
  return value === undefined ? {} : { [column]: value }
}

function runs(tx: Setting['tx']) {
  return tx.withTables<PaymentsTables>().selectFrom('payment_run')
}

interface RunRow {
  readonly id: number
  readonly version: number
  readonly division_code: string
  readonly kind: RunKind
  readonly month: number
  readonly benefits: readonly string[]
  readonly openings: OpeningsRecord
  readonly state: string
  readonly edition: number
  readonly computed_at: Date | null
  readonly job_id: string | null
  readonly is_sample: boolean
  readonly people: number
  readonly list_fen: number
  readonly unknown: number
  readonly unexplained: number
  readonly previous_run_id: number | null
  readonly before_fen: number | null
  readonly before_people: number | null
  readonly uncompared: number
  readonly digest: string | null
  readonly created_by: string
  readonly created_at: Date
}

function toRun(row: RunRow): Run {
  return {
    id: row.id,
    version: row.version,
    division: divisionCode(row.division_code),
    kind: row.kind,
    month: row.month as Month,
    benefits: row.benefits as readonly Benefit[],
    openings: openingsIn(row.openings),
    state: row.state as RunState,
    edition: row.edition,
    computedAt: row.computed_at ?? undefined,
    jobId: row.job_id ?? undefined,
    isSample: row.is_sample,
    people: row.people,
    list: row.list_fen,
    unknown: row.unknown,
    unexplained: row.unexplained,
    previousRunId: row.previous_run_id ?? undefined,
    before:
      row.before_fen === null || row.before_people === null
        ? undefined
        : { people: row.before_people, amount: row.before_fen },
    uncompared: row.uncompared,
    digest: row.digest ?? undefined,
    createdBy: row.created_by,
    createdAt: row.created_at,
  }
}
