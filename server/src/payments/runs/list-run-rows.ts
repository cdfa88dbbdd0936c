import type { ChangeView, FindingView, PostedLineView, TransferView } from '@dongzhou/contract/payments-views'
import type { Paged } from '@dongzhou/contract/shapes'
import { checkName, maskedAccount, namedChecks } from '@dongzhou/engines/payments'
import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import type { Month } from '@dongzhou/terms/month'
import {
  type ChangeCause,
  type ChangeKind,
  changeKinds,
  type FailureReason,
  failureReasons,
  type LineKind,
  lineKinds,
  type TransferState,
  transferStates,
} from '@dongzhou/terms/payment'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { Setting } from '../../platform/setting.ts'
import { divisionNames } from '../../registry/index.ts'
import { mayReadPayments } from '../policy.ts'
import { divisionName, monthName, type Names, runTitle } from '../present.ts'
import { type ChangeFilter, listChanges } from './changes.sql.ts'
import { type LineFilter, listFindings, listLines, listTransfers, type TransferFilter } from './lists.sql.ts'
import { findRun, type Run } from './runs.sql.ts'
import { ACCOUNT } from './store.sql.ts'

type PageOf = { readonly page: number; readonly size: number }

/** The run whose rows somebody wants to see. */
async function requireSight(setting: Setting, runId: number): Promise<Run> {
  const run = await findRun(setting, runId)
  if (!run) throw new Fault('payments.run-not-found')
  requireMay(mayReadPayments(setting.clerk, run))
  return run
}

async function namesOf(setting: Setting, rows: readonly { readonly division_code: string }[]): Promise<Names> {
  return divisionNames(
    setting,
    rows.map(({ division_code }) => division_code),
  )
}

export async function showLines(setting: Setting, input: LineFilter & PageOf): Promise<Paged<PostedLineView>> {
  const { items, ...counted } = await listLines(setting, input, input)
  const names = await namesOf(setting, items)
  return { ...counted, items: items.map((row) => presentLine(row, names)) }
}

type LineRow = Awaited<ReturnType<typeof listLines>>['items'][number]

export function presentLine(row: LineRow, names: Names): PostedLineView {
  return {
    id: row.id,
    runId: row.run_id,
    personId: row.person_id,
    name: row.name,
    division: divisionName(row.division_code, names),
    benefit: row.benefit as Benefit,
    benefitName: benefits[row.benefit as Benefit],
    month: monthName(row.month),
    kind: row.kind as LineKind,
    kindName: lineKinds[row.kind as LineKind],
    amount: row.amount_fen,
    cause: row.cause,
    // The number of a row leads to its name, and of a care allowance that may be a finding about the person.
    rateIds: row.benefit === 'care-allowance' ? [] : row.rate_ids.map(Number),
    ruleVersion: row.rule_version,
    knownAt: row.known_at.toISOString(),
  }
}

export async function showTransfers(setting: Setting, input: TransferFilter & PageOf): Promise<Paged<TransferView>> {
  const { items, ...counted } = await listTransfers(setting, input, input)
  const names = await namesOf(setting, items)
  return { ...counted, items: items.map((row) => presentTransfer(setting, row, names)) }
}

type TransferRow = Awaited<ReturnType<typeof listTransfers>>['items'][number]

function presentTransfer({ vault }: Setting, row: TransferRow, names: Names): TransferView {
  const failure = row.failure as FailureReason | null
  return {
    id: row.id,
    runId: row.run_id,
    runTitle: runTitle({ kind: row.run_kind ?? 'regular', month: row.month as Month }),
    month: monthName(row.month),
    personId: row.person_id,
    name: row.name,
    division: divisionName(row.division_code, names),
    gross: row.gross_fen,
    offset: row.offset_fen,
    withheld: row.withheld_fen,
    amount: row.amount_fen,
    bank: row.bank,
    accountMasked: row.account_sealed === null ? '' : maskedAccount(vault.open(row.account_sealed, ACCOUNT)),
    holder: row.holder,
    state: row.state as TransferState,
    stateName: transferStates[row.state as TransferState],
    heldBecause: row.held_because,
    failure,
    failureName: failure && failureReasons[failure],
    failureText: row.failure_text,
    cancelled: row.cancelled_fen,
    reissuedIn: row.reissued_in,
    reissueOf: row.reissue_of,
  }
}

export async function showChanges(
  setting: Setting,
  input: ChangeFilter & PageOf & { readonly runId: number },
): Promise<Paged<ChangeView>> {
  const run = await requireSight(setting, input.runId)
  const { items, ...counted } = await listChanges(setting, run, input, input)
  const names = await namesOf(setting, items)
  return {
    ...counted,
    items: items.map((row) => ({
      id: row.id,
      personId: row.person_id,
      name: row.name,
      division: divisionName(row.division_code, names),
      change: row.change as ChangeKind,
      changeName: changeKinds[row.change as ChangeKind],
      before: row.before_fen,
      now: row.now_fen,
      causes: [...(row.causes as readonly ChangeCause[]), ...(row.note === null ? [] : (['explained'] as const))],
      say: row.say,
      isUnexplained: row.is_unexplained && row.note === null,
      explanation:
        row.note === null || row.noted_at === null
          ? null
          : { note: row.note, by: row.noted_by ?? '', at: row.noted_at.toISOString() },
    })),
  }
}

export async function showFindings(
  setting: Setting,
  input: PageOf & { readonly runId: number; readonly check?: string | undefined; readonly isUndecided: boolean },
): Promise<Paged<FindingView>> {
  const run = await requireSight(setting, input.runId)
  const { items, ...counted } = await listFindings(setting, run, input, input)
  const names = await namesOf(setting, items)
  return { ...counted, items: items.flatMap((row) => presentFinding(row, names)) }
}

type FindingRow = Awaited<ReturnType<typeof listFindings>>['items'][number]

function presentFinding(row: FindingRow, names: Names): readonly FindingView[] {
  const check = namedChecks.find(({ code }) => code === row.check_code)
  if (!check) return []
  return [
    {
      id: row.id,
      check: check.code,
      checkName: checkName(check),
      effect: check.effect,
      personId: row.person_id,
      name: row.name,
      division: divisionName(row.division_code, names),
      amount: row.amount_fen,
      say: row.say,
      whatToDo: check.whatToDo,
      decision:
        row.at === null
          ? null
          : { pay: row.pay === true, because: row.because ?? '', by: row.actor ?? '', at: row.at.toISOString() },
    },
  ]
}
