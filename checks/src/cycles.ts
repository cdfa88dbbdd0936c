interface Arrow {
  readonly from: string
  readonly to: string
}

/** Rings in a graph: one list of members for each strongly connected group (and for each node that points at itself). */
export function findCycles(arrows: readonly Arrow[]): readonly (readonly string[])[] {
  const next = neighbours(arrows)
  const walk: Walk = { next, order: new Map(), low: new Map(), stack: [], waiting: new Set(), groups: [] }
  for (const node of [...next.keys()].sort()) if (!walk.order.has(node)) visit(walk, node)
  return walk.groups.filter((group) => group.length > 1 || isSelfRing(next, group[0]))
}

// Tarjan's walk: nodes are numbered as met; `low` is the earliest number reachable while still on the stack.
interface Walk {
  readonly next: ReadonlyMap<string, ReadonlySet<string>>
  readonly order: Map<string, number>
  readonly low: Map<string, number>
  readonly stack: string[]
  readonly waiting: Set<string>
  readonly groups: string[][]
}

function visit(walk: Walk, node: string): void {
  const number = walk.order.size
  walk.order.set(node, number)
  walk.low.set(node, number)
  walk.stack.push(node)
  walk.waiting.add(node)
  for (const neighbour of walk.next.get(node) ?? []) look(walk, node, neighbour)
  if (walk.low.get(node) === number) walk.groups.push(popGroup(walk, node))
}

function look(walk: Walk, node: string, neighbour: string): void {
  if (!walk.order.has(neighbour)) {
    visit(walk, neighbour)
    lower(walk, node, walk.low.get(neighbour))
  } else if (walk.waiting.has(neighbour)) {
    lower(walk, node, walk.order.get(neighbour))
  }
}

function lower(walk: Walk, node: string, value: number | undefined): void {
  if (value !== undefined && value < (walk.low.get(node) ?? Number.POSITIVE_INFINITY)) walk.low.set(node, value)
}

function popGroup(walk: Walk, root: string): string[] {
  const group = walk.stack.splice(walk.stack.lastIndexOf(root))
  for (const member of group) walk.waiting.delete(member)
  return group
}

function neighbours(arrows: readonly Arrow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const next = new Map<string, Set<string>>()
  for (const { from, to } of arrows) next.set(from, (next.get(from) ?? new Set()).add(to))
  return next
}

function isSelfRing(next: ReadonlyMap<string, ReadonlySet<string>>, node: string | undefined): boolean {
  return node !== undefined && (next.get(node)?.has(node) ?? false)
}
