import type { DivisionCode } from '@dongzhou/terms/division'
import { rangeOf } from '@dongzhou/terms/division'
import { sql } from 'kysely'
import { whoOf } from '../../platform/clerk.ts'
import type { Tx } from '../../platform/db/database.ts'
import { afterPrefix, pageOf } from '../../platform/db/paging.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { PaymentsTables } from '../tables.ts'
import type { Run } from './runs.sql.ts'

type Standing = Pick<Run, 'id' | 'edition'>

export interface ChangeFilter {
  readonly change?: string | undefined
  readonly cause?: string | undefined
  readonly isUnexplained: boolean
  readonly division?: DivisionCode | undefined
  readonly text: string
}

/** 人员增减: the unexplained first. */
export async function listChanges(
  { tx }: Setting,
  run: Standing,
  filter: ChangeFilter,
  page: { readonly page: number; readonly size: number },
) {
  const { first, last } = filter.division === undefined ? { first: '', last: '' } : rangeOf(filter.division)
  const found = tx
    .withTables<PaymentsTables>()
    .selectFrom('payment_change as c')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .where('c.run_id', '=', run.id)
    .where('c.edition', '=', run.edition)
    .$if(filter.change !== undefined, (query) => query.where('c.change', '=', filter.change ?? ''))
    .$if(filter.cause !== undefined, (query) => query.where(sql<boolean>`${filter.cause ?? ''} = any(c.causes)`))
    .$if(filter.isUnexplained, (query) => query.where('c.is_unexplained', '=', true).where('c.note', 'is', null))
    .$if(filter.division !== undefined, (query) =>
      query.where('c.division_code', '>=', first).where('c.division_code', '<=', last),
    )
    .$if(filter.text !== '', (query) =>
      query.where('p.name', '>=', filter.text).where('p.name', '<', afterPrefix(filter.text)),
    )
  const listed = found
    .select([
      'c.id',
      'c.person_id',
      'p.name',
      'c.division_code',
      'c.change',
      'c.before_fen',
      'c.now_fen',
      'c.causes',
      'c.say',
      'c.is_unexplained',
      'c.note',
      'c.noted_by',
      'c.noted_at',
    ])
    .orderBy(sql`c.is_unexplained and c.note is null`, 'desc')
    .orderBy('c.id')
  return pageOf(tx, listed, page)
}

/** Writes an explanation under a change that no cause explains, in place of an earlier one; the trail keeps both. */
export async function recordExplanation(
  setting: ActionSetting,
  run: Standing,
  changeId: number,
  note: string,
): Promise<'explained' | 'missing' | 'needless'> {
  const result = await sql`
    update payment_change set note = ${note}, noted_by = ${setting.clerk.displayName}, noted_who = ${whoOf(setting.clerk)},
      noted_at = ${setting.now}
    where id = ${changeId} and run_id = ${run.id} and edition = ${run.edition} and is_unexplained`.execute(setting.tx)
  if (result.numAffectedRows === 1n) return 'explained'
  const { rows } = await sql<{ id: number }>`
    select id from payment_change where id = ${changeId} and run_id = ${run.id} and edition = ${run.edition}`.execute(
    setting.tx,
  )
  return rows.length > 0 ? 'needless' : 'missing'
}

/** Has somebody explained a change of this list? */
export async function hasExplained(tx: Tx, { id, edition }: Standing, who: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from payment_change
      where run_id = ${id} and edition = ${edition} and noted_who = ${who}) as found`.execute(tx)
  return rows[0]?.found === true
}

export async function sumChanges(tx: Tx, { id, edition }: Standing) {
  const { rows } = await sql<{ change: string; people: number; before: number; now: number }>`
    select change, count(*) as people, sum(before_fen)::bigint as before, sum(now_fen)::bigint as now
    from payment_change where run_id = ${id} and edition = ${edition} group by change`.execute(tx)
  return rows
}

export async function sumCauses(tx: Tx, { id, edition }: Standing) {
  const { rows } = await sql<{ cause: string; people: number; amount: number }>`
    select a.cause, count(*) as people, sum(c.now_fen - c.before_fen)::bigint as amount
    from payment_change c cross join lateral unnest(c.causes) as a(cause)
    where c.run_id = ${id} and c.edition = ${edition} group by a.cause order by a.cause`.execute(tx)
  return rows
}

/** 当月应发 of a run: people and money. */
export async function sumRegular(tx: Tx, { id, edition }: Standing) {
  const { rows } = await sql<{ people: number; amount: number }>`
    select count(distinct person_id) as people, coalesce(sum(amount_fen), 0)::bigint as amount
    from payment_line where run_id = ${id} and edition = ${edition} and kind = 'regular'`.execute(tx)
  return rows[0] ?? { people: 0, amount: 0 }
}
