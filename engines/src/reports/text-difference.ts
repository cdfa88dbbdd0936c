/** 差异片段 (chunk of a difference): text that stayed, went or came. */
export interface TextChunk {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

// Characters of a long paragraph make 700 x 700 cells; past this many cells whole sentences are compared instead.
const MAX_CELLS = 4_000_000

/**
 * 文字差异 (text difference): the chunks that turn one text into the other. A number or a Latin word is changed as a whole
 * (12 to 13 is not 1[2→3]), and a single character left between two changes goes with them. Same and removed together are the
 * old text, same and added the new one.
 */
export function textDifference(before: string, after: string): readonly TextChunk[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const [old, now] = [tokensOf(before), tokensOf(after)]
  return old.length * now.length <= MAX_CELLS
    ? joined(difference(old, now))
    : joined(difference(sentencesOf(before), sentencesOf(after)))
}

/** The longest run of items, in order, that two lists have in common, as pairs of places. */
export function commonPlaces(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [number, number])[] {
  const lead = commonLead(before, after)
  const tail = commonLead(before.slice(lead).reverse(), after.slice(lead).reverse())
  const middle = commonMiddle(before.slice(lead, before.length - tail), after.slice(lead, after.length - tail))
  return [
    ...Array.from({ length: lead }, (_, at) => [at, at] as const),
    ...middle.map(([old, now]) => [old + lead, now + lead] as const),
    ...Array.from({ length: tail }, (_, at) => [before.length - tail + at, after.length - tail + at] as const),
  ]
}

function tokensOf(text: string): readonly string[] {
  return text.match(/\d[\d,.]*(?:%|％)?|[A-Za-z]+|[\s\S]/gu) ?? []
}

function sentencesOf(text: string): readonly string[] {
  return text.match(/[^。；！？\n]*[。；！？\n]|[^。；！？\n]+$/g) ?? []
}

function difference(before: readonly string[], after: readonly string[]): readonly TextChunk[] {
  const chunks: TextChunk[] = []
  let [old, now] = [0, 0]
  for (const [oldAt, nowAt] of [...commonPlaces(before, after), [before.length, after.length] as const]) {
    chunks.push({ kind: 'removed', text: before.slice(old, oldAt).join('') })
    chunks.push({ kind: 'added', text: after.slice(now, nowAt).join('') })
    chunks.push({ kind: 'same', text: before[oldAt] ?? '' })
    old = oldAt + 1
    now = nowAt + 1
  }
  return chunks
}

function joined(chunks: readonly TextChunk[]): readonly TextChunk[] {
  const runs: Run[] = []
  for (const chunk of chunks) addToRuns(runs, chunk)
  return runs.reduce<readonly Run[]>(withRun, []).flatMap(chunksOf)
}

// One change (what went, what came) and the unchanged text that follows it.
interface Run {
  removed: string
  added: string
  same: string
}

function addToRuns(runs: Run[], chunk: TextChunk): void {
  if (chunk.text === '') return
  let last = runs.at(-1)
  if (!last || (chunk.kind !== 'same' && last.same !== '')) {
    last = { removed: '', added: '', same: '' }
    runs.push(last)
  }
  last[chunk.kind] += chunk.text
}

// Takes the run before this one into it when one character, no punctuation, is all that lies between their changes: a chance
// match inside a rewritten phrase reads as one change.
function withRun(runs: readonly Run[], run: Run): readonly Run[] {
  const before = runs.at(-1)
  if (!before || before.removed + before.added === '' || !/^[\p{L}\p{N}]$/u.test(before.same)) return [...runs, run]
  return [
    ...runs.slice(0, -1),
    {
      removed: before.removed + before.same + run.removed,
      added: before.added + before.same + run.added,
      same: run.same,
    },
  ]
}

function chunksOf(run: Run): readonly TextChunk[] {
  const chunks: readonly TextChunk[] = [
    { kind: 'removed', text: run.removed },
    { kind: 'added', text: run.added },
    { kind: 'same', text: run.same },
  ]
  return chunks.filter((chunk) => chunk.text !== '')
}

function commonLead(before: readonly string[], after: readonly string[]): number {
  const limit = Math.min(before.length, after.length)
  let count = 0
  while (count < limit && before[count] === after[count]) count += 1
  return count
}

function commonMiddle(before: readonly string[], after: readonly string[]): readonly (readonly [number, number])[] {
  const lengths = commonLengths(before, after)
  const width = after.length + 1
  const pairs: [number, number][] = []
  let [old, now] = [0, 0]
  while (old < before.length && now < after.length) {
    if (before[old] === after[now]) pairs.push([old++, now++])
    else if ((lengths[(old + 1) * width + now] ?? 0) >= (lengths[old * width + now + 1] ?? 0)) old += 1
    else now += 1
  }
  return pairs
}

// The usual table: cell (i, j) is the longest common run of what follows place i and place j.
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array {
  const width = after.length + 1
  const lengths = new Uint32Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const [down, right] = [lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0]
      lengths[i * width + j] =
        before[i] === after[j] ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(down, right)
    }
  }
  return lengths
}
