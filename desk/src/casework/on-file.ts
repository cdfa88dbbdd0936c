import type { FactView } from '@dongzhou/contract/registry'

/** What a person's file holds of what a procedure needs, and what it lacks, both in the order of the procedure. */
export function onFile(
  needs: readonly string[],
  facts: readonly FactView[],
): { readonly known: readonly FactView[]; readonly lacking: readonly string[] } {
  const open = facts.filter(({ supersededAt }) => supersededAt === null)
  return {
    known: needs.flatMap((need) => open.filter(({ kindName }) => kindName === need)),
    lacking: needs.filter((need) => !open.some(({ kindName }) => kindName === need)),
  }
}
