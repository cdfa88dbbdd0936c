import type { KindBeside } from '@dongzhou/contract/linkage'

/** 选值 (choices): by thing, the fact that stands after the merge. A thing that is not named stays disputed. */
export type Choices = Readonly<Record<string, number>>

export type SideKey = 'first' | 'second'

/** Whose file is kept unless the clerk says otherwise: the fuller one, for it is what more people have worked with. */
export function suggestedKeep(kinds: readonly KindBeside[]): SideKey {
  const count = (side: SideKey) => kinds.reduce((sum, kind) => sum + kind[side].length, 0)
  return count('second') > count('first') ? 'second' : 'first'
}

/** The choices after one more; undefined takes the choice back. */
export function withChosen(choices: Choices, thing: string, factId: number | undefined): Choices {
  const { [thing]: _, ...others } = choices
  return factId === undefined ? others : { ...others, [thing]: factId }
}

/** Only what may be chosen and is still there: a fact that was corrected meanwhile falls away. */
export function standingChoices(choices: Choices, kinds: readonly KindBeside[]): Choices {
  return kinds
    .filter(({ thing, isChoice, first, second }) => {
      return isChoice && [...first, ...second].some(({ id }) => id === choices[thing])
    })
    .reduce<Choices>((kept, { thing }) => withChosen(kept, thing, choices[thing]), {})
}

/** How many contradictions there are, and how many have been chosen. */
export function countChoices(
  choices: Choices,
  kinds: readonly KindBeside[],
): { readonly chosen: number; readonly left: number } {
  const open = kinds.filter(({ isChoice }) => isChoice).length
  const chosen = Object.keys(standingChoices(choices, kinds)).length
  return { chosen, left: open - chosen }
}

/** 失去依据的月份: of each benefit, how many months that one of the files pays would pay nothing on the merged one, by what is chosen so far. */
export function lostMonths(
  choices: Choices,
  kinds: readonly KindBeside[],
): readonly { readonly thing: string; readonly name: string; readonly months: number }[] {
  const standing = standingChoices(choices, kinds)
  return kinds.flatMap(({ thing, kindName, uncovered }) => {
    const way = uncovered.find(({ factId }) => factId === (standing[thing] ?? null))
    return way === undefined ? [] : [{ thing, name: kindName, months: way.months }]
  })
}

/** What is to be looked at first: contradictions, then what only one has, then what agrees. */
export function differingFirst(kinds: readonly KindBeside[]): readonly KindBeside[] {
  const order: readonly KindBeside['standing'][] = ['differs', 'both', 'only-first', 'only-second', 'same']
  return order.flatMap((standing) => kinds.filter((kind) => kind.standing === standing))
}
