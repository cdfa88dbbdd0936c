import type { PeopleFilter } from '@dongzhou/contract/registry'
import { rangeOf } from '@dongzhou/terms/division'
import { lengthenIdNumber } from '@dongzhou/terms/id-number'
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { afterPrefix, COUNT_LIMIT, countUpTo } from '../../platform/db/paging.ts'
import type { Setting } from '../../platform/setting.ts'
import type { Vault } from '../../platform/vault/index.ts'
import type { RegistryTables } from '../tables.ts'
import { findByBlindIndex, findByLongTail } from './facts.sql.ts'
import { type Person, personColumns, toPerson } from './people.sql.ts'

type Where = ExpressionBuilder<RegistryTables, 'person'>

/**
 * One page of people that a filter lets through, stretch after stretch and each in a total order, so no page repeats or
 * loses anybody.
 */
export async function listPeople(
  setting: Setting,
  filter: PeopleFilter,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly Person[]; readonly total: number; readonly more: boolean }> {
  const items: Person[] = []
  let before = 0
  let more = false
  for (const { matches, order } of await stretchesFor(setting, filter.text)) {
    const found = filtered(setting, filter).where(matches)
    const wanted = { size: page.size - items.length, offset: Math.max(0, (page.page - 1) * page.size - before) }
    items.push(...(await peopleIn(setting, found, order, wanted)))
    const counted = await countUpTo(setting.tx, found.select('id'))
    before += counted.total
    more = counted.more || before > COUNT_LIMIT
    if (more) break
  }
  return { items, total: Math.min(before, COUNT_LIMIT), more }
}

/** The people after a name and id, for exports that run through a long list without counting pages. */
export async function listPeopleAfter(
  setting: Setting,
  filter: PeopleFilter,
  after: { readonly name: string; readonly id: number } | undefined,
  size: number,
): Promise<readonly Person[]> {
  const stretches = await stretchesFor(setting, filter.text)
  const found = filtered(setting, filter)
    .where((where) => where.or(stretches.map(({ matches }) => matches(where))))
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(name, id) > (${after?.name ?? ''}, ${after?.id ?? 0})`),
    )
  return peopleIn(setting, found, ['name', 'id'], { size, offset: 0 })
}

/** 快速找人: the first few people for what has been typed so far; no counting. */
export async function findPeople(setting: Setting, text: string, size: number): Promise<readonly Person[]> {
  const people: Person[] = []
  if (typedText(text) === '') return people
  for (const { matches, order } of await stretchesFor(setting, text)) {
    const wanted = { size: size - people.length, offset: 0 }
    people.push(...(await peopleIn(setting, listed(setting).where(matches), order, wanted)))
  }
  return people
}

type Condition = (where: Where) => Expression<SqlBool>

/** A stretch of a list: whom it holds, and the order in which they stand there. */
type Stretch = { readonly matches: Condition; readonly order: readonly ('name' | 'pinyin' | 'initials' | 'id')[] }

async function peopleIn(
  setting: Setting,
  found: ReturnType<typeof listed>,
  order: Stretch['order'],
  { size, offset }: { readonly size: number; readonly offset: number },
): Promise<readonly Person[]> {
  if (size === 0) return []
  const rows = await found
    .select(personColumns)
    .$call((query) => order.reduce((ordered, column) => ordered.orderBy(column), query))
    .limit(size)
    .offset(offset)
    .execute()
  return rows.map((row) => toPerson(setting.vault, row))
}

function listed(setting: Setting) {
  return setting.tx.withTables<RegistryTables>().selectFrom('person').where('is_listed', '=', true)
}

function filtered(setting: Setting, filter: PeopleFilter) {
  return listed(setting)
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
 * its tail. Numbers are sealed: a tail of four finds candidates by blind index, which are opened and compared. Nobody is
 * in two stretches.
 */
async function stretchesFor(setting: Setting, text: string): Promise<readonly Stretch[]> {
  const typed = typedText(text)
  if (typed === '') return [{ matches: (where) => where.lit(true), order: ['name', 'id'] }]
  if (/^\d{3,17}[\dXx]$/.test(typed)) return numberStretches(setting, typed.toUpperCase())
  if (isLetters(typed)) return letterStretches(typed.toLowerCase())
  if (/^\d+$/.test(typed)) return []
  return [{ matches: (where) => beginsWith(where, 'name', typed), order: ['name', 'id'] }]
}

function typedText(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}

function isLetters(typed: string): boolean {
  return /^[A-Za-z]+$/.test(typed)
}

// Two stretches, not one with "or": at a million people that one took 260 ms (p50) for initials, these two 1.3 ms. Each
// is a walk along its index.
function letterStretches(letters: string): readonly Stretch[] {
  const spelt: Condition = (where) => beginsWith(where, 'pinyin', letters)
  // One letter begins the same pinyin as initials.
  if (letters.length === 1) return [{ matches: spelt, order: ['pinyin', 'id'] }]
  const abbreviated: Condition = (where) =>
    where.and([beginsWith(where, 'initials', letters), where.not(beginsWith(where, 'pinyin', letters))])
  return [
    { matches: spelt, order: ['pinyin', 'id'] },
    { matches: abbreviated, order: ['initials', 'pinyin', 'id'] },
  ]
}

// Not LIKE: under row-level security an index serves leakproof operators only (see migration 0003).
function beginsWith(where: Where, column: 'name' | 'pinyin' | 'initials', text: string): Expression<SqlBool> {
  return where.and([where(column, '>=', text), where(column, '<', afterPrefix(text))])
}

async function numberStretches(setting: Setting, typed: string): Promise<readonly Stretch[]> {
  const whole = await findByBlindIndex(setting.tx, wholeIndexes(setting.vault, typed))
  const ids = whole.length > 0 ? whole.map(({ personId }) => personId) : await findByTail(setting, typed)
  if (ids.length === 0) return []
  return [{ matches: (where) => where('id', 'in', [...new Set(ids)]), order: ['name', 'id'] }]
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
