import { returnWords } from './stage-words.ts'

export interface ComplaintLine {
  /** 第 12 行. */
  readonly where: string
  readonly say: string
}

/** What is wrong with a file, each sentence once: somebody else's file is wrong in the same way in every line. */
export function saidOnce(complaints: readonly ComplaintLine[]): readonly ComplaintLine[] {
  return [...Map.groupBy(complaints, ({ say }) => say)].map(([say, [first, ...more]]) => {
    const where = first?.where ?? ''
    return { say, where: more.length === 0 ? where : returnWords.places(where, more.length + 1) }
  })
}
