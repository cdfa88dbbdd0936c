import { balancesOf } from '@dongzhou/engines/payments'
import type { Benefit } from '@dongzhou/terms/benefit'
import { type MoneyAccount, moneyAccounts } from '@dongzhou/terms/payment'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Run } from './runs.sql.ts'
import type { LedgerRow } from './standing.sql.ts'

type Standing = Pick<Run, 'id' | 'edition'>

export interface SumByTown {
  readonly division: string
  readonly people: number
  readonly amount: number
}

/** 分镇合计. */
export async function sumByTown(tx: Tx, { id, edition }: Standing): Promise<readonly SumByTown[]> {
  const { rows } = await sql<SumByTown>`
    select rpad(left(division_code, 9), 12, '0') as division, count(distinct person_id) as people,
      sum(amount_fen)::bigint as amount
    from payment_transfer where run_id = ${id} and edition = ${edition} group by 1 order by 1`.execute(tx)
  return rows
}

/** 分项合计. */
export async function sumByBenefit(
  tx: Tx,
  { id, edition }: Standing,
): Promise<readonly { readonly benefit: Benefit; readonly people: number; readonly amount: number }[]> {
  const { rows } = await sql<{ benefit: Benefit; people: number; amount: number }>`
    select benefit, count(distinct person_id) as people, sum(amount_fen)::bigint as amount
    from payment_line where run_id = ${id} and edition = ${edition} group by benefit order by benefit`.execute(tx)
  return rows
}

/** 科目余额 in the order of the accounts. */
export function balancesByAccount(entries: readonly LedgerRow[]) {
  const balances = balancesOf(entries)
  return (Object.keys(moneyAccounts) as readonly MoneyAccount[])
    .filter((account) => balances.has(account))
    .map((account) => ({ account, accountName: moneyAccounts[account], amount: balances.get(account) ?? 0 }))
}
