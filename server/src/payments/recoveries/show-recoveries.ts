import type { RecoveryLine, RecoveryView } from '@dongzhou/contract/payments-money'
import type { Paged } from '@dongzhou/contract/shapes'
import { instalmentsAhead } from '@dongzhou/engines/payments'
import { type Month, monthCode, monthOf } from '@dongzhou/terms/month'
import { type RecoveryState, recoveryStates, recoveryWays } from '@dongzhou/terms/payment'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { Setting } from '../../platform/setting.ts'
import { divisionNames } from '../../registry/index.ts'
import { mayApprovePayments, mayMakePayments, mayReadPayments } from '../policy.ts'
import { divisionName, type Names } from '../present.ts'
import { showLines } from '../runs/list-run-rows.ts'
import { findRecovery, listRecoveries, listSteps, type RecoveryFilter, type RecoveryOnFile } from './recoveries.sql.ts'

export async function showRecoveries(
  setting: Setting,
  input: RecoveryFilter & { readonly page: number; readonly size: number },
): Promise<Paged<RecoveryLine>> {
  const { items, ...counted } = await listRecoveries(setting, input, input)
  const names = await divisionNames(
    setting,
    items.map(({ division }) => division),
  )
  return { ...counted, items: items.map((one) => present(one, names)) }
}

/** 追回详情: the debt, how it was settled so far, what the plan will bring, and the lines it came from. */
export async function getRecovery(setting: Setting, id: number): Promise<RecoveryView> {
  const recovery = await findRecovery(setting, id)
  if (!recovery) throw new Fault('payments.recovery-not-found')
  requireMay(mayReadPayments(setting.clerk, recovery))
  const { runId, personId } = recovery
  const lines = await showLines(setting, { runId, personId, kind: 'recovery', page: 1, size: 200 })
  const isOpen = recovery.settled < recovery.amount
  const clerk = setting.clerk
  return {
    ...present(recovery, await divisionNames(setting, [recovery.division])),
    steps: (await listSteps(setting, id)).map((step) => ({ ...step, wayName: recoveryWays[step.way] })),
    ahead: aheadOf(recovery, monthOf(setting.today)),
    lines: lines.items,
    may: {
      plan: isOpen && mayMakePayments(clerk, recovery) === 'yes',
      repay: isOpen && mayMakePayments(clerk, recovery) === 'yes',
      writeOff: isOpen && mayApprovePayments(clerk, recovery) === 'yes',
    },
  }
}

function aheadOf({ amount, settled, monthly, fromMonth }: RecoveryOnFile, now: Month) {
  if (monthly === undefined || fromMonth === undefined) return []
  const from = Math.max(fromMonth, now) as Month
  return instalmentsAhead({ rest: amount - settled, monthly }, from).map(({ month, ...rest }) => ({
    month: monthCode(month),
    ...rest,
  }))
}

function stateOf({ amount, settled, monthly }: RecoveryOnFile): RecoveryState {
  if (settled === amount) return 'settled'
  return monthly === undefined ? 'open' : 'planned'
}

function present(one: RecoveryOnFile, names: Names): RecoveryLine {
  const state = stateOf(one)
  const { id, version, personId, name, isAlive, runId, amount, settled, cause } = one
  return {
    ...{ id, version, personId, name, isAlive, runId, amount, settled, cause, state },
    division: divisionName(one.division, names),
    month: monthCode(one.month),
    rest: amount - settled,
    stateName: recoveryStates[state],
    monthly: one.monthly ?? null,
    fromMonth: one.fromMonth === undefined ? null : monthCode(one.fromMonth),
    document: one.document ?? null,
  }
}
