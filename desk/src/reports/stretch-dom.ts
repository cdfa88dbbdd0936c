import type { FigureInline, Inline } from '@dongzhou/terms/document'
import { joinTexts } from './inlines.ts'

// A browser puts no caret beside an uneditable chip at the edge of its line, nor between two of them: an empty character holds it.
const HOLD = '\u200b'

/** Writes a stretch into an editable place: text as text, figures as chips that are moved over as one. */
export function fillStretch(place: HTMLElement, inlines: readonly Inline[], sayOf: (id: string) => string): void {
  const parts: Node[] = []
  let isText = false
  for (const inline of inlines) {
    if (inline.kind === 'figure') {
      if (!isText) parts.push(document.createTextNode(HOLD))
      parts.push(chipOf(inline, sayOf(inline.id)))
    } else if (inline.kind === 'typed') parts.push(typedOf(inline.id, inline.text, sayOf(inline.id)))
    else parts.push(document.createTextNode(inline.text))
    isText = inline.kind === 'text' && inline.text !== ''
  }
  if (!isText) parts.push(document.createTextNode(HOLD))
  place.replaceChildren(...parts)
}

/** Reads an editable place as a stretch. Numbers written by hand come back as text; they are marked anew. */
export function readStretch(place: Node, figures: ReadonlyMap<string, FigureInline>): readonly Inline[] {
  const found: Inline[] = []
  read(place, figures, found)
  return joinTexts(found)
}

/** Where the caret stands in a place, in steps; undefined when it stands elsewhere. */
export function caretIn(place: HTMLElement): number | undefined {
  const selection = getSelection()
  if (!(selection?.focusNode && place.contains(selection.focusNode))) return undefined
  const range = document.createRange()
  range.setStart(place, 0)
  range.setEnd(selection.focusNode, selection.focusOffset)
  return stepsIn(range.cloneContents())
}

/** Puts the caret into a place, `offset` steps from its start. */
export function putCaret(place: HTMLElement, offset: number): void {
  place.focus({ preventScroll: true })
  const range = document.createRange()
  const [node, at] = nodeAt(place, offset)
  range.setStart(node, at)
  range.collapse(true)
  const selection = getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}

/** Marks the chosen number without touching the text around the caret. */
export function markChosen(place: HTMLElement, chosen: string | undefined): void {
  for (const chip of place.querySelectorAll<HTMLElement>('[data-number]')) {
    const { number } = chip.dataset
    chip.classList.toggle('is-chosen', number === chosen)
    chip.setAttribute('aria-pressed', String(number === chosen))
  }
}

/** The number an event happened on. */
export function numberUnder(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element)) return undefined
  const { number } = target.closest<HTMLElement>('[data-number]')?.dataset ?? {}
  return number
}

function chipOf(figure: FigureInline, say: string): HTMLElement {
  const chip = numberOf(figure.id, figure.shown ?? '', say)
  const isMissing = figure.reading === undefined || 'missing' in figure.reading
  chip.className = isMissing ? 'figure is-bound is-missing' : 'figure is-bound'
  chip.contentEditable = 'false'
  chip.setAttribute('data-figure', figure.id)
  return chip
}

function typedOf(id: string, text: string, say: string): HTMLElement {
  const typed = numberOf(id, text, say)
  typed.className = 'figure is-unbound'
  return typed
}

function numberOf(id: string, text: string, say: string): HTMLElement {
  const span = document.createElement('span')
  span.setAttribute('data-number', id)
  span.title = say
  span.textContent = text
  span.setAttribute('role', 'button')
  return span
}

function read(node: Node, figures: ReadonlyMap<string, FigureInline>, found: Inline[]): void {
  if (node instanceof Text) {
    found.push({ kind: 'text', text: node.data.replaceAll(HOLD, '').replaceAll('\u00a0', ' ').replaceAll('\n', '') })
    return
  }
  const figure = node instanceof HTMLElement ? figures.get(node.getAttribute('data-figure') ?? '') : undefined
  if (figure) found.push(figure)
  else for (const child of node.childNodes) read(child, figures, found)
}

function stepsIn(node: Node): number {
  if (node instanceof Text) return node.data.replaceAll(HOLD, '').length
  if (node instanceof HTMLElement && node.hasAttribute('data-figure')) return 1
  return [...node.childNodes].reduce((sum, child) => sum + stepsIn(child), 0)
}

function nodeAt(place: Node, offset: number): readonly [Node, number] {
  let left = offset
  for (const leaf of leavesOf(place)) {
    const steps = stepsIn(leaf)
    if (leaf instanceof Text && left <= steps) return [leaf, placeInText(leaf.data, left)]
    left -= steps
  }
  return [place, place.childNodes.length]
}

function placeInText(text: string, steps: number): number {
  let left = steps
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === HOLD) continue
    if (left === 0) return at
    left -= 1
  }
  return text.length
}

function leavesOf(node: Node): readonly Node[] {
  if (node instanceof Text) return [node]
  if (node instanceof HTMLElement && node.hasAttribute('data-figure')) return [node]
  return [...node.childNodes].flatMap(leavesOf)
}
