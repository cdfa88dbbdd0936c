/** A division as the trees and pickers need it; the registry's line fits. */
export interface DivisionLike {
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly parentCode: string | null
  readonly aliases: readonly string[]
  readonly isActive: boolean
}

/** 区划节点: shaped for Ant Design's trees and for the ledger's tree filter. */
export interface DivisionNode {
  readonly value: string
  readonly title: string
  /** With its town before it, for a field that shows the chosen node alone: 三星镇富民村. */
  readonly fullTitle: string
  /** Every name it goes by, old ones too, in one text for searching. */
  readonly names: string
  readonly children: DivisionNode[]
}

interface TreeWishes {
  /** Only this division and what is inside it; everything when missing. */
  readonly within?: string | undefined
  /** Divisions out of use are left out unless somebody maintains them, or one of them is chosen. */
  readonly withStopped?: boolean
  readonly chosen?: string | undefined
}

/** The tree of divisions in the order of their codes, roots first. */
export function divisionTree(divisions: readonly DivisionLike[], wishes: TreeWishes = {}): DivisionNode[] {
  const shown = divisions.filter((one) => one.isActive || wishes.withStopped || one.code === wishes.chosen)
  const byCode = new Map(shown.map((one) => [one.code, one]))
  const byParent = groupedByParent(shown)
  const nodeOf = (one: DivisionLike): DivisionNode => ({
    value: one.code,
    title: one.shortName,
    fullTitle: fullTitleOf(one, byCode),
    names: [one.name, one.shortName, ...one.aliases, one.code].join(' '),
    children: [...(byParent.get(one.code) ?? [])].sort(byDivisionCode).map(nodeOf),
  })
  const root = wishes.within === undefined ? undefined : byCode.get(wishes.within)
  if (root) return [nodeOf(root)]
  return shown.filter((one) => one.parentCode === null || !byCode.has(one.parentCode)).map(nodeOf)
}

/** Does what was typed mean this node? Spaces do not count; any of its names may hold it. */
export function isNamed(node: Pick<DivisionNode, 'names'>, typed: string): boolean {
  return node.names.includes(typed.replace(/\s/g, ''))
}

/** 三星镇富民村: the name of a code with its town before it; the code itself where it is unknown. */
export function divisionTitle(divisions: readonly DivisionLike[], code: string): string {
  const byCode = new Map(divisions.map((one) => [one.code, one]))
  const found = byCode.get(code)
  return found ? fullTitleOf(found, byCode) : code
}

// The county goes without saying: nobody in the bureau writes it before a village.
function fullTitleOf(one: DivisionLike, byCode: ReadonlyMap<string, DivisionLike>): string {
  const parent = one.parentCode === null ? undefined : byCode.get(one.parentCode)
  return parent && parent.parentCode !== null ? `${parent.shortName}${one.shortName}` : one.shortName
}

function groupedByParent(divisions: readonly DivisionLike[]): ReadonlyMap<string, readonly DivisionLike[]> {
  const groups = new Map<string, DivisionLike[]>()
  for (const one of divisions) {
    if (one.parentCode === null) continue
    const group = groups.get(one.parentCode)
    if (group) group.push(one)
    else groups.set(one.parentCode, [one])
  }
  return groups
}

function byDivisionCode(one: DivisionLike, other: DivisionLike): number {
  return one.code < other.code ? -1 : 1
}
