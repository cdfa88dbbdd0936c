import type { RunLine, RunView, StepView } from '@dongzhou/contract/payments-views'
import { findDay } from '@dongzhou/terms/day'
import { findMonth, monthOf } from '@dongzhou/terms/month'
import type { RunState } from '@dongzhou/terms/payment'
import type { WizardStep } from '../kit/wizard.tsx'
import { lateWords, stepNames, waitingFor } from './words.ts'

export type StepKey = keyof typeof stepNames

/** 办理步骤 (steps) of a run, in their order. */
export const steps: readonly WizardStep[] = Object.entries(stepNames).map(([key, title]) => ({ key, title }))

const order = Object.keys(stepNames) as readonly StepKey[]

type Standing = Pick<RunView, 'state' | 'computedAt' | 'jobId'> & {
  readonly changes: Pick<RunView['changes'], 'unexplained'>
}

/** The furthest step a run has come to: where whoever opens it goes on. */
export function restingStep({ state, computedAt, jobId, changes }: Standing): StepKey {
  switch (state) {
    case 'draft':
      return computedAt === null || jobId !== null ? 'list' : 'checks'
    case 'locked':
      return changes.unexplained > 0 ? 'changes' : 'sign'
    case 'checked':
      return 'sign'
    case 'approved':
      return changes.unexplained > 0 ? 'changes' : 'release'
    case 'released':
      return 'bank'
    case 'returned':
      return 'return'
    case 'closed':
      return 'close'
    case 'withdrawn':
      return 'list'
  }
}

const lastOf: { readonly [S in RunState]: StepKey } = {
  draft: 'changes',
  locked: 'sign',
  checked: 'sign',
  approved: 'release',
  released: 'return',
  returned: 'close',
  closed: 'close',
  withdrawn: 'changes',
}

/** Which steps may be looked at: everything up to where the run is; nothing of a list that is not there yet. */
export function openSteps(run: Standing): readonly StepKey[] {
  const last = run.computedAt === null || run.jobId !== null ? 'list' : lastOf[run.state]
  return order.slice(0, order.indexOf(last) + 1)
}

/** The step the address asks for, if the run may be there; else where the run rests. */
export function stepOf(run: Standing, asked: unknown): StepKey {
  return openSteps(run).find((step) => step === asked) ?? restingStep(run)
}

/** The step after this one, if it is open already. */
export function stepAfter(run: Standing, step: StepKey): StepKey | undefined {
  const open = openSteps(run)
  return open[open.indexOf(step) + 1]
}

/** May it be done now, and if not, why: as the server answers for whoever asks. */
export function answerFor(run: Pick<RunView, 'steps'>, step: StepView['step']): StepView {
  return run.steps.find((one) => one.step === step) ?? { step, may: false, why: '' }
}

const isEnded = ({ state }: Pick<RunLine, 'state'>) => state === 'closed' || state === 'withdrawn'

/** How many months ago the month of a run that is still open was over; 0 while it runs. */
export function monthsLate(run: Pick<RunLine, 'state' | 'month'>, today: string): number {
  const [month, day] = [findMonth(run.month), findDay(today)]
  if (isEnded(run) || month === undefined || day === undefined) return 0
  return Math.max(monthOf(day) - month, 0)
}

/** 晚的在前: what is open before what is ended, the latest of them first; otherwise as the server orders them. */
export function lateFirst<Run extends Pick<RunLine, 'state' | 'month'>>(
  runs: readonly Run[],
  today: string,
): readonly Run[] {
  return [...runs].sort(
    (one, other) => Number(isEnded(one)) - Number(isEnded(other)) || monthsLate(other, today) - monthsLate(one, today),
  )
}

/** What a run waits for, and whose turn it is. */
export function waitingSay(run: Pick<RunLine, 'state' | 'month' | 'jobId'>, today: string): string {
  if (run.jobId !== null) return lateWords.computing
  const late = monthsLate(run, today)
  return `${waitingFor[run.state]}${late > 0 ? lateWords.late(late) : ''}`
}
