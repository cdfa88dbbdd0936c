/** One part of a form, as the conflict dialog names it and writes it. */
export interface DraftPart<Draft> {
  readonly key: string & keyof Draft
  readonly label: string
  /** Its value in words; nothing is written as a dash. */
  readonly text: (draft: Draft) => string
}

/** 三方对照: a form as it opened, as I wrote it, and as somebody saved it meanwhile. */
export interface ThreeDrafts<Draft> {
  readonly before: Draft
  readonly mine: Draft
  readonly theirs: Draft
}

/** What two people changed at once, by part: what both changed must be decided, the rest goes together by itself. */
export interface Clashes<Draft> {
  readonly both: readonly DraftPart<Draft>[]
  readonly onlyMine: readonly DraftPart<Draft>[]
  readonly onlyTheirs: readonly DraftPart<Draft>[]
}

/** Compares the three part by part. Both having written the same is no clash. */
export function clashesOf<Draft>(parts: readonly DraftPart<Draft>[], three: ThreeDrafts<Draft>): Clashes<Draft> {
  const differs = ({ key }: DraftPart<Draft>, one: Draft, other: Draft) => !isSame(one[key], other[key])
  const open = parts.filter((part) => differs(part, three.mine, three.theirs))
  return {
    both: open.filter((part) => differs(part, three.before, three.mine) && differs(part, three.before, three.theirs)),
    onlyMine: open.filter((part) => !differs(part, three.before, three.theirs)),
    onlyTheirs: open.filter((part) => !differs(part, three.before, three.mine)),
  }
}

/**
 * The form to send again: what only one of us changed, of both; where we clashed theirs, but for the parts `kept`. What is no part of the
 * record (the reason of a correction) stays mine.
 */
export function mergedDraft<Draft extends object>(
  parts: readonly DraftPart<Draft>[],
  three: ThreeDrafts<Draft>,
  kept: readonly string[],
): Draft {
  const { both, onlyTheirs } = clashesOf(parts, three)
  const taken = [...onlyTheirs, ...both.filter(({ key }) => !kept.includes(key))]
  return { ...three.mine, ...Object.fromEntries(taken.map(({ key }) => [key, three.theirs[key]])) }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
