import type { BatchView } from '@dongzhou/contract/intake'
import type { WizardStep } from '../kit/wizard.tsx'
import { stepNames } from './words.ts'

export type StepKey = keyof typeof stepNames

/** 办理步骤 (steps), named by what the person does. */
export const steps: readonly WizardStep[] = Object.entries(stepNames).map(([key, title]) => ({ key, title }))

type Standing = Pick<BatchView, 'state' | 'forecast' | 'complaints'>

/** The furthest step a batch has come to: where one resumes who left it yesterday. */
export function restingStep(batch: Standing): StepKey {
  switch (batch.state) {
    case 'reading':
    case 'refused':
      return 'recognise'
    case 'staged':
      return 'recognise'
    case 'accepting':
    case 'accepted':
    case 'withdrawing':
    case 'withdrawn':
      return 'result'
  }
}

/** Which steps may be opened: what is left of an accepted batch may still be mended and accepted, a withdrawn one may not. */
export function openSteps(batch: Standing): readonly StepKey[] {
  switch (batch.state) {
    case 'reading':
    case 'refused':
      return ['recognise']
    case 'staged':
      return ['recognise', 'check', 'accept']
    case 'accepting':
    case 'withdrawing':
    case 'withdrawn':
      return ['recognise', 'result']
    case 'accepted':
      return ['recognise', 'check', 'accept', 'result']
  }
}

/** The step the address asks for, if the batch may be there; else where the batch rests. */
export function stepOf(batch: Standing, asked: unknown): StepKey {
  return openSteps(batch).find((step) => step === asked) ?? restingStep(batch)
}

/** How many rows or people the next acceptance lets in. */
export function readyCount({ forecast }: Pick<BatchView, 'forecast'>): number {
  return forecast.newPeople + forecast.changedPeople + forecast.unchangedPeople + forecast.newRecords
}

/** Complaints of one severity, in places (处). */
export function countComplaints({ complaints }: Pick<BatchView, 'complaints'>, severity: 'held' | 'warned'): number {
  return complaints.reduce((sum, one) => (one.severity === severity ? sum + one.count : sum), 0)
}
