import { runBalanceOf, signaturesNeeded, sinceSentBack } from '@dongzhou/engines/payments'
import { houseRulesOf } from '../../benefits/index.ts'
import { Fault } from '../../platform/fault.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import { mayApprovePayments, mayCheckPayments, mayMakePayments } from '../policy.ts'
import { freeTransfers } from '../reissues/claims.sql.ts'
import { findRun, type Run } from './runs.sql.ts'
import type { Signature } from './signatures.sql.ts'
import { listEntries } from './standing.sql.ts'
import { type StepOrder, takeStep } from './take-step.ts'

type Changed = Promise<{ id: number; version: number }>

/** 复核. */
export function checkRun(setting: ActionSetting, input: StepOrder): Changed {
  return takeStep(setting, input, {
    step: 'check',
    verb: 'payments.check-run',
    may: mayCheckPayments,
    work: async () => ({ state: 'checked' }),
  })
}

/** 审批: one signature of as many as the amount and its change ask for; with the last of them the run is approved. */
export function approveRun(setting: ActionSetting, input: StepOrder): Changed {
  return takeStep(setting, input, {
    step: 'approve',
    verb: 'payments.approve-run',
    may: mayApprovePayments,
    work: async (run, signatures) => {
      const { approvals } = await approvalsOf(setting, run)
      return approvalsGiven(signatures) + 1 >= approvals ? { state: 'approved' } : {}
    },
  })
}

const onApprovals: ReadonlySet<string> = new Set(['approvals-by-amount', 'approvals-by-change'])

/** 应有审批人数 of a run, by what the bureau has ruled; where it has ruled nothing, with what it is to enter. */
export async function approvalsOf(setting: Setting, run: Run) {
  const previous = run.previousRunId === undefined ? undefined : await findRun(setting, run.previousRunId)
  const { signatures, lacking } = await houseRulesOf(setting, setting.today)
  // A list from before its own comparison was kept was compared with the whole of one run.
  const before = run.before?.amount ?? previous?.list
  const needed = signaturesNeeded({ amount: run.list, before, uncompared: run.uncompared }, signatures)
  const missing = lacking.filter(({ kind }) => onApprovals.has(kind)).map(({ say }) => say)
  return { ...needed, because: [...needed.because, ...missing] }
}

export function approvalsGiven(signatures: readonly Signature[]): number {
  return sinceSentBack(signatures).filter(({ step }) => step === 'approve').length
}

/** 退回重编: the list goes back to the draft, and every signature on it is void. */
export function sendBackRun(
  setting: ActionSetting,
  { id, version, because }: { readonly id: number; readonly version: number; readonly because: string },
): Changed {
  return takeStep(
    setting,
    { id, version, note: because },
    {
      step: 'send-back',
      verb: 'payments.send-back-run',
      may: mayCheckPayments,
      work: async () => ({ state: 'draft', digest: null, lockedAt: null }),
    },
  )
}

/** 作废: a draft that nobody will use. What a reissue had taken up can be taken up again. */
export function withdrawRun(
  setting: ActionSetting,
  { id, version, because }: { readonly id: number; readonly version: number; readonly because: string },
): Changed {
  return takeStep(
    setting,
    { id, version, note: because },
    {
      step: 'withdraw',
      verb: 'payments.withdraw-run',
      may: mayMakePayments,
      work: async (run) => {
        if (run.jobId !== undefined) throw new Fault('payments.still-computing')
        await freeTransfers(setting, run.id)
        return { state: 'withdrawn' }
      },
    },
  )
}

/** 结清: list = paid + failed + held, to the fen. */
export function closeRun(setting: ActionSetting, input: StepOrder): Changed {
  return takeStep(setting, input, {
    step: 'close',
    verb: 'payments.close-run',
    may: mayMakePayments,
    work: async (run) => {
      const balance = runBalanceOf(await listEntries(setting.tx, run.id))
      if (!balance.isBalanced || balance.list !== run.list)
        throw new Fault('payments.not-balanced', { list: run.list, open: balance.open })
      return { state: 'closed' }
    },
  })
}
