import { agreementOf, sharesTime } from '@dongzhou/terms/agreement'
import { type FactKind, factKinds, isFactKind, type KeptFact } from '@dongzhou/terms/fact'

/** 一人一档 (person file): a person's id with all facts ever kept, superseded ones too. */
export interface PersonFile {
  readonly id: string
  readonly facts: readonly KeptFact[]
}

/** For a single-valued kind in dispute, the id of the fact that the clerk lets stand. */
export type Choices = { readonly [K in FactKind]?: number }

/** What the choices settle, and the kinds still in dispute between the two files: those stay visible after the merge. */
export interface Chosen {
  readonly chosen: readonly { readonly kind: FactKind; readonly factId: number }[]
  readonly supersedes: readonly number[]
  readonly undecided: readonly FactKind[]
}

/** 合并方案 (merge plan): every fact of `drop` moves to `keep`; ids only, so the plan may be kept as the record of the merge. */
export interface MergePlan extends Chosen {
  readonly keep: string
  readonly drop: string
  readonly stays: readonly number[]
  readonly moves: readonly number[]
}

/**
 * Plans making one file of two. Superseded by it are facts that lose a choice, and facts of `drop` that an open fact of `keep` tells
 * word for word for the same time.
 */
export function planMerge(keep: PersonFile, drop: PersonFile, choices: Choices = {}): MergePlan {
  if (keep.id === drop.id) throw new RangeError('a file cannot be merged with itself')
  const settled = choose(keep.facts, drop.facts, choices)
  const chosenIds = new Set(settled.chosen.map((choice) => choice.factId))
  const told = openOf(drop.facts).filter((fact) => !chosenIds.has(fact.id) && openOf(keep.facts).some(isToldBy(fact)))
  return {
    ...settled,
    keep: keep.id,
    drop: drop.id,
    stays: idsOf(keep.facts),
    moves: idsOf(drop.facts),
    supersedes: inOrder([...settled.supersedes, ...idsOf(told)]),
  }
}

/** Applies the clerk's choices to the open facts of two files. A choice that names no open fact of its kind is a RangeError. */
export function choose(one: readonly KeptFact[], other: readonly KeptFact[], choices: Choices): Chosen {
  const open = [...openOf(one), ...openOf(other)]
  const chosen = Object.keys(choices)
    .filter(isFactKind)
    .flatMap((kind) => {
      const factId = choices[kind]
      return factId === undefined ? [] : [{ kind, fact: openFactOf(open, kind, factId) }]
    })
  const supersedes = new Set(chosen.flatMap(({ fact }) => idsOf(open.filter((it) => contradict(fact, it)))))
  const disputed = openOf(one)
    .filter((mine) => openOf(other).some((theirs) => contradict(mine, theirs)))
    .map((fact) => fact.kind)
  const settled = new Set(chosen.map(({ kind }) => kind))
  return {
    chosen: chosen.map(({ kind, fact }) => ({ kind, factId: fact.id })),
    supersedes: inOrder([...supersedes]),
    undecided: Object.keys(factKinds)
      .filter(isFactKind)
      .filter((kind) => disputed.includes(kind) && !settled.has(kind)),
  }
}

function openFactOf(open: readonly KeptFact[], kind: FactKind, factId: number): KeptFact {
  const fact = open.find((it) => it.id === factId && it.kind === kind)
  if (!fact || factKinds[kind].holds !== 'single') throw new RangeError(`fact ${factId} cannot be chosen for ${kind}`)
  return fact
}

function contradict(one: KeptFact, other: KeptFact): boolean {
  if (one.kind !== other.kind || factKinds[one.kind].holds !== 'single') return false
  return sharesTime(one, other) && agreementOf(one, other) === 'differs'
}

function isToldBy(fact: KeptFact): (known: KeptFact) => boolean {
  return (known) =>
    known.validFrom === fact.validFrom && known.validTo === fact.validTo && agreementOf(fact, known) === 'same'
}

function openOf(facts: readonly KeptFact[]): readonly KeptFact[] {
  return facts.filter((fact) => fact.supersededAt === undefined)
}

function idsOf(facts: readonly KeptFact[]): readonly number[] {
  return inOrder(facts.map((fact) => fact.id))
}

function inOrder(ids: readonly number[]): readonly number[] {
  return [...new Set(ids)].toSorted((a, b) => a - b)
}
