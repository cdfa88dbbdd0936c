import { isCaseEnd } from '@dongzhou/terms/casework'
import { authoritiesOf, type Role } from '@dongzhou/terms/role'
import type { Procedure, Step } from './procedure.ts'

/** What is wrong with a procedure as data; none of these may be shipped. */
export interface Flaw {
  readonly step: string
  readonly what: 'unknown-target' | 'unreachable' | 'dead-end' | 'nobody' | 'unknown-clock-step' | 'unknown-apart'
}

/** 流程自查: every step is reached, some role can act in each, and from each an end is reached without anybody withdrawing. */
export function flawsOf(procedure: Procedure): readonly Flaw[] {
  const names = Object.keys(procedure.steps)
  const reached = everReached(procedure)
  return [
    ...targetsOf(procedure)
      .filter(({ to }) => !isKnown(procedure, to))
      .map(({ step }) => flaw(step, 'unknown-target')),
    ...names.filter((name) => !reached.has(name)).map((name) => flaw(name, 'unreachable')),
    ...names.filter((name) => ![...reachedFrom(procedure, name)].some(isCaseEnd)).map((name) => flaw(name, 'dead-end')),
    ...names.filter((name) => whoMayAct(procedure, name).length === 0).map((name) => flaw(name, 'nobody')),
    ...clockSteps(procedure)
      .filter((name) => !isKnown(procedure, name))
      .map((name) => flaw(name, 'unknown-clock-step')),
    ...apartSteps(procedure)
      .filter((name) => !isKnown(procedure, name))
      .map((name) => flaw(name, 'unknown-apart')),
  ]
}

/** Steps and ends to which a case can come from a step, itself included, by moves alone. */
export function reachedFrom(procedure: Procedure, from: string): ReadonlySet<string> {
  const met = new Set([from])
  for (const at of met) for (const { to } of procedure.steps[at]?.moves ?? []) met.add(to)
  return met
}

/** Steps and ends to which a case can ever come: by moves, and by being taken up again. */
function everReached(procedure: Procedure): ReadonlySet<string> {
  const starts = [procedure.first, ...procedure.reopen.map(({ at }) => at)]
  return new Set(starts.flatMap((at) => [...reachedFrom(procedure, at)]))
}

/** 谁能推动: the roles that carry the authority of a step. */
export function whoMayAct(procedure: Procedure, step: string): readonly Role[] {
  const authority = procedure.steps[step]?.authority
  if (authority === undefined) return []
  return (Object.keys(authoritiesOf) as Role[]).filter((role) => authoritiesOf[role].includes(authority))
}

function flaw(step: string, what: Flaw['what']): Flaw {
  return { step, what }
}

function isKnown(procedure: Procedure, name: string): boolean {
  return isCaseEnd(name) || Object.hasOwn(procedure.steps, name)
}

function targetsOf({ steps, reopen }: Procedure): readonly { readonly step: string; readonly to: string }[] {
  const moves = Object.entries(steps).flatMap(([step, { moves }]: [string, Step]) =>
    moves.map(({ to }) => ({ step, to })),
  )
  return [...moves, ...reopen.map(({ from, at }) => ({ step: from, to: at }))]
}

function clockSteps({ clocks, withdrawIn }: Procedure): readonly string[] {
  return [...clocks.flatMap(({ from, until, stillIn }) => [...from, ...until, ...stillIn]), ...withdrawIn]
}

function apartSteps({ steps }: Procedure): readonly string[] {
  return Object.values(steps).flatMap(({ apartFrom }) => apartFrom ?? [])
}
