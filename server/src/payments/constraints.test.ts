import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { ActionSetting } from '../platform/setting.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { aVeteran } from '../testing/people.ts'
import { COUNTY } from '../testing/test-bureau.ts'

const { rolledBack } = freshDatabase()

/** What stands where nothing is said: a draft, a line, a transfer and so on that every constraint lets be. */
const usual: { readonly [table: string]: Readonly<Record<string, unknown>> } = {
  payment_run: {
    ...{ division_code: COUNTY, kind: 'regular', month: 24_305, benefits: '{}', created_by: '测试' },
    ...{ created_at: '2025-06-30', changed_at: '2025-06-30' },
  },
  payment_signature: { edition: 1, step: 'make', who: 'a', actor: '测试', at: '2025-06-30' },
  payment_line: {
    ...{ edition: 1, benefit: 'disability-pension', month: 24_305, kind: 'regular', amount_fen: 1, cause: '当月应发' },
    ...{ rate_ids: '{}', rule_version: 1, known_at: '2025-06-30' },
  },
  payment_transfer: {
    ...{ edition: 1, month: 24_305, gross_fen: 3, offset_fen: 1, withheld_fen: 1, amount_fen: 1 },
    changed_at: '2025-06-30',
  },
  payment_change: {
    ...{ edition: 1, change: 'in', before_fen: 0, now_fen: 1, causes: '{}', say: '{}', is_unexplained: false },
  },
  recovery: {
    ...{ month: 24_305, amount_fen: 10, settled_fen: 0, cause: '去世' },
    ...{ created_at: '2025-06-30', changed_at: '2025-06-30' },
  },
  money_entry: { debit: 'expense', credit: 'list', amount_fen: 1, memo: '', actor: '测试', at: '2025-06-30' },
}

async function put(setting: ActionSetting, table: string, change: Readonly<Record<string, unknown>>): Promise<number> {
  const row = { division_code: COUNTY, ...usual[table], ...change }
  const { rows } = await sql<{ id: number }>`
    insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((column) => sql.ref(column)))})
    values (${sql.join(Object.values(row))}) returning id`.execute(setting.tx)
  return rows[0]?.id ?? 0
}

const signed = { digest: 'd', locked_at: '2025-06-30' }
const plan = { monthly_fen: 1, from_month: 24_306, document: '协议' }

test.each<[string, string, Readonly<Record<string, unknown>>]>([
  ['payment_run_kind_is_known', 'payment_run', { kind: 'other' }],
  ['payment_run_state_is_known', 'payment_run', { ...signed, state: 'other' }],
  ['payment_run_division_is_12_digits', 'payment_run', { division_code: '99' }],
  ['payment_run_openings_are_by_benefit', 'payment_run', { openings: '[]' }],
  ['payment_run_locked_has_digest', 'payment_run', { state: 'locked' }],
  ['payment_run_released_is_explained', 'payment_run', { ...signed, state: 'released', unexplained: 1 }],
  ['payment_signature_step_is_known', 'payment_signature', { step: 'other' }],
  ['payment_line_kind_is_known', 'payment_line', { kind: 'other' }],
  ['payment_line_recovers_or_pays', 'payment_line', { amount_fen: 0 }],
  ['payment_line_recovers_or_pays', 'payment_line', { amount_fen: -1 }],
  ['payment_line_recovers_or_pays', 'payment_line', { kind: 'recovery' }],
  ['payment_line_division_is_12_digits', 'payment_line', { division_code: '99' }],
  ['payment_transfer_sums_up', 'payment_transfer', { amount_fen: 2 }],
  ['payment_transfer_sums_up', 'payment_transfer', { withheld_fen: 0 }],
  ['payment_transfer_state_is_known', 'payment_transfer', { state: 'other', account_sealed: 'x' }],
  ['payment_transfer_held_says_why', 'payment_transfer', { state: 'held' }],
  ['payment_transfer_failed_says_why', 'payment_transfer', { state: 'failed', account_sealed: 'x' }],
  ['payment_transfer_sent_has_account', 'payment_transfer', { state: 'sent' }],
  ['payment_change_kind_is_known', 'payment_change', { change: 'same' }],
  ['payment_change_note_is_signed', 'payment_change', { note: '核实' }],
  ['recovery_never_takes_too_much', 'recovery', { settled_fen: 11 }],
  ['recovery_never_takes_too_much', 'recovery', { settled_fen: -1 }],
  ['recovery_plan_is_whole', 'recovery', { monthly_fen: 1 }],
  ['recovery_division_is_12_digits', 'recovery', { ...plan, division_code: '99' }],
  ['money_entry_moves_money', 'money_entry', { amount_fen: 0 }],
  ['money_entry_moves_money', 'money_entry', { credit: 'expense' }],
  ['money_entry_accounts_are_known', 'money_entry', { credit: 'other' }],
])('%s: the database refuses it in %s', async (constraint, table, change) => {
  await rolledBack(async (setting) => {
    const personId = await aVeteran(setting)
    await sql.raw('reset role').execute(setting.tx)
    const runId = table === 'payment_run' ? undefined : await put(setting, 'payment_run', {})
    const owned = {
      ...(runId === undefined ? {} : { run_id: runId }),
      ...(['payment_run', 'payment_signature', 'money_entry'].includes(table) ? {} : { person_id: personId }),
    }

    await expect(put(setting, table, { ...owned, ...change })).rejects.toMatchObject({ constraint })
  })()
})

test.each(['payment_transfer', 'payment_change', 'recovery'])('%s: one person stands once in a run', async (table) => {
  await rolledBack(async (setting) => {
    const owned = { person_id: await aVeteran(setting) }
    await sql.raw('reset role').execute(setting.tx)
    const runId = await put(setting, 'payment_run', {})
    await put(setting, table, { ...owned, run_id: runId })

    await expect(put(setting, table, { ...owned, run_id: runId })).rejects.toMatchObject({ code: '23505' })
  })()
})

test.each(['payment_line', 'payment_signature', 'money_entry', 'recovery_step', 'stock_move', 'payment_decision'])(
  'the application may neither change nor delete a row of %s',
  async (table) => {
    await rolledBack(async (setting) => {
      const { rows } = await sql<{ update: boolean; delete: boolean }>`
        select has_table_privilege('dongzhou_app', ${`b999999.${table}`}, 'update') as update,
          has_table_privilege('dongzhou_app', ${`b999999.${table}`}, 'delete') as delete`.execute(setting.tx)

      expect(rows).toEqual([{ update: false, delete: false }])
    })()
  },
)

test.each([
  ['payment_run', 'month'],
  ['payment_run', 'division_code'],
  ['payment_run', 'created_by'],
  ['payment_transfer', 'amount_fen'],
  ['payment_transfer', 'account_sealed'],
  ['payment_transfer', 'account_index'],
  ['payment_transfer', 'holder'],
  ['recovery', 'amount_fen'],
  ['recovery', 'person_id'],
  ['death_notice', 'died_on'],
  ['stock_item', 'unit'],
  ['stock_lot', 'item_id'],
])('the application may not change of %s the %s', async (table, column) => {
  await rolledBack(async (setting) => {
    const { rows } = await sql<{ may: boolean }>`
      select has_column_privilege('dongzhou_app', ${`b999999.${table}`}, ${column}, 'update') as may`.execute(
      setting.tx,
    )

    expect(rows).toEqual([{ may: false }])
  })()
})
