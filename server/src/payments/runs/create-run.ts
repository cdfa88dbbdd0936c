import { runSteps } from '@dongzhou/engines/payments'
import type { Benefit } from '@dongzhou/terms/benefit'
import type { DivisionCode } from '@dongzhou/terms/division'
import { type Month, monthOf, monthText } from '@dongzhou/terms/month'
import { whoOf } from '../../platform/clerk.ts'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { divisionNames } from '../../registry/index.ts'
import { mayListPayments, mayMakePayments } from '../policy.ts'
import { openingsRecord } from './opening-book.ts'
import { openingsOf } from './openings.ts'
import { requireRun } from './require-run.ts'
import { changeRun, type Run, recordRun } from './runs.sql.ts'
import { listSignatures, recordSignature } from './signatures.sql.ts'

export interface CreateRun {
  readonly month: Month
  readonly benefits: readonly Benefit[]
  /** 起始月 of the benefits that no run has paid in this division yet; left out, the month of the run. */
  readonly opening?: Month | undefined
  readonly division?: DivisionCode | undefined
  readonly note: string
}

interface Ordered {
  readonly id: number
  readonly version: number
  readonly jobId: string
}

export const computeRunKind = 'payments.compute-run'

/** 编制批次: opens a draft and orders its computation. */
export async function createRun(setting: ActionSetting, input: CreateRun): Promise<Ordered> {
  const division = input.division ?? setting.clerk.division
  requireMay(mayMakePayments(setting.clerk, { division }))
  requireMay(mayListPayments(setting.clerk, setting.bureau))
  if (input.month > monthOf(setting.today)) throw new Fault('payments.month-ahead')
  if (!(await divisionNames(setting, [division])).has(division)) throw new Fault('payments.division-unknown')
  const benefits = [...new Set(input.benefits)]
  const openings = await openingsOf(setting, { ...input, division, benefits })
  const run = { division, kind: 'regular' as const, month: input.month, benefits, openings, note: input.note }
  const id = await recordRun(setting, run)
  await recordSignature(setting, { ...run, id, edition: 0 }, { step: 'make', note: input.note })
  await recordTrail(setting, {
    verb: 'payments.create-run',
    subject: { kind: 'payment-run', id },
    division,
    after: { month: input.month, benefits, openings: openingsRecord(openings) },
  })
  return orderComputation(setting, { id, month: input.month })
}

/** 重新计算: the draft once more, by the facts and rates of now. */
export async function recomputeRun(
  setting: ActionSetting,
  input: { readonly id: number; readonly version: number },
): Promise<Ordered> {
  const run = await requireRun(setting, input, mayMakePayments)
  requireMay(mayListPayments(setting.clerk, setting.bureau))
  if (run.state !== 'draft') throw new Fault('payments.wrong-state', { step: runSteps.make })
  if (run.jobId !== undefined) throw new Fault('payments.still-computing')
  await signAsMaker(setting, run)
  await recordTrail(setting, {
    verb: 'payments.recompute-run',
    subject: { kind: 'payment-run', id: run.id },
    division: run.division,
  })
  return orderComputation(setting, run)
}

// Whoever has the list made anew is its maker as much as whoever opened it, and may neither check nor release it.
async function signAsMaker(setting: ActionSetting, run: Run): Promise<void> {
  const isMaker = (await listSignatures(setting, run.id)).some(
    ({ step, by }) => step === 'make' && by === whoOf(setting.clerk),
  )
  if (!isMaker) await recordSignature(setting, run, { step: 'make', note: '重新计算' })
}

/** Has a draft computed in the background; until it is done nothing else can be done to it. */
export async function orderComputation(
  setting: ActionSetting,
  { id, month }: { readonly id: number; readonly month: Month },
): Promise<Ordered> {
  const jobId = await setting.startJob({
    kind: computeRunKind,
    title: `计算${monthText(month)}发放名单`,
    payload: { runId: id },
  })
  return { id, jobId, version: await changeRun(setting, id, { jobId }) }
}
