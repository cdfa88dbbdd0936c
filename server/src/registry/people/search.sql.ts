import type { PeopleFilter } from '@dongzhou/contract/registry'
import { rangeOf } from '@dongzhou/terms/division'
import { lengthenIdNumber } from '@dongzhou/terms/id-number'
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { afterPrefix, countUpTo } from '../../platform/db/paging.ts'
import type { Setting } from '../../platform/setting.ts'
import type { Vault } from '../../platform/vault/index.ts'
import type { RegistryTables } from '../tables.ts'
import { findByBlindIndex, findByLongTail } from './facts.sql.ts'
import { type Person, personColumns, toPerson } from './people.sql.ts'

type Where = ExpressionBuilder<RegistryTables, 'person'>

/** One page of people that a filter lets through, by name and id: a total order, so no page repeats or loses anybody. */
export async function listPeople(
  setting: Setting,
  filter: PeopleFilter,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly Person[]; readonly total: number; readonly more: boolean }> {
  const matches = await matchText(setting, filter.text)
  if (matches === 'nobody') return { items: [], total: 0, more: false }
  const found = filtered(setting, filter).$if(matches !== 'everybody', (query) => query.where(matches as Condition))
  const rows = await found
    .select(personColumns)
    .orderBy('name')
    .orderBy('id')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute()
  const counted = await countUpTo(setting.tx, found.select('id'))
  return { items: rows.map((row) => toPerson(setting.vault, row)), ...counted }
}

