import { entriesOf, type MoneyEvent } from '@dongzhou/engines/payments'
import { sql } from 'kysely'
import type { ActionSetting } from '../../platform/setting.ts'
import type { Run } from './runs.sql.ts'

/** 记账: writes the entries of an event. */
export async function recordMoney(
  setting: ActionSetting,
  run: { readonly id: number; readonly division: Run['division'] },
  event: MoneyEvent,
): Promise<void> {
  const entries = entriesOf(event)
  if (entries.length === 0) return
  await sql`
    insert into money_entry (run_id, division_code, debit, credit, amount_fen, memo, actor, at)
    select ${run.id}, ${run.division}, e.debit, e.credit, e.amount, e.memo, ${setting.clerk.displayName}, ${setting.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e(debit text, credit text, amount bigint, memo text)`.execute(
    setting.tx,
  )
}
