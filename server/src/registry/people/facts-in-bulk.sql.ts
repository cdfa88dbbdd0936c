import { type DivisionCode, divisionCode, rangeOf } from '@dongzhou/terms/division'
import { type FactKind, factKinds, type KeptFact } from '@dongzhou/terms/fact'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Setting } from '../../platform/setting.ts'
import type { Vault } from '../../platform/vault/index.ts'
import { openedValue } from './facts.sql.ts'

/** A person with the facts that somebody asked for, in the order of their ids. */
export interface PersonWithFacts {
  readonly id: number
  readonly version: number
  readonly division: DivisionCode
  /** false once merged into another file or withdrawn: the facts went elsewhere, or no longer count. */
  readonly isListed: boolean
  readonly facts: readonly KeptFact[]
}

export interface FactsAsk {
  /**
   * Kinds that are not sealed as a whole: opening a million numbers is no question of a page. Of one that is sealed in part, that part is
   * opened too, without purpose or trail, because rules ask for it: whoever shows such a fact masks it (present-fact.ts).
   */
  readonly kinds: readonly FactKind[]
  /** Some people, or the next page of everybody listed, or of those only who hold, or ever held, a fact of one kind. */
  readonly of:
    | { readonly ids: readonly number[] }
    | {
        readonly after: number
        readonly size: number
        readonly holding?: FactKind | undefined
        /** The last id that a page may hold. */
        readonly through?: number | undefined
      }
  /** What was known on a day (to its end, in China) or at an instant; left out, what counts now. */
  readonly asKnownOn?: string | undefined
  /** Also what was superseded since, each with when: for working out what was known at many instants. */
  readonly withSuperseded?: boolean | undefined
}

/**
 * 批量取事实: the facts of many people, opened, page by page in the order of their ids, in the caller's scope. One JSON text a person: 10 facts
 * each of 10,000 people take 0.6 s on the embedded database, as rows of columns 1.4 s.
 */
export async function listPeopleWithFacts(
  { tx, vault }: Pick<Setting, 'tx' | 'vault'>,
  ask: FactsAsk,
): Promise<readonly PersonWithFacts[]> {
  const sealed = ask.kinds.find((kind) => factKinds[kind].sealed)
  if (sealed !== undefined) throw new RangeError(`a sealed kind is not read in bulk: ${sealed}`)
  const { rows } = await sql<Row>`
    select p.id, p.version, p.division_code, p.is_listed, f.facts
    from (${peopleOf(ask)}) p
    left join lateral (
      select json_agg(json_build_array(f.id, f.kind, f.value, f.valid_from, f.valid_to, f.certainty, f.source,
        floor(extract(epoch from f.recorded_at) * 1000), floor(extract(epoch from f.superseded_at) * 1000), f.sealed) order by f.id)::text as facts
      from fact f where f.person_id = p.id and f.kind = any(${[...ask.kinds]}::text[]) and ${counts(ask)}
    ) f on true
    order by p.id`.execute(tx)
  const instants = new Map<number, string>()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    division: divisionCode(row.division_code),
    isListed: row.is_listed,
    facts: factsIn(row.facts, { vault, instants, withSuperseded: ask.withSuperseded === true }),
  }))
}

interface Row {
  readonly id: number
  readonly version: number
  readonly division_code: string
  readonly is_listed: boolean
  readonly facts: string | null
}

function peopleOf({ of }: FactsAsk): RawBuilder<unknown> {
  const columns = sql`select id, version, division_code, is_listed from person`
  if ('ids' in of) return sql`${columns} where id = any(${[...of.ids]}::bigint[])`
  const upTo = (column: string) =>
    of.through === undefined ? sql`` : sql`and ${sql.ref(column)} <= ${of.through}::bigint`
  const holding =
    of.holding === undefined
      ? sql``
      : // The kind stands as a literal, so that the partial index of its facts serves; the id is bounded once more, or each page would
        // read that index from its beginning: the last of 100 pages took 150 ms so, and takes 40.
        sql`and exists (select from fact h where h.person_id = person.id and h.kind = ${sql.lit(of.holding)}
          and h.person_id > ${of.after}::bigint ${upTo('h.person_id')})`
  return sql`${columns} where id > ${of.after}::bigint ${upTo('id')} and is_listed ${holding} order by id limit ${of.size}::int`
}

function counts({ asKnownOn, withSuperseded }: FactsAsk): RawBuilder<unknown> {
  if (withSuperseded === true) return sql`true`
  if (asKnownOn === undefined) return sql`f.superseded_at is null`
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(asKnownOn) ? `${asKnownOn}T23:59:59.999999+08:00` : asKnownOn
  return sql`f.recorded_at <= ${instant}::timestamptz
    and (f.superseded_at is null or f.superseded_at > ${instant}::timestamptz)`
}

type FactCells = readonly [
  number,
  FactKind,
  object,
  string | null,
  string | null,
  string,
  object,
  number,
  number | null,
  string | null,
]

interface Reading {
  readonly vault: Vault
  readonly instants: Map<number, string>
  readonly withSuperseded: boolean
}

function factsIn(text: string | null, { vault, instants, withSuperseded }: Reading): readonly KeptFact[] {
  if (text === null) return []
  const cells: readonly FactCells[] = JSON.parse(text)
  return cells.map(([id, kind, value, validFrom, validTo, certainty, source, recorded, superseded, sealed]) => {
    return {
      id,
      kind,
      value: openedValue(vault, { kind, value, sealed }),
      validFrom: validFrom ?? undefined,
      validTo: validTo ?? undefined,
      certainty,
      source,
      recordedAt: instantOf(recorded, instants),
      // As it was known on a day, what was superseded later had not been.
      supersededAt: withSuperseded && superseded !== null ? instantOf(superseded, instants) : undefined,
      // The database holds what recordFacts wrote, kind and value together; a union cannot be rebuilt from cells without saying so.
    } as KeptFact
  })
}

// Facts of one import share their instant, and a text of it is made once.
function instantOf(milliseconds: number, instants: Map<number, string>): string {
  const known = instants.get(milliseconds)
  if (known !== undefined) return known
  const text = new Date(milliseconds).toISOString()
  instants.set(milliseconds, text)
  return text
}

/** Of everybody in a division who holds, or ever held, a fact of a kind: how many they are, and every `size`th id of them. */
export async function listPortionEnds(
  tx: Tx,
  { kind, division, size }: { readonly kind: FactKind; readonly division: DivisionCode; readonly size: number },
): Promise<{ readonly people: number; readonly ends: readonly number[] }> {
  const { first, last } = rangeOf(division)
  const { rows } = await sql<{ people: number; ends: readonly number[] }>`
    select count(*) as people,
      coalesce(array_agg(person_id order by person_id) filter (where place % ${size}::int = 0), '{}') as ends
    from (
      select person_id, row_number() over (order by person_id) as place
      from (select distinct person_id from fact
        where kind = ${sql.lit(kind)} and division_code between ${first} and ${last}) holders) numbered`.execute(tx)
  const [row] = rows
  return { people: row?.people ?? 0, ends: (row?.ends ?? []).map(Number) }
}
