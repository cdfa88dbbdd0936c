import type { Day } from '@dongzhou/terms/day'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Setting } from '../../platform/setting.ts'
import type { RegistryTables } from '../tables.ts'
import { type Person, type PersonRow, personColumns, toPerson } from './people.sql.ts'

/** Whom a name may mean. `births` undefined = not known; then everybody of that sound is asked for, the same town first. */
export interface NameAsk {
  readonly row: number
  readonly pinyin: string
  readonly births: readonly Day[] | undefined
  /** First and last division code of the town that is looked at first. */
  readonly town: { readonly first: string; readonly last: string } | undefined
}

export interface NamedPerson {
  /** The row that asked; undefined for somebody asked for by id. */
  readonly row: number | undefined
  readonly person: Person
}

const perRow = 20
const columns = sql.join(personColumns.map((column) => sql.ref(`p.${column}`)))

/**
 * Listed people whose name sounds as asked and whose birth is as asked or not exactly known, at most 20 a row, and the people of some
 * ids: one question for a whole batch. Equality of text and of days is leakproof, so indexes serve it under row-level security. Three
 * branches, each with its index, because `or` over births reads everybody of that sound: 500 rows among 1,000,000 people took 60 ms so, 29 ms now.
 */
export async function listPeopleByNames(
  setting: Setting,
  asks: readonly NameAsk[],
  ids: readonly number[],
): Promise<readonly NamedPerson[]> {
  if (asks.length + ids.length === 0) return []
  const rows = asks.map(({ row, pinyin, births, town }) => {
    return { row, pinyin, births, born: births?.[0], town_first: town?.first, town_last: town?.last }
  })
  const found = await sql<PersonRow & { readonly row: number | null }>`
    select a.row, ${columns}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as a(row int, pinyin text, born date, births date[], town_first text, town_last text)
    cross join lateral (
      select p.* from (
        select p.* from person p where p.pinyin = a.pinyin and p.is_listed and p.born = any(a.births)
        union all
        select p.* from person p where p.pinyin = a.pinyin and p.is_listed and a.births is not null
          and (p.born is null or p.born_precision <> 'day') and (p.born = any(a.births)) is not true
        union all
        select p.* from person p where p.pinyin = a.pinyin and p.is_listed and a.births is null
      ) p
      order by (p.born = a.born) desc nulls last, (p.division_code between a.town_first and a.town_last) desc nulls last, p.id
      limit ${perRow}
    ) p
    union all
    select null, ${columns} from person p where p.id = any(${[...ids]}::bigint[]) and p.is_listed`.execute(setting.tx)
  return found.rows.map((row) => ({ row: row.row ?? undefined, person: toPerson(setting.vault, row) }))
}

/** People after an id, hidden ones too, so that positions stay while somebody merges: for work that walks the whole register. */
export async function listPeopleAfterId(setting: Setting, after: number, size: number): Promise<readonly Person[]> {
  const rows = await people(setting.tx)
    .select(personColumns)
    .where('id', '>', after)
    .orderBy('id')
    .limit(size)
    .execute()
  return rows.map((row) => toPerson(setting.vault, row))
}

/** How many people the scope holds, hidden ones too. */
export async function countPeople(tx: Tx): Promise<number> {
  const counted = await people(tx)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return counted.count
}

/** 合并后的档案 (kept person): for each id the file it leads to today, through any number of merges; itself where none took place. */
export async function keptPersonIds(tx: Tx, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ asked: number; id: number }>`
    with recursive way (asked, id, merged_into) as (
      select id, id, merged_into from person where id = any(${[...ids]}::bigint[])
      union all
      select way.asked, p.id, p.merged_into from way join person p on p.id = way.merged_into
    )
    select asked, id from way where merged_into is null`.execute(tx)
  return new Map(rows.map(({ asked, id }) => [asked, id]))
}

/** 并入的档案 (merged files): the files that lead to these through any number of merges, each with the one it is part of now. */
export async function mergedFilesOf(tx: Tx, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: number; kept: number }>`
    with recursive way (id, kept) as (
      select id, merged_into from person where merged_into = any(${[...ids]}::bigint[])
      union all
      select p.id, way.kept from way join person p on p.merged_into = way.id
    )
    select id, kept from way`.execute(tx)
  return new Map(rows.map(({ id, kept }) => [id, kept]))
}

/** Every file that was merged, each with the one it leads to today; a merge whose end is not in sight leads nowhere. */
export async function listMergedFiles(tx: Tx): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ asked: number; id: number }>`
    with recursive way (asked, id, merged_into) as (
      select id, id, merged_into from person where merged_into is not null
      union all
      select way.asked, p.id, p.merged_into from way join person p on p.id = way.merged_into
    )
    select asked, id from way where merged_into is null`.execute(tx)
  return new Map(rows.map(({ asked, id }) => [asked, id]))
}

function people(tx: Tx) {
  return tx.withTables<RegistryTables>().selectFrom('person')
}
