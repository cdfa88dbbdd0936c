import type { Day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import type { Month } from '@dongzhou/terms/month'
import type { Clerk } from '../../platform/clerk.ts'
import { Fault, type May, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { mayApprovePayments, mayMakePayments } from '../policy.ts'
import { recordMoney } from '../runs/ledger.sql.ts'
import { changePlan, findRecoveryForUpdate, type RecoveryOnFile, recordStep } from './recoveries.sql.ts'

type Changed = Promise<{ id: number; version: number }>

interface Asked {
  readonly id: number
  readonly version: number
}

/** 制定追回方案: so much a month from a month on, by a paper the debtor has seen. A later plan takes the place of an earlier one. */
export async function planRecovery(
  setting: ActionSetting,
  input: Asked & { readonly monthly: number; readonly fromMonth: Month; readonly document: string },
): Changed {
  const recovery = await requireOpen(setting, input, mayMakePayments)
  const { monthly, fromMonth, document } = input
  const version = await changePlan(setting, recovery.id, { monthly, fromMonth, document })
  await recordTrail(setting, {
    verb: 'payments.plan-recovery',
    subject: { kind: 'recovery', id: recovery.id },
    division: recovery.division,
    before: { monthly: recovery.monthly ?? null },
    after: { monthly, fromMonth, document },
  })
  return { id: recovery.id, version }
}

/** 登记退缴: money that came back at the counter. */
export async function recordRepayment(
  setting: ActionSetting,
  input: Asked & { readonly amount: number; readonly on: Day; readonly receipt: string },
): Changed {
  const recovery = await requireOpen(setting, input, mayMakePayments)
  if (input.on > setting.today) throw new Fault('payments.day-ahead')
  if (input.amount > recovery.amount - recovery.settled) throw new Fault('payments.more-than-owed')
  const { amount, on, receipt: note } = input
  const version = await recordStep(setting, recovery, { way: 'repaid', amount, on, note })
  await recordMoney(setting, { id: recovery.runId, division: recovery.division }, { kind: 'repaid', amount })
  await recordTrail(setting, {
    verb: 'payments.record-repayment',
    subject: { kind: 'recovery', id: recovery.id },
    division: recovery.division,
    after: { amount, on, receipt: note },
  })
  return { id: recovery.id, version }
}

/** 核销: the whole rest is given up, by a decision. */
export async function writeOffRecovery(
  setting: ActionSetting,
  input: Asked & { readonly document: string; readonly because: string },
): Changed {
  const recovery = await requireOpen(setting, input, mayApprovePayments)
  const amount = recovery.amount - recovery.settled
  const note = `${input.document}：${input.because}`
  const version = await recordStep(setting, recovery, { way: 'written-off', amount, on: setting.today, note })
  await recordMoney(setting, { id: recovery.runId, division: recovery.division }, { kind: 'written-off', amount })
  await recordTrail(setting, {
    verb: 'payments.write-off-recovery',
    subject: { kind: 'recovery', id: recovery.id },
    division: recovery.division,
    after: { amount, document: input.document, because: input.because },
  })
  return { id: recovery.id, version }
}

type MayRecover = (clerk: Clerk, recovery: { readonly division: DivisionCode }) => May

async function requireOpen(setting: ActionSetting, { id, version }: Asked, may: MayRecover): Promise<RecoveryOnFile> {
  const recovery = await findRecoveryForUpdate(setting, id)
  if (!recovery) throw new Fault('payments.recovery-not-found')
  requireMay(may(setting.clerk, recovery))
  if (recovery.version !== version) throw new Fault('platform.changed-meanwhile', { version: recovery.version })
  if (recovery.settled === recovery.amount) throw new Fault('payments.recovery-settled')
  return recovery
}
