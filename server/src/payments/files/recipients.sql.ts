import { type DivisionCode, rangeOf } from '@dongzhou/terms/division'
import type { TransferState } from '@dongzhou/terms/payment'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { afterPrefix } from '../../platform/db/paging.ts'
import type { Run } from '../runs/runs.sql.ts'

type Standing = Pick<Run, 'id' | 'edition'>

export interface RecipientFilter {
  readonly state?: string | undefined
  readonly isCancelled: boolean
  readonly division?: DivisionCode | undefined
  readonly text: string
}

/**
 * The transfers of a list that the filter means, in the order of places and names, as numbers alone: the rows are read page by page. The
 * names stand in `person`, which is joined for the order and the beginning of a name, as the list on the screen does; ID numbers are asked of
 * the register's front door.
 */
export async function listTransferIds(
  tx: Tx,
  { id, edition }: Standing,
  filter: RecipientFilter,
): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select t.id from payment_transfer t join person p on p.id = t.person_id
    where t.run_id = ${id} and t.edition = ${edition} and ${conditionsOf(filter)}
    order by t.division_code, p.name, t.id`.execute(tx)
  return rows.map((row) => row.id)
}

function conditionsOf({ state, isCancelled, division, text }: RecipientFilter): RawBuilder<unknown> {
  const place = division === undefined ? undefined : rangeOf(division)
  const conditions = [
    state === undefined ? undefined : sql`t.state = ${state}`,
    isCancelled ? sql`t.cancelled_fen > 0` : undefined,
    place && sql`t.division_code between ${place.first} and ${place.last}`,
    text === '' ? undefined : sql`p.name >= ${text} and p.name < ${afterPrefix(text)}`,
  ].filter((condition) => condition !== undefined)
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

export interface RecipientSource {
  readonly person: number
  readonly name: string
  readonly division: string
  readonly benefits: readonly string[]
  readonly gross: number
  readonly offset: number
  readonly withheld: number
  readonly amount: number
  readonly cancelled: number
  readonly state: TransferState
  readonly heldBecause: string | null
  readonly failure: string | null
  readonly failureText: string | null
  readonly bank: string
  readonly account: string | null
  readonly holder: string
}

/** A page of transfers with what the sheet says of each, in the order of places. */
export async function listTransfersForSheet(tx: Tx, ids: readonly number[]): Promise<readonly RecipientSource[]> {
  const { rows } = await sql<RecipientSource>`
    select t.person_id as person, p.name, t.division_code as division,
      array(select distinct l.benefit from payment_line l where l.run_id = t.run_id and l.edition = t.edition
        and l.person_id = t.person_id and l.amount_fen > 0 order by 1) as benefits,
      t.gross_fen as gross, t.offset_fen as "offset", t.withheld_fen as withheld, t.amount_fen as amount,
      t.cancelled_fen as cancelled, t.state, t.held_because as "heldBecause", t.failure, t.failure_text as "failureText",
      t.bank, t.account_sealed as account, t.holder
    from payment_transfer t join person p on p.id = t.person_id where t.id = any(${[...ids]}::bigint[])
    order by t.division_code, p.name, t.id`.execute(tx)
  return rows
}
