import { divisionCode } from '@dongzhou/terms/division'
import { type Fact, type FactKind, type FactSource, factKinds, type KeptFact, partsOfValue } from '@dongzhou/terms/fact'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { Vault } from '../../platform/vault/index.ts'
import type { RegistryTables } from '../tables.ts'

const columns = [
  'id',
  'person_id',
  'kind',
  'value',
  'sealed',
  'valid_from',
  'valid_to',
  'certainty',
  'source',
  'recorded_at',
  'superseded_at',
  'superseded_because',
] as const

export type PersonFact = KeptFact & { readonly personId: number; readonly supersededBecause: string | undefined }

/** Every fact of some people, superseded ones too, opened. What leaves the server is masked by present.ts. */
export async function listFactsOf(
  setting: Setting,
  personIds: readonly number[],
  which: 'open' | 'all',
): Promise<readonly PersonFact[]> {
  if (personIds.length === 0) return []
  const rows = await facts(setting.tx)
    .select(columns)
    .where('person_id', 'in', [...personIds])
    .$if(which === 'open', (query) => query.where('superseded_at', 'is', null))
    .orderBy('id')
    .execute()
  return rows.map((row) => toFact(setting.vault, row))
}

/** One fact of a person, locked so that two clerks cannot correct it at once. */
export async function findFactForUpdate(
  setting: Setting,
  personId: number,
  factId: number,
): Promise<PersonFact | undefined> {
  const row = await facts(setting.tx)
    .select(columns)
    .where('id', '=', factId)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  return row && toFact(setting.vault, row)
}

export interface FactEntry {
  readonly personId: number
  readonly division: string
  readonly fact: Fact
}

const ROWS_PER_INSERT = 2000

/** Writes facts, sealed where their kind is sensitive. One JSON parameter a batch: 60,000 rows/s against 9,000 by VALUES lists. */
export async function recordFacts(setting: ActionSetting, entries: readonly FactEntry[]): Promise<readonly number[]> {
  const ids: number[] = []
  for (let from = 0; from < entries.length; from += ROWS_PER_INSERT) {
    const rows = entries.slice(from, from + ROWS_PER_INSERT).map((entry) => factRow(setting.vault, entry))
    const recorded = await sql<{ id: number }>`
      insert into fact (person_id, division_code, kind, value, sealed, blind_index, blind_tail, valid_from, valid_to,
        certainty, source, recorded_at, action_id)
      select r.person_id, r.division_code, r.kind, r.value, r.sealed, r.blind_index, r.blind_tail, r.valid_from, r.valid_to,
        r.certainty, r.source, ${setting.now}::timestamptz, ${setting.actionId}::uuid
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person_id bigint, division_code text, kind text, value jsonb,
        sealed text, blind_index text, blind_tail text, valid_from date, valid_to date, certainty text, source jsonb)
      returning id`.execute(setting.tx)
    for (const { id } of recorded.rows) ids.push(id)
  }
  return ids
}

