import { failureLetter, type Letter, recoveryLetter } from '@dongzhou/engines/payments'
import { divisionCode } from '@dongzhou/terms/division'
import type { Month } from '@dongzhou/terms/month'
import type { FailureReason } from '@dongzhou/terms/payment'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { Setting } from '../../platform/setting.ts'
import { mayReadPayments } from '../policy.ts'
import { findRecovery } from '../recoveries/recoveries.sql.ts'
import { ACCOUNT } from '../runs/store.sql.ts'
import { findTransfer } from './transfer.sql.ts'

/** 告知书 about money that came back, or money that is asked back. */
export function letterOf(
  setting: Setting,
  { kind, id }: { readonly kind: 'failed' | 'recovery'; readonly id: number },
): Promise<Letter> {
  return kind === 'failed' ? letterOfFailure(setting, id) : letterOfRecovery(setting, id)
}

async function letterOfFailure(setting: Setting, id: number): Promise<Letter> {
  const transfer = await findTransfer(setting.tx, id)
  if (!transfer) throw new Fault('payments.transfer-not-found')
  requireMay(mayReadPayments(setting.clerk, { division: divisionCode(transfer.division) }))
  if (transfer.failure === null) throw new Fault('payments.transfer-not-failed')
  return failureLetter({
    ...signed(setting, transfer.name),
    month: transfer.month as Month,
    amount: transfer.amount,
    account: transfer.account === null ? '' : setting.vault.open(transfer.account, ACCOUNT),
    reason: transfer.failure as FailureReason,
  })
}

async function letterOfRecovery(setting: Setting, id: number): Promise<Letter> {
  const recovery = await findRecovery(setting, id)
  if (!recovery) throw new Fault('payments.recovery-not-found')
  requireMay(mayReadPayments(setting.clerk, recovery))
  const { name, amount, settled, cause, monthly, fromMonth } = recovery
  return recoveryLetter({
    ...signed(setting, name),
    ...{ amount, cause },
    rest: amount - settled,
    plan: monthly === undefined || fromMonth === undefined ? undefined : { monthly, from: fromMonth },
  })
}

function signed({ bureau, today }: Setting, name: string) {
  return { name, issuer: bureau.name, on: today }
}
