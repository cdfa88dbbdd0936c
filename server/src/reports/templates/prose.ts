import type { Day } from '@dongzhou/terms/day'
import type { FigureFormat, FigureInline, Inline } from '@dongzhou/terms/document'
import { indicatorCode, type Unit } from '@dongzhou/terms/indicator'

/** Makes a figure of a template; its id is its indicator's code, because a template asks each indicator once. */
export type FigureMaker = (code: string, unit: Unit, format?: FigureFormat) => FigureInline

/** Figures over one span of days, cut-off inclusive. */
export function figuresOver(from: Day, to: Day): FigureMaker {
  return (code, unit, format = { kind: 'plain' }) => ({
    kind: 'figure',
    id: code,
    indicator: indicatorCode(code),
    from,
    to,
    unit,
    format,
  })
}

/** A sentence of a template: prose with figures in it, as a tagged template. Strings set into it are prose. */
export function prose(texts: TemplateStringsArray, ...parts: readonly (FigureInline | string)[]): readonly Inline[] {
  return joined(texts.flatMap((text, at) => [inlineOf(text), ...parts.slice(at, at + 1).map(inlineOf)]))
}

/** Sentences joined to one run of inlines; neighbouring prose becomes one text. */
export function joined(...sentences: readonly (readonly Inline[])[]): readonly Inline[] {
  return sentences.flat().reduce<readonly Inline[]>(withInline, [])
}

function withInline(inlines: readonly Inline[], next: Inline): readonly Inline[] {
  const last = inlines.at(-1)
  if (next.kind === 'text' && next.text === '') return inlines
  if (last?.kind !== 'text' || next.kind !== 'text') return [...inlines, next]
  return [...inlines.slice(0, -1), { kind: 'text', text: last.text + next.text }]
}

function inlineOf(part: FigureInline | string): Inline {
  return typeof part === 'string' ? { kind: 'text', text: part } : part
}
