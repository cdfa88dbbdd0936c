import { agreementOf, sharesTime, singleThingOf, spanOf } from '@dongzhou/terms/agreement'
import { type FactKind, factKinds, isFactKind, type KeptFact } from '@dongzhou/terms/fact'

/** 一人一档 (person file): a person's id with all facts ever kept, superseded ones too. */
export interface PersonFile {
  readonly id: string
  readonly facts: readonly KeptFact[]
}

/**
 * For a thing of which one version holds at a time, the id of the fact that the clerk lets stand: by its kind, or for a 待遇核定 by
 * `award` and its benefit. Of a benefit that nobody chooses for, both decisions stay and the later takes over from the earlier.
 */
export type Choices = { readonly [thing: string]: number | undefined }

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
  const chosen = Object.entries(choices).flatMap(([thing, factId]) =>
    factId === undefined ? [] : [{ thing, fact: openFactOf(open, thing, factId) }],
  )
  const supersedes = new Set(chosen.flatMap(({ fact }) => idsOf(open.filter((it) => contradict(fact, it)))))
  const settled = new Set(chosen.map(({ thing }) => thing))
  const disputed = openOf(one)
    .filter((mine) => openOf(other).some((theirs) => contradict(mine, theirs)))
    .filter((mine) => !settled.has(singleThingOf(mine) ?? ''))
    .map(({ kind }) => kind)
  return {
    chosen: chosen.map(({ fact }) => ({ kind: fact.kind, factId: fact.id })),
    supersedes: inOrder([...supersedes]),
    undecided: Object.keys(factKinds)
      .filter(isFactKind)
      .filter((kind) => disputed.includes(kind)),
  }
}

function openFactOf(open: readonly KeptFact[], thing: string, factId: number): KeptFact {
  const fact = open.find((it) => it.id === factId && singleThingOf(it) === thing)
  if (!fact) throw new RangeError(`fact ${factId} cannot be chosen for ${thing}`)
  return fact
}

/** Do two facts say different things of something that holds one value at a time, for a common time? */
export function contradict(one: KeptFact, other: KeptFact): boolean {
  const thing = singleThingOf(one)
  if (thing === undefined || thing !== singleThingOf(other)) return false
  return sharesTime(spanOf(one), spanOf(other)) && agreementOf(one, other) === 'differs'
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