/** The people after a name and id, for exports that run through a long list without counting pages. */
export async function listPeopleAfter(
  setting: Setting,
  filter: PeopleFilter,
  after: { readonly name: string; readonly id: number } | undefined,
  size: number,
): Promise<readonly Person[]> {
  const matches = await matchText(setting, filter.text)
  if (matches === 'nobody') return []
  const rows = await filtered(setting, filter)
    .$if(matches !== 'everybody', (query) => query.where(matches as Condition))
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(name, id) > (${after?.name ?? ''}, ${after?.id ?? 0})`),
    )
    .select(personColumns)
    .orderBy('name')
    .orderBy('id')
    .limit(size)
    .execute()
  return rows.map((row) => toPerson(setting.vault, row))
}

/**
 * 快速找人: the first few people for what has been typed so far; no counting. By name and id; letters give the people whose
 * pinyin begins so, by pinyin, and after them those whose initials do, by initials: each is a walk along an index.
 */
export async function findPeople(setting: Setting, text: string, size: number): Promise<readonly Person[]> {
  const typed = typedText(text)
  if (isLetters(typed)) return findByLetters(setting, typed.toLowerCase(), size)
  const matches = await matchText(setting, text)
  if (matches === 'nobody' || matches === 'everybody') return []
  return firstPeople(setting, matches, ['name', 'id'], size)
}

// Two questions, not one with "or": at a million people that one took 260 ms (p50) for initials, these two 1.3 ms.
async function findByLetters(setting: Setting, letters: string, size: number): Promise<readonly Person[]> {
  const spelt = await firstPeople(setting, (where) => beginsWith(where, 'pinyin', letters), ['pinyin', 'id'], size)
  // One letter begins the same pinyin as initials.
  if (letters.length === 1 || spelt.length === size) return spelt
  const abbreviated: Condition = (where) =>
    where.and([beginsWith(where, 'initials', letters), where.not(beginsWith(where, 'pinyin', letters))])
  const rest = await firstPeople(setting, abbreviated, ['initials', 'pinyin', 'id'], size - spelt.length)
  return [...spelt, ...rest]
}

async function firstPeople(
  setting: Setting,
  matches: Condition,
  order: readonly ('name' | 'pinyin' | 'initials' | 'id')[],
  size: number,
): Promise<readonly Person[]> {
  const rows = await setting.tx
    .withTables<RegistryTables>()
    .selectFrom('person')
    .select(personColumns)
    .where('is_listed', '=', true)
    .where(matches)
    .$call((query) => order.reduce((ordered, column) => ordered.orderBy(column), query))
    .limit(size)
    .execute()
  return rows.map((row) => toPerson(setting.vault, row))
}

type Condition = (where: Where) => Expression<SqlBool>

function filtered(setting: Setting, filter: PeopleFilter) {
  return setting.tx
    .withTables<RegistryTables>()
    .selectFrom('person')
    .where('is_listed', '=', true)
    .$if(filter.standing !== 'all', (query) => query.where('is_alive', '=', filter.standing === 'alive'))
    .$if(filter.isDisputed, (query) => query.where(sql<SqlBool>`disputes <> '{}'`))
    .$if(filter.identities.length > 0, (query) =>
      query.where((where) => where.or(filter.identities.map((identity) => holds(identity)))),
    )
    .$if(filter.division !== undefined, (query) => query.where((where) => within(where, filter.division)))
    .$if(filter.ageFrom !== undefined, (query) =>
      query.where('born', '<=', yearsBefore(setting.today, filter.ageFrom ?? 0)),
    )
    .$if(filter.ageTo !== undefined, (query) =>
      query.where('born', '>', yearsBefore(setting.today, (filter.ageTo ?? 0) + 1)),
    )
}

// One by one: each identity has a partial index with this very condition, and may be in it although && is not leakproof.
function holds(identity: string): Expression<SqlBool> {
  return sql<SqlBool>`identities && ${[identity]}::text[]`
}

function within(where: Where, division: PeopleFilter['division']): Expression<SqlBool> {
  if (division === undefined) return where.lit(true)
  const { first, last } = rangeOf(division)
  return where.and([where('division_code', '>=', first), where('division_code', '<=', last)])
}

/**
 * What a typed text can mean: Chinese is the beginning of a name, letters of its pinyin or initials, digits a number or
 * its tail. Numbers are sealed: a tail of four finds candidates by blind index, which are opened and compared.
 */
async function matchText(setting: Setting, text: string): Promise<Condition | 'nobody' | 'everybody'> {
  const typed = typedText(text)
  if (typed === '') return 'everybody'
  if (/^\d{3,17}[\dXx]$/.test(typed)) return matchNumber(setting, typed.toUpperCase())
  if (isLetters(typed)) return matchLetters(typed.toLowerCase())
  if (/^\d+$/.test(typed)) return 'nobody'
  return (where) => beginsWith(where, 'name', typed)
}

function typedText(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}

function isLetters(typed: string): boolean {
  return /^[A-Za-z]+$/.test(typed)
}

function matchLetters(letters: string): Condition {
  return (where) => where.or([beginsWith(where, 'pinyin', letters), beginsWith(where, 'initials', letters)])
}

// Not LIKE: under row-level security an index serves leakproof operators only (see migration 0003).
function beginsWith(where: Where, column: 'name' | 'pinyin' | 'initials', text: string): Expression<SqlBool> {
  return where.and([where(column, '>=', text), where(column, '<', afterPrefix(text))])
}

async function matchNumber(setting: Setting, typed: string): Promise<Condition | 'nobody'> {
  const whole = await findByBlindIndex(setting.tx, wholeIndexes(setting.vault, typed))
  const ids = whole.length > 0 ? whole.map(({ personId }) => personId) : await findByTail(setting, typed)
  return ids.length === 0 ? 'nobody' : (where) => where('id', 'in', [...new Set(ids)])
}

function wholeIndexes(vault: Vault, typed: string): readonly string[] {
  const idNumber = typed.length === 15 ? (lengthenIdNumber(typed) ?? typed) : typed
  return typed.length < 7 ? [] : [...vault.indexes('id-number', idNumber), ...vault.indexes('phone', typed)]
}

/** A tail longer than four is compared after opening: at a million people four characters leave about a hundred. */
async function findByTail(setting: Setting, typed: string): Promise<readonly number[]> {
  const tails = [...setting.vault.tails('id-number', typed), ...setting.vault.tails('phone', typed)]
  if (typed.length > 4) return findByLongTail(setting, tails, typed)
  const found = await findByBlindIndex(setting.tx, tails, 'blind_tail')
  return found.filter(({ kind }) => kind === 'id-number' || kind === 'phone').map(({ personId }) => personId)
}

function yearsBefore(today: string, years: number): string {
  return `${String(Number(today.slice(0, 4)) - years).padStart(4, '0')}${today.slice(4)}`
}
