import type { MergePlan, PersonFile } from './plan-merge.ts'
import type { UnmergePlan } from './plan-unmerge.ts'

// What plans mean, for their tests: the server does the same in its tables.

/** The one file after a merge, as the plan says; the server does the same in its tables. */
export function applyMerge(plan: MergePlan, keep: PersonFile, drop: PersonFile, mergedAt: string): PersonFile {
  const superseded = new Set(plan.supersedes)
  const facts = [...keep.facts, ...drop.facts].map((fact) =>
    superseded.has(fact.id) ? { ...fact, supersededAt: mergedAt } : fact,
  )
  return { id: plan.keep, facts: facts.toSorted((a, b) => a.id - b.id) }
}

/** The two files after a merge was taken back, as the plan says. */
export function applyUnmerge(
  plan: UnmergePlan,
  file: PersonFile,
): { readonly keep: PersonFile; readonly drop: PersonFile } {
  const returns = new Set(plan.returns)
  const reopens = new Set(plan.reopens)
  const facts = file.facts.map((fact) => (reopens.has(fact.id) ? { ...fact, supersededAt: undefined } : fact))
  return {
    keep: { id: plan.keep, facts: facts.filter((fact) => !returns.has(fact.id)) },
    drop: { id: plan.drop, facts: facts.filter((fact) => returns.has(fact.id)) },
  }
}
