import { type FactDraft, factsOf } from './facts.ts'
import { profileOf, type Relation } from './profiles.ts'

/** 合成人员 (synthetic person): facts without a source, and how they are related to people that came before. */
export interface SyntheticPerson {
  readonly index: number
  /** The index of the head of the household; members come after their head. */
  readonly household: number
  readonly facts: readonly FactDraft[]
  readonly relations: readonly Relation[]
}

/** 合成人员: the first `count` people of a seed, one at a time, so that a million need no more memory than one. */
export function* syntheticPeople(seed: number, count: number): Generator<SyntheticPerson, void, undefined> {
  for (let index = 0; index < count; index += 1) yield syntheticPerson(seed, index)
}

/** The synthetic person with an index. */
export function syntheticPerson(seed: number, index: number): SyntheticPerson {
  const profile = profileOf(seed, index)
  return { index, household: profile.household, facts: factsOf(profile), relations: profile.relations }
}
