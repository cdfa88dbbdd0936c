import type { LaterFactLine } from '@dongzhou/contract/linkage'

/** Where the clerk puts the facts that came after the merge, by fact. */
export type Decisions = Readonly<Record<number, LaterFactLine['side']>>

/** Where a fact goes as things stand: the clerk's word, else the plan's; undefined where only a clerk can tell. */
export function sideOf(line: LaterFactLine, decisions: Decisions): LaterFactLine['side'] | undefined {
  return decisions[line.fact.id] ?? (line.mustDecide ? undefined : line.side)
}

/** How many still wait for the clerk. */
export function undecidedCount(later: readonly LaterFactLine[], decisions: Decisions): number {
  return later.filter((line) => sideOf(line, decisions) === undefined).length
}

/** What is sent: only what the clerk said, and only about facts that are in the plan. */
export function decisionsToSend(
  later: readonly LaterFactLine[],
  decisions: Decisions,
): { readonly factId: number; readonly side: LaterFactLine['side'] }[] {
  return later.flatMap(({ fact }) => {
    const side = decisions[fact.id]
    return side === undefined ? [] : [{ factId: fact.id, side }]
  })
}
