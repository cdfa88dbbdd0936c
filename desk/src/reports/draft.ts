import type { ReportFile } from '@dongzhou/contract/reports'
import type { Inline, ReportDocument } from '@dongzhou/terms/document'
import { type Caret, type Change, changeDocument, keyOf, lengthAt, type Stretch, withStretch } from './edit-document.ts'

/** 草稿 (draft): the report under the pen, what the server has of it, and the way back. */
export interface Draft {
  /** The file this draft was last laid beside. */
  readonly seen: ReportFile
  /** The version the next saving names. */
  readonly version: number
  /** As the server has it; anything else is unsaved. */
  readonly saved: ReportDocument
  readonly document: ReportDocument
  readonly past: readonly ReportDocument[]
  readonly future: readonly ReportDocument[]
  /** Where the last writing was: going on there is the same step back. */
  readonly pen: string | undefined
  readonly caret: Caret | undefined
}

/** What one can do to a draft. */
export type Edit =
  | { readonly kind: 'arrived'; readonly file: ReportFile }
  | { readonly kind: 'saved'; readonly version: number; readonly document: ReportDocument }
  | { readonly kind: 'merged'; readonly theirs: ReportFile; readonly document: ReportDocument }
  | { readonly kind: 'dropped'; readonly theirs: ReportFile }
  | { readonly kind: 'write'; readonly at: Stretch; readonly inlines: readonly Inline[] }
  | Change
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }

/** How many steps back are kept; a report of 6,000 characters shares all unchanged blocks between them. */
const STEPS = 200
/** Writing on at one place is one step back until it has grown or shrunk by so much. */
const STEP_LENGTH = 20

/** Is there anything the server does not have? */
export function isUnsaved(draft: Draft): boolean {
  return draft.document !== draft.saved
}

/** The draft as it opens. */
export function openDraft(file: ReportFile): Draft {
  const { document, version } = file
  return {
    seen: file,
    version,
    saved: document,
    document,
    past: [],
    future: [],
    pen: undefined,
    caret: undefined,
  }
}

/** 编辑: the draft after one edit. Pure. */
export function editDraft(draft: Draft, edit: Edit): Draft {
  switch (edit.kind) {
    case 'arrived':
      return arrived(draft, edit.file)
    case 'saved':
      return { ...draft, version: edit.version, saved: edit.document, pen: undefined }
    case 'merged':
      return { ...dropped(draft, edit.theirs), document: edit.document }
    case 'dropped':
      return dropped(draft, edit.theirs)
    case 'undo':
      return undone(draft)
    case 'redo':
      return redone(draft)
    case 'write':
      return penned(draft, edit)
    default: {
      const { document, caret } = changeDocument(draft.document, edit)
      return document === draft.document ? draft : { ...written(draft, document), caret }
    }
  }
}

// What was given up stays one step back: the dialog is closed by Escape too, and nobody's writing is lost by that.
function dropped(draft: Draft, theirs: ReportFile): Draft {
  const { document, version } = theirs
  return { ...written(draft, document), seen: theirs, version, saved: document, caret: undefined }
}

// What the server answers anew is taken over while nothing is unsaved; else mine stays and the saving will compare.
function arrived(draft: Draft, file: ReportFile): Draft {
  if (isUnsaved(draft)) return { ...draft, seen: file }
  if (file.version !== draft.version) return openDraft(file)
  return { ...draft, seen: file, saved: file.document, document: file.document }
}

function penned(draft: Draft, { at, inlines }: Extract<Edit, { kind: 'write' }>): Draft {
  const document = withStretch(draft.document, at, () => inlines)
  const pen = keyOf(at)
  const start = draft.past.at(-1)
  const isSameStep =
    draft.pen === pen && start !== undefined && Math.abs(lengthAt(start, at) - lengthAt(document, at)) < STEP_LENGTH
  return isSameStep
    ? { ...draft, document, future: [], caret: undefined }
    : { ...written(draft, document), pen, caret: undefined }
}

function written(draft: Draft, document: ReportDocument): Draft {
  return { ...draft, document, past: [...draft.past, draft.document].slice(-STEPS), future: [], pen: undefined }
}

function undone(draft: Draft): Draft {
  const document = draft.past.at(-1)
  if (document === undefined) return draft
  const future = [draft.document, ...draft.future]
  return { ...draft, document, past: draft.past.slice(0, -1), future, pen: undefined, caret: undefined }
}

function redone(draft: Draft): Draft {
  const [document, ...future] = draft.future
  if (document === undefined) return draft
  return { ...draft, document, past: [...draft.past, draft.document], future, pen: undefined, caret: undefined }
}
