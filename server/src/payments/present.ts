import type { SignatureView } from '@dongzhou/contract/payments-views'
import { runSteps } from '@dongzhou/engines/payments'
import { type Month, monthCode, monthText } from '@dongzhou/terms/month'
import { runKinds, runStates } from '@dongzhou/terms/payment'
import type { Run } from './runs/runs.sql.ts'
import type { Signature } from './runs/signatures.sql.ts'

export type Names = ReadonlyMap<string, string>

export function divisionName(code: string, names: Names): { readonly code: string; readonly name: string } {
  return { code, name: names.get(code) ?? code }
}

export function runTitle({ kind, month }: Pick<Run, 'kind' | 'month'>): string {
  return `${monthText(month)}${runKinds[kind]}`
}

export function presentRun(run: Run, names: Names) {
  return {
    id: run.id,
    version: run.version,
    kind: run.kind,
    state: run.state,
    stateName: runStates[run.state],
    month: monthCode(run.month),
    benefits: run.benefits,
    title: runTitle(run),
    division: divisionName(run.division, names),
    people: run.people,
    list: run.list,
    isSample: run.isSample,
    jobId: run.jobId ?? null,
    createdAt: run.createdAt.toISOString(),
    createdBy: run.createdBy,
  }
}

export function presentSignature({ step, actor, at, note, digest }: Signature): SignatureView | undefined {
  // Return files are listed with what they brought; the line of signatures shows people signing.
  if (step === 'return') return undefined
  return { step, stepName: runSteps[step], by: actor, at: at.toISOString(), note, digest }
}

export function monthName(month: number): string {
  return monthCode(month as Month)
}
