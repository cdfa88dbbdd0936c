import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

export interface TransferOnFile {
  readonly name: string
  readonly division: string
  readonly month: number
  readonly amount: number
  readonly account: string | null
  readonly failure: string | null
}

export async function findTransfer(tx: Tx, id: number): Promise<TransferOnFile | undefined> {
  const { rows } = await sql<TransferOnFile>`
    select p.name, t.division_code as division, t.month, t.amount_fen as amount, t.account_sealed as account, t.failure
    from payment_transfer t join person p on p.id = t.person_id where t.id = ${id}`.execute(tx)
  return rows[0]
}
