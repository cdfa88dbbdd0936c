import { type SelectQueryBuilder, type Simplify, sql } from 'kysely'
import type { Tx } from './database.ts'

/** How far a list is counted: counting a million rows exactly would cost more than showing the page. */
export const COUNT_LIMIT = 10_000

/** Counts the rows of a query up to the limit and says whether there are more. */
export async function countUpTo<DB, TB extends keyof DB>(
  tx: Tx,
  query: SelectQueryBuilder<DB, TB, object>,
): Promise<{ readonly total: number; readonly more: boolean }> {
  const bounded = query.limit(COUNT_LIMIT + 1)
  const { rows } = await sql<{ total: number }>`select count(*) as total from (${bounded}) as counted`.execute(tx)
  const counted = rows[0]?.total ?? 0
  return { total: Math.min(counted, COUNT_LIMIT), more: counted > COUNT_LIMIT }
}

/** One page of a query that is selected and ordered, with the count of all its rows up to the limit. */
export async function pageOf<DB, TB extends keyof DB, Row>(
  tx: Tx,
  query: SelectQueryBuilder<DB, TB, Row>,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly Simplify<Row>[]; readonly total: number; readonly more: boolean }> {
  const items = await query
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute()
  const counted = query.clearSelect().clearOrderBy().select(sql<number>`1`.as('one'))
  return { items, ...(await countUpTo(tx, counted)) }
}

/** The upper end of "begins with" for `collate "C"` text: `name >= text and name < afterPrefix(text)`. */
export function afterPrefix(text: string): string {
  return `${text}\u{10FFFF}`
}
