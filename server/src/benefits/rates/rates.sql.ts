import { day, findDay } from '@dongzhou/terms/day'
import {
  type Jurisdiction,
  type Rate,
  type RateKind,
  type RateKindTerm,
  type RateState,
  type RateUnit,
  type Rounding,
  rateKinds,
} from '@dongzhou/terms/rate'
import { type SelectQueryBuilder, sql } from 'kysely'
import { pageOf } from '../../platform/db/paging.ts'
import type { Setting } from '../../platform/setting.ts'
import type { BenefitTables } from '../tables.ts'
import type { KeptRate } from './rate.ts'
import { countsAt, signedColumns, toSigned } from './signing.sql.ts'

const columns = [
  ...signedColumns,
  'kind',
  'key',
  'jurisdiction',
  'value',
  'choice',
  'unit',
  'base',
  'rounding_mode',
  'rounding_unit',
  'valid_from',
  'valid_to',
  'announced_on',
  'document',
  'source',
  'state',
] as const

/** Which rows of the book a list or an export shows. */
export interface RateQuery {
  readonly kind?: RateKind | undefined
  readonly group?: RateKindTerm['group'] | undefined
  readonly jurisdiction?: Jurisdiction | undefined
  readonly state?: RateState | undefined
  readonly inForceOn?: string | undefined
  readonly text: string
  readonly withPast: boolean
}

export async function listRates(
  setting: Setting,
  query: RateQuery,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly KeptRate[]; readonly total: number; readonly more: boolean }> {
  const { items, ...counted } = await pageOf(setting.tx, ordered(matching(setting, query).select(columns)), page)
  return { items: items.map(toKept), ...counted }
}

/** The ids of all rows of a query, in the order of the list: whoever takes them in parts leaves none out and tells none twice. */
export async function listRateIds(setting: Setting, query: RateQuery): Promise<readonly number[]> {
  const rows = await ordered(matching(setting, query).select('id')).execute()
  return rows.map(({ id }) => id)
}

export async function findRate({ tx }: Pick<Setting, 'tx'>, id: number): Promise<KeptRate | undefined> {
  const row = await rates(tx).select(columns).where('id', '=', id).executeTakeFirst()
  return row && toKept(row)
}

/** Some rows by their ids, to be looked at only. */
export async function findRates({ tx }: Pick<Setting, 'tx'>, ids: readonly number[]): Promise<readonly KeptRate[]> {
  if (ids.length === 0) return []
  const rows = await rates(tx)
    .select(columns)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()
  return rows.map(toKept)
}

/** Locks the rows in the order of their ids, so that two people cannot sign the same ones. Those that are not there are left out. */
export async function findRatesForUpdate({ tx }: Setting, ids: readonly number[]): Promise<readonly KeptRate[]> {
  if (ids.length === 0) return []
  const rows = await rates(tx)
    .select(columns)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(toKept)
}

/** All rows of one standard, the newest beginning first: what stands, what stood, what was proposed. */
export async function listHistoryOf(
  { tx }: Setting,
  { kind, key, jurisdiction }: Pick<Rate, 'kind' | 'key' | 'jurisdiction'>,
): Promise<readonly KeptRate[]> {
  const rows = await rates(tx)
    .select(columns)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .where('jurisdiction', '=', jurisdiction)
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .limit(HISTORY)
    .execute()
  return rows.map(toKept)
}

const HISTORY = 300

/** 某时有效的标准: what counted at an instant of our knowledge; now, when none is named. A book has some hundred rows. */
export async function listCountingRates({ tx }: Pick<Setting, 'tx'>, at?: Date): Promise<readonly KeptRate[]> {
  const rows = await rates(tx).select(columns).where(countsAt(at)).orderBy('id').limit(MOST).execute()
  return rows.map(toKept)
}

const MOST = 50_000

/** 待复核: what waits for a second person and would count then. */
export async function listWaitingRates({ tx }: Pick<Setting, 'tx'>): Promise<readonly KeptRate[]> {
  const waiting = rates(tx).where('state', '=', 'proposed').where('voids', '=', false)
  const rows = await waiting.select(columns).orderBy('id').limit(MOST).execute()
  return rows.map(toKept)
}

