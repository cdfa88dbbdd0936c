import type { WaitingKind } from '@dongzhou/contract/payments-waiting'
import { namedChecks } from '@dongzhou/engines/payments'
import { whoOf } from '../../platform/clerk.ts'
import type { Setting } from '../../platform/setting.ts'
import { mayCheckPayments, mayListPayments, mayMakePayments } from '../policy.ts'
import type { Run } from '../runs/runs.sql.ts'
import type { Signature } from '../runs/signatures.sql.ts'
import { stepsOf } from '../runs/steps-of.ts'
import type { RunStanding } from './waiting.sql.ts'

export interface Standing extends RunStanding {
  readonly signatures: readonly Signature[]
  readonly ownAccounts: number
}

interface Wait {
  readonly what: WaitingKind
  readonly count: number
}

const blocking = new Set<string>(namedChecks.filter(({ effect }) => effect === 'blocks').map(({ code }) => code))
const decidable = new Set<string>(
  namedChecks.filter((check) => check.effect === 'holds' && check.mayBePaid).map(({ code }) => code),
)

/** What this clerk can do with a run now: its next step by the same rules as the buttons of the page, and what keeps the step from being taken. */
export function waitsIn(setting: Pick<Setting, 'clerk' | 'bureau'>, run: Run, standing: Standing): readonly Wait[] {
  if (run.jobId !== undefined) return []
  return [...preparing(setting, run, standing), ...nextSteps(setting, run, standing), ...bank(setting, run, standing)]
}

/** Before the lock, and before the release: what somebody must look into. */
function preparing(
  { clerk }: Pick<Setting, 'clerk'>,
  run: Run,
  { findings, unexplained, signatures }: Standing,
): readonly Wait[] {
  const isDraft = run.state === 'draft' && run.computedAt !== undefined
  const mayMake = mayMakePayments(clerk, run) === 'yes'
  const mayDecide = mayCheckPayments(clerk, run) === 'yes' && !isMaker(clerk, signatures)
  return [
    ...some(isDraft && mayMake, 'mend', blocked(findings)),
    ...some(isDraft && mayDecide, 'decide', sum(findings, decidable, 'undecided')),
    ...some(mayMake && ['draft', 'locked', 'checked', 'approved'].includes(run.state), 'explain', unexplained),
  ]
}

function nextSteps(
  { clerk, bureau }: Pick<Setting, 'clerk' | 'bureau'>,
  run: Run,
  standing: Standing,
): readonly Wait[] {
  const may = new Map(stepsOf(clerk, run, standing).map((step) => [step.step, step.may]))
  const isPayable = !run.isSample || bureau.isDemo
  const isLockable = isPayable && mayListPayments(clerk, bureau) === 'yes' && blocked(standing.findings) === 0
  return [
    ...some(may.get('lock') === true && isLockable, 'lock', run.people),
    ...some(may.get('check') === true, 'check', run.people),
    ...some(may.get('approve') === true, 'approve', run.people),
    ...some(may.get('release') === true && isPayable, 'release', run.people),
    ...some(may.get('close') === true && standing.sent === 0, 'close', run.people),
  ]
}

/** The bank can answer only what it has been given. */
function bank({ clerk }: Pick<Setting, 'clerk'>, run: Run, standing: Standing): readonly Wait[] {
  if (run.state !== 'released') return []
  const may = new Map(stepsOf(clerk, run, standing).map((step) => [step.step, step.may]))
  return standing.hasBankFile
    ? some(may.get('return') === true, 'return', standing.sent)
    : some(may.get('export') === true, 'export', standing.sent)
}

function some(isTheirs: boolean, what: WaitingKind, count: number): readonly Wait[] {
  return isTheirs && count > 0 ? [{ what, count }] : []
}

function isMaker(clerk: Setting['clerk'], signatures: readonly Signature[]): boolean {
  return signatures.some(({ step, by }) => step === 'make' && by === whoOf(clerk))
}

function blocked(findings: Standing['findings']): number {
  return sum(findings, blocking, 'found')
}

function sum(findings: Standing['findings'], checks: ReadonlySet<string>, of: 'found' | 'undecided'): number {
  return findings.filter(({ check }) => checks.has(check)).reduce((total, finding) => total + finding[of], 0)
}
