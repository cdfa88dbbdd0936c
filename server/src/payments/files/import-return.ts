import { readFile } from 'node:fs/promises'
import type { ReturnView } from '@dongzhou/contract/payments-money'
import type { Paged } from '@dongzhou/contract/shapes'
import {
  type BankBatch,
  findLayout,
  type Layout,
  largestReturn,
  type Outcome,
  readReturn,
  tooLarge,
} from '@dongzhou/engines/payments'
import { type FailureReason, failureReasons } from '@dongzhou/terms/payment'
import { Fault, requireMay } from '../../platform/fault.ts'
import { type FileRecord, findFile } from '../../platform/file.sql.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { mayMakePayments, mayReadPayments } from '../policy.ts'
import { recordMoney } from '../runs/ledger.sql.ts'
import { requireRun } from '../runs/require-run.ts'
import { changeRun, findRun, type Run } from '../runs/runs.sql.ts'
import { recordSignature } from '../runs/signatures.sql.ts'
import { bankBatchOf } from './batch.ts'
import { encodingOf } from './encodings.ts'
import { listAnswered, listReturns, type NewReturn, recordOutcomes, recordReturn } from './files.sql.ts'

export interface ImportReturn {
  readonly runId: number
  readonly layout: string
  readonly fileId: string
}

const SHOWN = 20

/**
 * 导入回盘: the file is taken whole, or refused whole; refused, it stands with its reasons, and no money has moved. Several banks answer in
 * several files: the run waits until every transfer is answered.
 */
export async function importReturn(setting: ActionSetting, input: ImportReturn): Promise<ReturnView> {
  const run = await requireRun(setting, { id: input.runId }, mayMakePayments)
  if (run.state !== 'released') throw new Fault('payments.return-not-expected')
  const layout = findLayout(input.layout)
  if (!layout) throw new Fault('payments.layout-unknown')
  if (!layout.returns) throw new Fault('payments.layout-reads-no-returns')
  const file = await findFile(setting, input.fileId)
  if (file?.kind !== 'upload' || file.accountId !== setting.clerk.accountId) throw new Fault('payments.file-missing')
  const sent = await bankBatchOf(
    setting,
    run,
    layout.row.some(({ field }) => field === 'id-number'),
  )
  const answered = await listAnswered(setting.tx, run)
  // Seen by its size alone: what no return can be is not even taken out of the storage.
  const read =
    file.size > largestReturn(sent)
      ? tooLarge(sent)
      : readReturn(layout, await bytesOf(setting, file), { ...sent, answered }, encodingOf(layout))
  const made = { fileId: file.id, fileName: file.name, layout: layout.code }
  const one: NewReturn =
    read.kind === 'refused'
      ? { ...made, ...nothing, state: 'refused', complaints: read.complaints.slice(0, SHOWN) }
      : { ...made, ...sumsOf(sent, read.outcomes), state: 'taken', complaints: [] }
  if (read.kind === 'taken') await take(setting, run, { outcomes: read.outcomes, waiting: read.waiting, one })
  const id = await recordReturn(setting, run, one)
  await recordTrail(setting, {
    verb: 'payments.import-return',
    subject: { kind: 'payment-run', id: run.id },
    division: run.division,
    after: { returnId: id, state: one.state, paid: one.paid, failed: one.failed },
  })
  return present({ ...one, id, run_id: run.id, actor: setting.clerk.displayName, at: setting.now }, layout)
}

const nothing = { paid: { people: 0, amount: 0 }, failed: { people: 0, amount: 0 }, reasons: [] } as const

async function take(
  setting: ActionSetting,
  run: Run,
  {
    outcomes,
    waiting,
    one,
  }: { readonly outcomes: readonly Outcome[]; readonly waiting: number; readonly one: NewReturn },
): Promise<void> {
  if ((await recordOutcomes(setting, run, outcomes)) !== outcomes.length) throw new Fault('platform.nothing-changed')
  await recordMoney(setting, run, { kind: 'returned', paid: one.paid.amount, failed: one.failed.amount })
  await recordSignature(setting, run, { step: 'return', note: one.fileName })
  await changeRun(setting, run.id, waiting === 0 ? { state: 'returned' } : {})
}

async function bytesOf({ files }: Setting, { key }: FileRecord): Promise<Uint8Array> {
  const local = await files.localPath(key)
  try {
    return new Uint8Array(await readFile(local.path))
  } finally {
    await local.dispose()
  }
}

function sumsOf(sent: BankBatch, outcomes: readonly Outcome[]): Pick<NewReturn, 'paid' | 'failed' | 'reasons'> {
  const amounts = new Map(sent.rows.map(({ reference, amount }) => [reference, amount]))
  const sumOf = (some: readonly Outcome[]) => ({
    people: some.length,
    amount: some.reduce((sum, { reference }) => sum + (amounts.get(reference) ?? 0), 0),
  })
  const failed = outcomes.filter(({ isPaid }) => !isPaid)
  const byReason = Map.groupBy(failed, ({ reason }) => reason ?? 'other')
  return {
    paid: sumOf(outcomes.filter(({ isPaid }) => isPaid)),
    failed: sumOf(failed),
    reasons: [...byReason].map(([reason, some]) => ({ reason, ...sumOf(some) })),
  }
}

/** 回盘记录 of a run, the latest first. */
export async function showReturns(
  setting: Setting,
  { runId, ...page }: { readonly runId: number; readonly page: number; readonly size: number },
): Promise<Paged<ReturnView>> {
  const run = await findRun(setting, runId)
  if (!run) throw new Fault('payments.run-not-found')
  requireMay(mayReadPayments(setting.clerk, run))
  const { items, ...counted } = await listReturns(setting, runId, page)
  return {
    ...counted,
    items: items.map((row) =>
      present(
        {
          ...row,
          fileName: row.file_name,
          paid: { people: row.paid_count, amount: row.paid_fen },
          failed: { people: row.failed_count, amount: row.failed_fen },
          reasons: row.reasons as NewReturn['reasons'],
          complaints: row.complaints as NewReturn['complaints'],
        },
        findLayout(row.layout),
      ),
    ),
  }
}

interface KeptReturn extends Omit<NewReturn, 'fileId'> {
  readonly id: number
  readonly run_id: number
  readonly actor: string
  readonly at: Date
}

function present(one: KeptReturn, layout: Layout | undefined): ReturnView {
  return {
    id: one.id,
    runId: one.run_id,
    fileName: one.fileName,
    layout: one.layout,
    layoutName: layout?.name ?? one.layout,
    state: one.state,
    paid: one.paid,
    failed: one.failed,
    byReason: one.reasons.map(({ reason, ...sums }) => ({
      reason: reason as FailureReason,
      reasonName: failureReasons[reason as FailureReason],
      ...sums,
    })),
    complaints: [...one.complaints],
    by: one.actor,
    at: one.at.toISOString(),
  }
}
