import {
  changeCauses,
  changeKinds,
  failureReasons,
  lineKinds,
  moneyAccounts,
  recoveryStates,
  recoveryWays,
  runChecks,
  runKinds,
  runStates,
  transferStates,
} from '@dongzhou/terms/payment'
import { z } from 'zod'

function codesOf<Term extends Record<string, string>>(term: Term) {
  return z.enum(Object.keys(term) as [keyof Term & string, ...(keyof Term & string)[]])
}

export const RunStateCode = codesOf(runStates)
export const RunKindCode = codesOf(runKinds)
export const LineKindCode = codesOf(lineKinds)
export const TransferStateCode = codesOf(transferStates)
export const ChangeKindCode = codesOf(changeKinds)
export const ChangeCauseCode = codesOf(changeCauses)
export const RunCheckCode = codesOf(runChecks)
export const FailureReasonCode = codesOf(failureReasons)
export const MoneyAccountCode = codesOf(moneyAccounts)
export const RecoveryStateCode = codesOf(recoveryStates)
export const RecoveryWayCode = codesOf(recoveryWays)
