import type { FigureInline, Inline } from '@dongzhou/terms/document'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Caret, Stretch } from './edit-document.ts'
import { keyOf } from './edit-document.ts'
import { signatureOf } from './inlines.ts'
import { caretIn, fillStretch, markChosen, numberUnder, putCaret, readStretch } from './stretch-dom.ts'

interface StretchFieldProps {
  readonly at: Stretch
  /** Names it for those who hear the page. */
  readonly label: string
  /** 一、 or 一是: drawn before the text and never part of it. */
  readonly mark: string
  readonly inlines: readonly Inline[]
  readonly pen: Pen
  readonly chosen: string | undefined
  /** The caret, where an edit wants it in this stretch. */
  readonly caret: Caret | undefined
}

/** What the text can ask of the desk around it. The object stays the same, so that writing does not redraw all paragraphs. */
export interface Pen {
  readonly onWrite: (at: Stretch, inlines: readonly Inline[]) => void
  readonly onSplit: (at: Stretch, offset: number) => void
  readonly onJoin: (at: Stretch) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onChoose: (id: string) => void
  /** Where the caret was last: figures are set in there. */
  readonly onCaret: (caret: Caret) => void
  readonly sayOf: (id: string) => string
}

/**
 * 可改的一段 (stretch): editable text with figures as chips. The browser owns what stands in it while somebody writes, because
 * redrawing under an input method loses half-typed words; it is drawn anew only when the text was changed from elsewhere.
 */
export function StretchField({ at, label, mark, inlines, pen, chosen, caret }: StretchFieldProps) {
  const place = useRef<HTMLSpanElement>(null)
  const latest = useRef({ at, inlines, pen })
  const drawn = useRef<string>(undefined)

  useLayoutEffect(() => {
    latest.current = { at, inlines, pen }
    if (place.current) drawn.current = draw(place.current, latest.current, drawn.current)
  })
  useLayoutEffect(() => {
    if (place.current) markChosen(place.current, chosen)
  })
  useLayoutEffect(() => {
    if (place.current && caret) putCaret(place.current, caret.offset)
  }, [caret])
  useEffect(() => (place.current ? listen(place.current, latest) : undefined), [])

  return (
    // biome-ignore lint/a11y/useSemanticElements: a textarea cannot hold chips
    <span
      ref={place}
      className="stretch"
      role="textbox"
      aria-multiline="true"
      aria-label={label}
      tabIndex={0}
      contentEditable
      suppressContentEditableWarning
      spellCheck={false}
      data-stretch={keyOf(at)}
      data-mark={mark}
      onBlur={() => {
        if (place.current) drawn.current = draw(place.current, latest.current, undefined)
      }}
    />
  )
}

interface Latest {
  readonly at: Stretch
  readonly inlines: readonly Inline[]
  readonly pen: Pen
}

/** Draws the stretch where it differs from what stands there, and gives back what has been drawn. */
function draw(place: HTMLElement, { inlines, pen }: Latest, drawn: string | undefined): string {
  const wanted = inlines.map((inline) => `${inline.kind} ${signatureOf([inline])}`).join('\u0004')
  const isBeingWritten = place === document.activeElement
  if (isBeingWritten && signatureOf(readStretch(place, figuresIn(inlines))) === signatureOf(inlines)) return wanted
  if (wanted === drawn) return wanted
  const caret = isBeingWritten ? caretIn(place) : undefined
  fillStretch(place, inlines, pen.sayOf)
  if (caret !== undefined) putCaret(place, caret)
  return wanted
}

function figuresIn(inlines: readonly Inline[]): ReadonlyMap<string, FigureInline> {
  return new Map(inlines.flatMap((inline) => (inline.kind === 'figure' ? [[inline.id, inline] as const] : [])))
}

type Now = React.RefObject<Latest>

// React's own beforeinput is another event: the browser's says what is about to happen and can be refused.
function listen(place: HTMLElement, now: Now): () => void {
  const write = (): void => {
    const { at, inlines, pen } = now.current
    pen.onWrite(at, readStretch(place, figuresIn(inlines)))
  }
  const stop = new AbortController()
  const { signal } = stop
  place.addEventListener('beforeinput', (event) => beforeInput(event, place, now), { signal })
  place.addEventListener(
    'input',
    (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) write()
    },
    { signal },
  )
  place.addEventListener('compositionend', write, { signal })
  place.addEventListener('paste', pasteText, { signal })
  place.addEventListener('drop', (event) => event.preventDefault(), { signal })
  place.addEventListener('keydown', (event) => keyDown(event, place, now), { signal })
  for (const kind of ['keyup', 'pointerup', 'input'] as const) {
    place.addEventListener(kind, () => reportCaret(place, now), { signal })
  }
  place.addEventListener(
    'click',
    (event) => {
      const id = numberUnder(event.target)
      if (id !== undefined) now.current.pen.onChoose(id)
    },
    { signal },
  )
  return () => stop.abort()
}

function beforeInput(event: InputEvent, place: HTMLElement, now: Now): void {
  const { at, pen } = now.current
  if (event.inputType === 'insertParagraph') {
    event.preventDefault()
    pen.onSplit(at, caretIn(place) ?? 0)
  } else if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') {
    event.preventDefault()
    if (event.inputType === 'historyUndo') pen.onUndo()
    else pen.onRedo()
  } else if (
    /^(format|insertLineBreak|insertFromDrop|insertOrdered|insertUnordered|insertHorizontal)/.test(event.inputType)
  ) {
    event.preventDefault()
  }
}

function keyDown(event: KeyboardEvent, place: HTMLElement, now: Now): void {
  if (event.isComposing) return
  const { at, pen } = now.current
  const key = event.key.toLowerCase()
  const isMod = event.ctrlKey || event.metaKey
  if (isMod && (key === 'z' || key === 'y')) {
    event.preventDefault()
    if (key === 'y' || event.shiftKey) pen.onRedo()
    else pen.onUndo()
  } else if (event.key === 'Backspace' && getSelection()?.isCollapsed && caretIn(place) === 0) {
    event.preventDefault()
    pen.onJoin(at)
  }
}

// Only the words are taken: what else lies on the clipboard is another program's type.
function pasteText(event: ClipboardEvent): void {
  event.preventDefault()
  const text = event.clipboardData?.getData('text/plain').replaceAll(/\s*[\r\n]+\s*/g, '') ?? ''
  // The one way to insert that keeps caret and selection right in every browser, and it is not going away.
  document.execCommand('insertText', false, text)
}

function reportCaret(place: HTMLElement, now: Now): void {
  const offset = caretIn(place)
  if (offset !== undefined) now.current.pen.onCaret({ stretch: now.current.at, offset })
}
