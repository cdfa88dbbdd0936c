import { faults } from '@dongzhou/contract/faults'
import type { StepView } from '@dongzhou/contract/payments-views'
import { mayTakeStep, type RunStep } from '@dongzhou/engines/payments'
import { type Clerk, whoOf } from '../../platform/clerk.ts'
import type { May } from '../../platform/fault.ts'
import { mayApprovePayments, mayCheckPayments, mayMakePayments, mayReleasePayments } from '../policy.ts'
import type { Run } from './runs.sql.ts'
import type { Signature } from './signatures.sql.ts'

interface Standing {
  readonly signatures: readonly Signature[]
  readonly unexplained: number
  /** This clerk has explained a change of the list. */
  readonly hasExplained: boolean
  /** Of how many people on the list this clerk changed the account lately. */
  readonly ownAccounts: number
}

/** 可办环节: for each button whether this clerk may press it now, and if not, why; the actions ask the same again. */
export function stepsOf(clerk: Clerk, run: Run, standing: Standing): readonly StepView[] {
  const of = (step: StepView['step'], may: May, why: string) => {
    const reason = may === 'yes' ? why : faults[may].say
    return { step, may: reason === '', why: reason }
  }
  const state = (step: RunStep) => reasonOf(step, clerk, run, standing)
  const computing = run.jobId === undefined ? '' : faults['payments.still-computing'].say
  const isOut = ['released', 'returned', 'closed'].includes(run.state)
  return [
    of('recompute', mayMakePayments(clerk, run), run.state === 'draft' ? computing : '只有编制中的批次可以重新计算。'),
    of('lock', mayMakePayments(clerk, run), state('lock') || computing || notComputed(run)),
    of('check', mayCheckPayments(clerk, run), state('check')),
    of('approve', mayApprovePayments(clerk, run), state('approve')),
    of('release', mayReleasePayments(clerk, run), state('release') || notReleasable(standing)),
    of('send-back', mayCheckPayments(clerk, run), state('send-back')),
    of('withdraw', mayMakePayments(clerk, run), state('withdraw') || computing),
    of('export', mayReleasePayments(clerk, run), isOut ? '' : '确认发放后才能导出银行文件。'),
    of('return', mayMakePayments(clerk, run), state('return')),
    of('close', mayMakePayments(clerk, run), state('close')),
  ]
}

function reasonOf(step: RunStep, clerk: Clerk, run: Run, { signatures }: Standing): string {
  const answer = mayTakeStep(step, { state: run.state, taken: signatures }, whoOf(clerk))
  return answer.kind === 'yes' ? '' : answer.say
}

function notComputed(run: Run): string {
  if (run.computedAt === undefined) return faults['payments.not-computed'].say
  return run.people === 0 ? faults['payments.empty-run'].say : ''
}

/** The first of what stands against the release, in the order in which the release asks. */
function notReleasable(standing: Standing): string {
  return unexplained(standing) || explained(standing) || changedAccounts(standing)
}

function unexplained({ unexplained: count }: Standing): string {
  return count === 0 ? '' : `还有 ${count} 人的变动没有原因，请逐条核实并说明。`
}

function explained({ hasExplained }: Standing): string {
  return hasExplained ? faults['payments.explained-by-releaser'].say : ''
}

function changedAccounts({ ownAccounts: count }: Standing): string {
  return count === 0 ? '' : faults['payments.changed-the-account'].say
}
