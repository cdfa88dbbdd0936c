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

/**
 * Writes lines by one array a column, of numbers as far as can be: a month's lines are alike in all but person and amount, so what they
 * share is said once. As rows of one JSON text 10,000 of them took half as long again.
 */
export async function recordLines(
  { tx }: ActionSetting,
  run: Standing,
  lines: readonly DraftLine[],
  { basis, divisionOf }: { readonly basis: LineBasis; readonly divisionOf: (person: number) => DivisionCode },
): Promise<void> {
  if (lines.length === 0) return
  const alike = new Alike()
  const kinds = lines.map((line) => alike.placeOf(line, basis))
  const { columns } = alike
  await sql`
    insert into payment_line (run_id, edition, person_id, division_code, benefit, month, kind, amount_fen, cause, rate_ids,
      rule_version, known_at)
    select ${run.id}::bigint, ${run.edition}::int, l.person, l.division, k.benefit, k.month, k.kind, l.amount, k.cause,
      k.rate_ids::bigint[], k.version, ${basis.knownAt}::timestamptz
    from unnest(${lines.map(({ person }) => person)}::bigint[], ${lines.map(({ person }) => divisionOf(person))}::text[],
      ${lines.map(({ amount }) => amount)}::bigint[], ${kinds}::int[]) with ordinality as l(person, division, amount, at, place)
    join unnest(${columns.map(({ benefit }) => benefit)}::text[], ${columns.map(({ month }) => month)}::int[],
      ${columns.map(({ kind }) => kind)}::text[], ${columns.map(({ cause }) => cause)}::text[],
      ${columns.map(({ rateIds }) => rateIds)}::text[], ${columns.map(({ version }) => version)}::int[])
      with ordinality as k(benefit, month, kind, cause, rate_ids, version, at) on k.at = l.at
    order by l.place`.execute(tx)
}

interface AlikeColumn extends Pick<DraftLine, 'benefit' | 'month' | 'kind' | 'cause'> {
  readonly rateIds: string
  readonly version: number
}

/** What lines share, each combination once. */
class Alike {
  readonly columns: AlikeColumn[] = []
  private readonly places = new Map<string, number>()

  /** Counted from 1, as the database counts. */
  placeOf(line: DraftLine, basis: LineBasis): number {
    const { benefit, month, kind, cause } = line
    const rateIds = `{${basis.rateIdsOf(line).join(',')}}`
    const key = `${benefit} ${month} ${kind} ${rateIds} ${cause}`
    const known = this.places.get(key)
    if (known !== undefined) return known
    this.columns.push({ benefit, month, kind, cause, rateIds, version: basis.versionOf(benefit) })
    this.places.set(key, this.columns.length)
    return this.columns.length
  }
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
  const accounts = transfers.map(({ onFile }) => accountOf(setting, onFile))
  const shares = transfers.map(({ share }) => share)
  const held = transfers.map(({ heldBecause }) => heldBecause ?? null)
  await sql`
    insert into payment_transfer (run_id, edition, month, changed_at, person_id, division_code, gross_fen, offset_fen,
      withheld_fen, amount_fen, withholdings, bank, holder, account_sealed, account_index, account_changed_on,
      account_changed_by, state, held_because, reissue_of)
    select ${run.id}::bigint, ${run.edition}::int, ${run.month}::int, ${setting.now}::timestamptz, t.person, t.division, t.gross,
      t."offset", t.gross - t."offset" - t.amount, t.amount, t.withholdings::jsonb, t.bank, t.holder, t.sealed, t.index,
      t.changed_on, t.changed_by, case when t.held is null then 'planned' else 'held' end, t.held, t.reissue_of
    from unnest(${shares.map(({ person }) => person)}::bigint[], ${transfers.map(({ division }) => division)}::text[],
      ${shares.map(({ gross }) => gross)}::bigint[], ${shares.map(({ offset }) => offset)}::bigint[],
      ${shares.map(({ amount }) => amount)}::bigint[], ${shares.map(({ withheld }) => JSON.stringify(withheld))}::text[],
      ${accounts.map(({ bank }) => bank)}::text[], ${accounts.map(({ holder }) => holder)}::text[],
      ${accounts.map(({ sealed }) => sealed)}::text[], ${accounts.map(({ index }) => index)}::text[],
      ${accounts.map(({ changedOn }) => changedOn)}::date[], ${accounts.map(({ changedBy }) => changedBy)}::text[],
      ${held}::text[], ${transfers.map(({ reissueOf }) => reissueOf ?? null)}::bigint[])
      as t(person, division, gross, "offset", amount, withholdings, bank, holder, sealed, index, changed_on, changed_by, held,
        reissue_of)`.execute(setting.tx)
}

interface AccountColumns {
  readonly bank: string
  readonly holder: string
  readonly sealed: string | null
  readonly index: string | null
  readonly changedOn: string | null
  readonly changedBy: string | null
}

const noAccount: AccountColumns = { bank: '', holder: '', sealed: null, index: null, changedOn: null, changedBy: null }

function accountOf({ vault }: ActionSetting, onFile: RecipientOnFile | undefined): AccountColumns {
  const account = onFile?.account
  if (account === undefined || account.account.trim() === '') return noAccount
  const { bank, holder, index, isChange, recordedAt, by } = account
  return {
    ...{ bank, holder, index },
    sealed: vault.seal(account.account, ACCOUNT),
    changedOn: isChange ? dayInChina(recordedAt) : null,
    changedBy: isChange && by !== undefined ? `account/${by}` : null,
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
