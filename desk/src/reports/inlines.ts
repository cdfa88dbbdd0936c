import type { Inline, TextInline } from '@dongzhou/terms/document'

// A figure is one step of the caret, whatever its words are; text is as long as its UTF-16 units, as in the browser's ranges.
function lengthOf(inline: Inline): number {
  return inline.kind === 'figure' ? 1 : inline.text.length
}

/** The length of a stretch in steps of the caret. */
export function stretchLength(inlines: readonly Inline[]): number {
  return inlines.reduce((sum, inline) => sum + lengthOf(inline), 0)
}

/** Cuts a stretch in two where the caret stands. */
export function splitInlines(
  inlines: readonly Inline[],
  offset: number,
): readonly [readonly Inline[], readonly Inline[]] {
  const before: Inline[] = []
  const after: Inline[] = []
  let from = 0
  for (const inline of inlines) {
    const end = from + lengthOf(inline)
    if (end <= offset) before.push(inline)
    else if (from >= offset || inline.kind === 'figure') after.push(inline)
    else {
      // Half of a number is another number: it is text again, and marked anew.
      before.push({ kind: 'text', text: inline.text.slice(0, offset - from) })
      after.push({ kind: 'text', text: inline.text.slice(offset - from) })
    }
    from = end
  }
  return [joinTexts(before), joinTexts(after)]
}

/** Sets an inline in where the caret stands. */
export function insertInline(inlines: readonly Inline[], offset: number, inline: Inline): readonly Inline[] {
  const [before, after] = splitInlines(inlines, offset)
  return [...before, inline, ...after]
}

/** The same stretch with one hand-written number or figure replaced. */
export function replaceInline(inlines: readonly Inline[], id: string, inline: Inline): readonly Inline[] {
  return inlines.map((it) => (it.kind !== 'text' && it.id === id ? inline : it))
}

/** Texts that stand beside each other become one, empty ones go. */
export function joinTexts(inlines: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = []
  for (const inline of inlines) {
    const last = joined.at(-1)
    if (inline.kind === 'text' && last?.kind === 'text') joined[joined.length - 1] = appended(last, inline)
    else if (inline.kind !== 'text' || inline.text !== '') joined.push(inline)
  }
  return joined
}

/** What a stretch says, figures by what they ask: two stretches of one signature are the same writing. */
export function signatureOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => (inline.kind === 'figure' ? `\u0001${inline.id}\u0002${inline.shown ?? ''}\u0003` : inline.text))
    .join('')
}

function appended(one: TextInline, other: TextInline): TextInline {
  return { kind: 'text', text: one.text + other.text }
}