/** Takes facts out of force. They stay readable; answers how many were still in force. */
export async function supersedeFacts(
  setting: ActionSetting,
  factIds: readonly number[],
  because: string,
): Promise<number> {
  if (factIds.length === 0) return 0
  const result = await setting.tx
    .withTables<RegistryTables>()
    .updateTable('fact')
    .set({ superseded_at: setting.now, superseded_by: setting.actionId, superseded_because: because })
    .where('id', 'in', [...factIds])
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Hands facts over to another person's file: a merge, or its undoing. Answers how many moved. */
export async function moveFacts(
  setting: ActionSetting,
  factIds: readonly number[],
  to: { readonly id: number; readonly division: string },
): Promise<number> {
  if (factIds.length === 0) return 0
  const result = await setting.tx
    .withTables<RegistryTables>()
    .updateTable('fact')
    .set({ person_id: to.id, division_code: to.division })
    .where('id', 'in', [...factIds])
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

// A village office's phone stands with hundreds of people; of a tail of four characters a million people leave about a hundred.
const MOST = { blind_index: 500, blind_tail: 2000 } as const

/**
 * Who carries one of these numbers now: blind index to person. `kind` keeps phones and ID numbers apart. Bounded number by number, the
 * longest on file first: one limit for all would let a phone that many share crowd out the ID numbers asked for with it.
 */
export async function findByBlindIndex(
  tx: Tx,
  indexes: readonly string[],
  column: 'blind_index' | 'blind_tail' = 'blind_index',
): Promise<readonly { readonly index: string; readonly personId: number; readonly kind: FactKind }[]> {
  if (indexes.length === 0) return []
  const { rows } = await sql<{ readonly index: string; readonly personId: number; readonly kind: FactKind }>`
    select asked.index, f.person_id as "personId", f.kind
    from unnest(${[...new Set(indexes)]}::text[]) as asked(index)
      cross join lateral (
        select person_id, kind from fact where ${sql.ref(column)} = asked.index and superseded_at is null
        order by person_id, kind limit ${MOST[column]}) f
    order by f.person_id, f.kind`.execute(tx)
  return rows
}

/**
 * Keeps these ID numbers to this transaction until it ends: for whoever looks for a number and, finding nobody, puts somebody new on
 * file. Without it two clerks at two counters both look, both find nobody, and both write. Locked in one order, so nobody waits in a ring.
 */
export async function holdIdNumbers(setting: Setting, idNumbers: readonly string[]): Promise<void> {
  if (idNumbers.length === 0) return
  const names = idNumbers.map((number) => `${setting.bureau.schema}/${setting.vault.index('id-number', number)}`)
  await sql`
    select pg_advisory_xact_lock(number.key)
    from (select distinct hashtext(name) as key from unnest(${names}::text[]) as name order by key) number`.execute(
    setting.tx,
  )
}

/** Whose ID number or phone ends so, of those with one of these tails: opened and compared, every phone of a person. */
export async function findByLongTail(
  setting: Setting,
  tails: readonly string[],
  typed: string,
): Promise<readonly number[]> {
  const rows = await facts(setting.tx)
    .select(['person_id', 'kind', 'sealed'])
    .where('blind_tail', 'in', [...tails])
    .where('superseded_at', 'is', null)
    .orderBy('person_id')
    .limit(2000)
    .execute()
  return rows.filter((row) => sealedTextOf(setting.vault, row).endsWith(typed)).map((row) => row.person_id)
}

function sealedTextOf(vault: Vault, row: Pick<FactRow, 'kind' | 'sealed'>): string {
  const kind = row.kind as FactKind
  const value: { readonly idNumber?: string; readonly phone?: string } =
    row.sealed === null ? {} : JSON.parse(vault.open(row.sealed, contextOf(kind)))
  const text = (kind === 'id-number' ? value.idNumber : kind === 'phone' ? value.phone : undefined) ?? ''
  return text.toUpperCase().replace(/[^0-9X]/g, '')
}

function facts(tx: Tx) {
  return tx.withTables<RegistryTables>().selectFrom('fact')
}

function factRow(vault: Vault, { personId, division, fact }: FactEntry): object {
  return {
    person_id: personId,
    division_code: division,
    kind: fact.kind,
    ...(factKinds[fact.kind].sealed ? sealedColumns(vault, fact) : openColumns(vault, fact)),
    valid_from: fact.validFrom ?? null,
    valid_to: fact.validTo ?? null,
    certainty: fact.certainty,
    source: fact.source,
  }
}

/** The columns of a fact whose kind stands open: its value, and sealed beside it what of it is sensitive. */
export function openColumns(vault: Vault, fact: Fact): object {
  const { open, sealed } = partsOfValue(fact)
  if (sealed === undefined) return { value: open }
  return { value: open, sealed: vault.seal(JSON.stringify(sealed), contextOf(fact.kind)) }
}

function sealedColumns(vault: Vault, fact: Fact): object {
  const indexed = indexedTextOf(fact)
  return {
    sealed: vault.seal(JSON.stringify(fact.value), contextOf(fact.kind)),
    blind_index: indexed ? vault.index(indexed.kind, indexed.text) : null,
    blind_tail: indexed ? vault.tail(indexed.kind, indexed.text) : null,
  }
}

/** Which text of a sealed fact can be searched for without opening it. */
export function indexedTextOf(
  fact: Fact,
): { readonly kind: 'id-number' | 'phone' | 'bank-account'; readonly text: string } | undefined {
  if (fact.kind === 'id-number') return { kind: 'id-number', text: fact.value.idNumber }
  if (fact.kind === 'phone') return { kind: 'phone', text: fact.value.phone }
  if (fact.kind === 'bank-account') return { kind: 'bank-account', text: fact.value.account }
  return undefined
}

/** What a sealed value is bound to: it opens as this kind of fact and as nothing else. */
export function contextOf(kind: FactKind): string {
  return `fact.${kind}`
}

/** The whole value of a row: what stands open, with what is sealed beside it. */
export function openedValue(vault: Vault, { kind, value, sealed }: Pick<FactRow, 'kind' | 'value' | 'sealed'>) {
  return sealed === null ? value : { ...value, ...JSON.parse(vault.open(sealed, contextOf(kind as FactKind))) }
}

interface FactRow {
  readonly id: number
  readonly person_id: number
  readonly kind: string
  readonly value: object | null
  readonly sealed: string | null
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly certainty: string
  readonly source: object
  readonly recorded_at: Date
  readonly superseded_at: Date | null
  readonly superseded_because: string | null
}

function toFact(vault: Vault, row: FactRow): PersonFact {
  const kind = row.kind as FactKind
  const value = openedValue(vault, row)
  return {
    id: row.id,
    personId: row.person_id,
    kind,
    value: kind === 'residence' ? { ...value, division: divisionCode(value.division) } : value,
    validFrom: row.valid_from ?? undefined,
    validTo: row.valid_to ?? undefined,
    certainty: row.certainty,
    source: row.source as FactSource,
    recordedAt: row.recorded_at.toISOString(),
    supersededAt: row.superseded_at?.toISOString(),
    supersededBecause: row.superseded_because ?? undefined,
    // The database holds what this code wrote, kind and value together; a union cannot be rebuilt from columns without saying so.
  } as PersonFact
}
