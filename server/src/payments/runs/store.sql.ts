import type { Change, Finding } from '@dongzhou/engines/payments'
import type { DivisionCode } from '@dongzhou/terms/division'
import { sql } from 'kysely'
import { dayInChina } from '../../platform/clock.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import type { RecipientOnFile } from '../../registry/index.ts'
import type { DraftLine, DraftShare } from './draft-run.ts'
import type { Run } from './runs.sql.ts'

type Standing = Pick<Run, 'id' | 'edition' | 'month'>

/** What a line rests on besides its own figures. */
export interface LineBasis {
  readonly rateIdsOf: (line: DraftLine) => readonly number[]
  readonly versionOf: (benefit: string) => number
  readonly knownAt: Date
}

/** Writes lines by one JSON parameter. */
export async function recordLines(
  { tx }: ActionSetting,
  run: Standing,
  lines: readonly DraftLine[],
  { basis, divisionOf }: { readonly basis: LineBasis; readonly divisionOf: (person: number) => DivisionCode },
): Promise<void> {
  if (lines.length === 0) return
  const rows = lines.map((line) => {
    const { person, benefit, month, kind, amount, cause } = line
    const own = [person, divisionOf(person), benefit, month, kind, amount, cause]
    return [...own, basis.rateIdsOf(line), basis.versionOf(benefit)]
  })
  // Arrays, not objects: of 10,000 rows the names of the columns would be two thirds of the text.
  await sql`
    insert into payment_line (run_id, edition, person_id, division_code, benefit, month, kind, amount_fen, cause, rate_ids,
      rule_version, known_at)
    select ${run.id}::bigint, ${run.edition}::int, (r.v ->> 0)::bigint, r.v ->> 1, r.v ->> 2, (r.v ->> 3)::int, r.v ->> 4,
      (r.v ->> 5)::bigint, r.v ->> 6, array(select jsonb_array_elements_text(r.v -> 7)::bigint), (r.v ->> 8)::int,
      ${basis.knownAt}::timestamptz
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as r(v)`.execute(tx)
}

export interface TransferToStore {
  readonly share: Pick<DraftShare, 'person' | 'gross' | 'offset' | 'amount' | 'withheld'>
  readonly division: DivisionCode
  readonly onFile: RecipientOnFile | undefined
  readonly heldBecause: string | undefined
  readonly reissueOf: number | undefined
}

/** What an account number in a transfer is bound to. */
export const ACCOUNT = 'payment_transfer.account'

/** Writes transfers with the account of this moment, sealed. */
export async function recordTransfers(
  setting: ActionSetting,
  run: Standing,
  transfers: readonly TransferToStore[],
): Promise<void> {
  if (transfers.length === 0) return
  const rows = transfers.map(({ share, division, onFile, heldBecause, reissueOf }) => ({
    person_id: share.person,
    division_code: division,
    gross_fen: share.gross,
    offset_fen: share.offset,
    withheld_fen: share.withheld.reduce((sum, { amount }) => sum + amount, 0),
    amount_fen: share.amount,
    withholdings: share.withheld,
    ...accountColumns(setting, onFile),
    state: heldBecause === undefined ? 'planned' : 'held',
    held_because: heldBecause ?? null,
    reissue_of: reissueOf ?? null,
  }))
  await sql`
    insert into payment_transfer (run_id, edition, month, changed_at, person_id, division_code, gross_fen, offset_fen,
      withheld_fen, amount_fen, withholdings, bank, holder, account_sealed, account_index, account_changed_on,
      account_changed_by, state, held_because, reissue_of)
    select ${run.id}::bigint, ${run.edition}::int, ${run.month}::int, ${setting.now}::timestamptz, r.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person_id bigint, division_code text, gross_fen bigint,
      offset_fen bigint, withheld_fen bigint, amount_fen bigint, withholdings jsonb, bank text, holder text,
      account_sealed text, account_index text, account_changed_on date, account_changed_by text, state text,
      held_because text, reissue_of bigint)`.execute(setting.tx)
}

function accountColumns({ vault }: ActionSetting, onFile: RecipientOnFile | undefined): object {
  const account = onFile?.account
  if (account === undefined || account.account.trim() === '') return { bank: '', holder: '' }
  return {
    bank: account.bank,
    holder: account.holder,
    account_sealed: vault.seal(account.account, ACCOUNT),
    account_index: account.index,
    ...(account.isChange
      ? {
          account_changed_on: dayInChina(account.recordedAt),
          account_changed_by: account.by === undefined ? null : `account/${account.by}`,
        }
      : {}),
  }
}

export async function recordChanges(
  { tx }: ActionSetting,
  run: Standing,
  changes: readonly Change[],
  divisionOf: (person: number) => DivisionCode,
): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(({ person, change, before, now, causes, say, isUnexplained }) => ({
    ...{ person, division: divisionOf(person), change, before, now, causes, say, is_unexplained: isUnexplained },
  }))
  await sql`
    insert into payment_change (run_id, edition, person_id, division_code, change, before_fen, now_fen, causes, say,
      is_unexplained)
    select ${run.id}::bigint, ${run.edition}::int, r.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person bigint, division text, change text, before bigint,
      now bigint, causes text[], say text[], is_unexplained boolean)`.execute(tx)
}

export async function recordFindings(
  { tx }: ActionSetting,
  run: Standing,
  findings: readonly Finding[],
  of: { readonly divisionOf: (person: number) => DivisionCode; readonly amountOf: (person: number) => number },
): Promise<void> {
  if (findings.length === 0) return
  const rows = findings.map(({ check, person, say }) => ({
    ...{ person, division: of.divisionOf(person), check_code: check, amount: of.amountOf(person), say },
  }))
  await sql`
    insert into payment_finding (run_id, edition, person_id, division_code, check_code, amount_fen, say)
    select ${run.id}::bigint, ${run.edition}::int, r.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person bigint, division text, check_code text,
      amount bigint, say text)
    on conflict do nothing`.execute(tx)
}
