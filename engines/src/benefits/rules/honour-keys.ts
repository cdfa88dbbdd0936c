import { field, honours, type MeritClass } from '../facts.ts'
import type { Shelf } from '../rate-book.ts'
import type { Subject } from '../subject.ts'

/** 增发档次: a class of merits and honours that one percentage goes with, as the keys of the rates name it. */
export type HonourKey = (typeof honours)[number]

type Grading = {
  readonly [C in MeritClass]: { readonly peace: HonourKey | undefined; readonly war: HonourKey | undefined }
}

const merits = {
  first: { peace: 'second-war', war: 'first-war' },
  second: { peace: 'third-war', war: 'second-war' },
  third: { peace: 'fourth-war', war: 'third-war' },
  excellent: { peace: undefined, war: undefined },
} as const

const title = { peace: 'title', war: 'title' } as const

/** 退役军人安置条例 art. 22: 勋章、荣誉称号 stand in one class, whoever gave them. */
export const gradingAtDischarge: Grading = { 'honour-cmc': title, 'honour-theatre': title, ...merits }

/** 军人抚恤优待条例 (2024) art. 16: a title given by a unit the 中央军委 authorised stands with 一等战功. */
export const gradingAtDeath: Grading = {
  'honour-cmc': title,
  'honour-theatre': { peace: 'first-war', war: 'first-war' },
  ...merits,
}

/** 军人抚恤优待条例 (2019) art. 13 knew no merits of war: a 三等战功 counted as 三等功. */
export const gradingAtDeathBefore: Grading = {
  'honour-cmc': title,
  'honour-theatre': { peace: 'first-war', war: 'first-war' },
  first: { peace: 'second-war', war: 'second-war' },
  second: { peace: 'third-war', war: 'third-war' },
  third: { peace: 'fourth-war', war: 'fourth-war' },
  excellent: { peace: undefined, war: undefined },
}

/** The class of each merit and of the honour on the file; those that no increment goes with are left out. */
export function honourKeysOf(subject: Subject, grading: Grading): readonly HonourKey[] {
  const ofMerits = subject.merits().map((merit) => grading[merit.class][merit.wartime ? 'war' : 'peace'])
  const named = honours[subject.fact(field.honour) ?? -1]
  return [...ofMerits, named].filter((key) => key !== undefined)
}

/** The shelf of a class; shelves come in the order of the keys. */
export function shelfOfHonour(shelves: readonly Shelf[], key: HonourKey): Shelf | undefined {
  return shelves[honours.indexOf(key)]
}
