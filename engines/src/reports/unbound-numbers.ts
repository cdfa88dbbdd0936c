import type { Inline, ReportDocument, TypedInline } from '@dongzhou/terms/document'
import { inlineWords } from './figure-words.ts'
import { type NumberInText, numbersInText } from './hand-written-numbers.ts'
import { listTyped, mapStretches, type StretchPlace, stretchesOf } from './inlines.ts'

/** 未绑定数字 (unbound number): a number of the report that no indicator answers for, and where it stands. */
export interface UnboundNumber extends StretchPlace {
  /** Place of the inline in its stretch. */
  readonly inline: number
  /** Start inside that inline's text, in UTF-16 units. */
  readonly offset: number
  readonly text: string
  /** Set when the number is already marked as written by hand. */
  readonly typedId?: string | undefined
}

/** Every unbound number in reading order: those marked as written by hand and those that look like figures in running text. */
export function findUnboundNumbers(document: ReportDocument): readonly UnboundNumber[] {
  return stretchesOf(document).flatMap(({ place, inlines }) => {
    const numbers = numbersInStretch(inlines)
    return inlines.flatMap((inline, at) =>
      unboundIn(inline, numbers[at] ?? []).map((found) => ({ ...place, inline: at, ...found })),
    )
  })
}

/** 标记手工数字 (mark typed numbers): turns every number in running text that looks like a figure into a typed inline of its own. */
export function markTyped(document: ReportDocument): ReportDocument {
  const taken = new Set(listTyped(document).map((typed) => typed.id))
  const nextId = () => {
    const id = freeId(taken)
    taken.add(id)
    return id
  }
  return mapStretches(document, (inlines) => {
    const numbers = numbersInStretch(inlines)
    return inlines.flatMap((inline, at) => splitAtNumbers(inline, numbers[at] ?? [], nextId))
  })
}

type FoundIn = Pick<UnboundNumber, 'offset' | 'text' | 'typedId'>

// Numbers are looked for in the whole stretch, because what makes a number an ordinal or a date may stand in the inline beside
// it; each belongs to the inline in which it begins.
function numbersInStretch(inlines: readonly Inline[]): readonly (readonly NumberInText[])[] {
  const words = inlines.map(inlineWords)
  const numbers = numbersInText(words.join(''))
  let from = 0
  return words.map((text) => {
    const start = from
    from += text.length
    return numbers
      .filter(({ offset }) => offset >= start && offset < start + text.length)
      .map((number) => ({
        offset: number.offset - start,
        text: text.slice(number.offset - start).slice(0, number.text.length),
      }))
  })
}

function unboundIn(inline: Inline, numbers: readonly NumberInText[]): readonly FoundIn[] {
  if (inline.kind === 'figure') return []
  return inline.kind === 'typed' ? [{ offset: 0, text: inline.text, typedId: inline.id }] : numbers
}

function splitAtNumbers(inline: Inline, numbers: readonly NumberInText[], nextId: () => string): readonly Inline[] {
  if (inline.kind !== 'text' || numbers.length === 0) return [inline]
  const parts: Inline[] = []
  let done = 0
  for (const { offset, text } of numbers) {
    const typed: TypedInline = { kind: 'typed', id: nextId(), text }
    parts.push({ kind: 'text', text: inline.text.slice(done, offset) }, typed)
    done = offset + text.length
  }
  parts.push({ kind: 'text', text: inline.text.slice(done) })
  return parts.filter((part) => part.kind !== 'text' || part.text !== '')
}

function freeId(taken: ReadonlySet<string>): string {
  let count = taken.size + 1
  while (taken.has(`typed-${count}`)) count += 1
  return `typed-${count}`
}
