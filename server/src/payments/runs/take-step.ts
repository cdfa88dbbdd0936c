import { mayTakeStep, type RunStep } from '@dongzhou/engines/payments'
import type { DivisionCode } from '@dongzhou/terms/division'
import { type Clerk, whoOf } from '../../platform/clerk.ts'
import { Fault, type May } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { requireRun } from './require-run.ts'
import { changeRun, type Run, type RunChange } from './runs.sql.ts'
import { listSignatures, recordSignature, type Signature } from './signatures.sql.ts'

export interface StepOrder {
  readonly id: number
  readonly version: number
  readonly note: string
}

interface Step {
  readonly step: RunStep
  readonly verb: string
  readonly may: (clerk: Clerk, run: { readonly division: DivisionCode }) => May
  /** What the step does besides being signed; answers what changes of the run. */
  work(run: Run, signatures: readonly Signature[]): Promise<RunChange>
}

/** 办理一步: state, people and place are asked; the step is done, signed and in the trail, or nothing of it is. */
export async function takeStep(
  setting: ActionSetting,
  order: StepOrder,
  { step, verb, may, work }: Step,
): Promise<{ id: number; version: number }> {
  const run = await requireRun(setting, order, may)
  const signatures = await listSignatures(setting, run.id)
  const answer = mayTakeStep(step, { state: run.state, taken: signatures }, whoOf(setting.clerk))
  if (answer.kind === 'wrong-state') throw new Fault('payments.wrong-state', { state: run.state })
  if (answer.kind === 'same-person') throw new Fault('payments.same-person', { say: answer.say })
  const change = await work(run, signatures)
  const version = await changeRun(setting, run.id, change)
  const digest = change.digest ?? run.digest
  await recordSignature(setting, { ...run, ...(digest === undefined ? {} : { digest }) }, { step, note: order.note })
  await recordTrail(setting, {
    verb,
    subject: { kind: 'payment-run', id: run.id },
    division: run.division,
    before: { state: run.state },
    after: { state: change.state ?? run.state, digest: digest ?? null },
  })
  return { id: run.id, version }
}