/** When what counts last changed; undefined for an empty book. */
export async function ratesChangedAt({ tx }: Pick<Setting, 'tx'>): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select greatest(max(counts_from), max(superseded_at)) as at from (
      select counts_from, superseded_at from rate union all select counts_from, superseded_at from rate_exclusion
    ) as changes`.execute(tx)
  return rows[0]?.at ?? undefined
}

function rates(tx: Setting['tx']) {
  return tx.withTables<BenefitTables>().selectFrom('rate')
}

function matching({ tx }: Setting, query: RateQuery) {
  const { kind, group, jurisdiction, state, inForceOn, text, withPast } = query
  return rates(tx)
    .$if(kind !== undefined, (it) => it.where('kind', '=', kind ?? ''))
    .$if(group !== undefined, (it) => it.where('kind', 'in', kindsOf(group)))
    .$if(jurisdiction !== undefined, (it) => it.where('jurisdiction', '=', jurisdiction ?? ''))
    .$if(state !== undefined, (it) => it.where('state', '=', state ?? 'proposed'))
    .$if(text !== '', (it) =>
      it.where(sql<boolean>`(position(${text} in document) > 0 or position(${text} in source) > 0)`),
    )
    .$if(!withPast && state !== 'withdrawn', (it) =>
      it
        .where('superseded_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .where(sql<boolean>`not (voids and state = 'confirmed')`),
    )
    .$if(inForceOn !== undefined, (it) => it.where(isInForceOn(inForceOn ?? '')))
}

// Rows of one standard are seldom ended: the next one that begins takes over.
function isInForceOn(on: string) {
  return sql<boolean>`valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)
    and not exists (select from rate as later where later.kind = rate.kind and later.key = rate.key
      and later.jurisdiction = rate.jurisdiction and later.counts_from is not null and later.superseded_at is null
      and later.valid_from <= ${on}::date and (later.valid_to is null or later.valid_to > ${on}::date)
      and later.valid_from > rate.valid_from)`
}

function kindsOf(group: RateKindTerm['group'] | undefined): RateKind[] {
  return kindOrder.filter((kind) => rateKinds[kind].group === group)
}

const kindOrder = Object.keys(rateKinds) as readonly RateKind[]
// One list for all kinds: grades that two kinds share stand in the order of the first.
const keyOrder = [...new Set(kindOrder.flatMap((kind): readonly string[] => rateKinds[kind].keys))]

function ordered<Row>(
  query: SelectQueryBuilder<BenefitTables, 'rate', Row>,
): SelectQueryBuilder<BenefitTables, 'rate', Row> {
  const place = (names: readonly string[], column: string) =>
    sql`(${JSON.stringify(Object.fromEntries(names.map((name, at) => [name, at])))}::jsonb ->> ${sql.ref(column)})::int`
  return query
    .orderBy(place(kindOrder, 'kind'))
    .orderBy('valid_from', 'desc')
    .orderBy('jurisdiction')
    .orderBy(place(keyOrder, 'key'))
    .orderBy('id', 'desc')
}

type RateRow = Parameters<typeof toSigned>[0] & {
  readonly [C in
    | 'kind'
    | 'key'
    | 'jurisdiction'
    | 'unit'
    | 'rounding_mode'
    | 'document'
    | 'source'
    | 'valid_from']: string
} & {
  readonly value: number
  readonly rounding_unit: number
  readonly state: RateState
} & { readonly [C in 'choice' | 'base' | 'valid_to' | 'announced_on']: string | null }

// The database's checks and the contract let in no other words than these.
function toKept(row: RateRow): KeptRate {
  const rounding = { mode: row.rounding_mode, unit: row.rounding_unit } as Rounding
  return {
    ...toSigned(row),
    rate: {
      id: row.id,
      kind: row.kind as RateKind,
      key: row.key,
      jurisdiction: row.jurisdiction as Jurisdiction,
      value: row.value,
      choice: row.choice ?? undefined,
      unit: row.unit as RateUnit,
      base: (row.base as RateKind | null) ?? undefined,
      rounding,
      validFrom: day(row.valid_from),
      validTo: findDay(row.valid_to ?? ''),
      announcedOn: findDay(row.announced_on ?? ''),
      document: row.document,
      source: row.source,
      state: row.state,
    },
  }
}
