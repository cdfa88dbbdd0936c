import type { Ledger } from '@dongzhou/engines/intake'
import { z } from 'zod'
import { withdrawEvents } from '../activities/index.ts'
import type { JobRun } from '../platform/job.sql.ts'
import type { JobDefinition } from '../platform/jobs.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { withdrawPairings } from '../visits/index.ts'
import { type Batch, changeBatch, listSheets, type Sheet } from './batches.sql.ts'
import { findBatchAtWork } from './load-batch.ts'
import { changeOutcomes, type KeptOutcome, listAcceptedAfter } from './outcomes.sql.ts'
import { releaseBatch } from './release-batch.ts'
import { requireLedger } from './require-ledger.ts'
import { withdrawPeople } from './withdraw-people.ts'

const WithdrawOrder = z.object({ batchId: z.uuid(), because: z.string() })

const ROWS = 500

/** 撤回: in steps of 500 rows, each in one transaction with its outcomes; cut off, it goes on with the rows not yet taken back. */
export const withdrawBatchJob: JobDefinition = {
  kind: 'intake.withdraw-batch',
  run: async (job) => {
    const { batchId, because } = WithdrawOrder.parse(job.run.payload)
    let done = 0
    for (;;) {
      const taken = await job.step((setting) => withdrawNext(setting, job.run, { batchId, because }))
      if (taken === 0) break
      done += taken
      await job.report(done)
    }
    await job.step(async (setting) => {
      const batch = await findBatchAtWork(setting, job.run, batchId, 'withdrawing')
      if (batch) await changeBatch(setting, batchId, { state: 'withdrawn' })
    })
    return { batchId, withdrawn: done }
  },
  release: releaseBatch,
}

/** Answers how many rows it dealt with. Each of them gets an outcome that is no longer "accepted", so the next call goes on. */
async function withdrawNext(
  setting: ActionSetting,
  run: JobRun,
  { batchId, because }: z.infer<typeof WithdrawOrder>,
): Promise<number> {
  const batch = await findBatchAtWork(setting, run, batchId, 'withdrawing')
  if (!batch) return 0
  const accepted = await listAcceptedAfter(setting, batchId, { sheet: -1, row: -1 }, ROWS)
  const sheets = await listSheets(setting, batchId)
  for (const [number, rows] of Map.groupBy(accepted, ({ sheet }) => sheet)) {
    const sheet = sheets.find((each) => each.sheet === number)
    if (!sheet) continue
    const outcomes = await withdrawers[requireLedger(sheet.ledger).target](setting, { batch, sheet, rows, because })
    await changeOutcomes(setting, batchId, outcomes)
  }
  return accepted.length
}

export interface Withdrawing {
  readonly batch: Batch
  readonly sheet: Sheet
  readonly rows: readonly KeptOutcome[]
  readonly because: string
}

type Withdrawer = (setting: ActionSetting, withdrawing: Withdrawing) => Promise<readonly KeptOutcome[]>

const withdrawers: { readonly [Target in Ledger['target']]: Withdrawer } = {
  people: withdrawPeople,
  activities: withdrawRecordsBy(withdrawEvents),
  pairings: withdrawRecordsBy(withdrawPairings),
}

/** What a room answers of rows whose records it could not take back, because somebody has worked on them since. */
interface KeptRow {
  readonly row: number
  readonly why: string
}

interface WithdrawOrder {
  readonly batchId: string
  readonly sheet: string
  readonly rows: readonly number[]
  readonly because: string
}

/** Records of other rooms are taken back by their room, which names those that stay. */
function withdrawRecordsBy(
  withdraw: (setting: ActionSetting, order: WithdrawOrder) => Promise<readonly KeptRow[]>,
): Withdrawer {
  return async (setting, { batch, sheet, rows, because }) => {
    const numbers = rows.map(({ row }) => row)
    const kept = await withdraw(setting, { batchId: batch.id, sheet: sheet.name, rows: numbers, because })
    const whys = new Map(kept.map(({ row, why }) => [row, why]))
    return rows.map((row) => ({ ...row, outcome: whys.has(row.row) ? 'kept' : 'withdrawn', why: whys.get(row.row) }))
  }
}
