import { mapFigures, wordsOf } from '@dongzhou/engines/reports'
import type { Block, FigureInline, Inline, ReportDocument } from '@dongzhou/terms/document'
import { unreachable } from '@dongzhou/terms/unreachable'
import { insertInline, joinTexts, splitInlines, stretchLength } from './inlines.ts'

/** Where a stretch of text stands: its block and, in a list, which item. */
export interface Stretch {
  readonly block: string
  readonly item?: number | undefined
}

/** Where the caret is to be put once the page has been drawn. */
export interface Caret {
  readonly stretch: Stretch
  readonly offset: number
}

export type HeadFields = Pick<ReportDocument, 'title' | 'issuer' | 'documentNumber' | 'addressee' | 'date'>

/** What changes the text itself, each a step back of its own. */
export type Change =
  | { readonly kind: 'head'; readonly head: HeadFields }
  | { readonly kind: 'split'; readonly at: Stretch; readonly offset: number; readonly id: string }
  | { readonly kind: 'join'; readonly at: Stretch }
  | { readonly kind: 'insert'; readonly at: Caret; readonly figure: FigureInline }
  /** A stretch as a whole, where a figure takes the place of a hand-written number. */
  | { readonly kind: 'put'; readonly at: Stretch; readonly inlines: readonly Inline[] }
  | { readonly kind: 'set-figure'; readonly figure: FigureInline }
  | { readonly kind: 'add'; readonly after: string; readonly block: Block }
  | { readonly kind: 'change'; readonly block: Block }
  | { readonly kind: 'remove'; readonly block: string }
  | { readonly kind: 'move'; readonly block: string; readonly by: -1 | 1 }

/** The text after a change, and where the caret goes. */
export interface Changed {
  readonly document: ReportDocument
  readonly caret?: Caret | undefined
}

/** 改稿: the document after one change; the same document where there is nothing to change. Pure. */
export function changeDocument(document: ReportDocument, edit: Change): Changed {
  switch (edit.kind) {
    case 'head':
      return { document: { ...document, ...edit.head } }
    case 'split':
      return split(document, edit)
    case 'join':
      return joined(document, edit.at)
    case 'insert':
      return inserted(document, edit)
    case 'put':
      return { document: withStretch(document, edit.at, () => edit.inlines) }
    case 'set-figure':
      return { document: mapFigures(document, (figure) => (figure.id === edit.figure.id ? edit.figure : figure)) }
    case 'change':
      return { document: withBlocks(document, (block) => (block.id === edit.block.id ? [edit.block] : [block])) }
    case 'add':
      return {
        document: withBlocks(document, (block) => (block.id === edit.after ? [block, edit.block] : [block])),
        caret: { stretch: { block: edit.block.id, ...(edit.block.kind === 'list' ? { item: 0 } : {}) }, offset: 0 },
      }
    case 'remove':
      return { document: withBlocks(document, (block) => (block.id === edit.block ? [] : [block])) }
    case 'move':
      return { document: moved(document, edit) }
    default:
      return unreachable(edit)
  }
}

function split(document: ReportDocument, { at, offset, id }: Extract<Change, { kind: 'split' }>): Changed {
  const block = document.blocks.find((it) => it.id === at.block)
  if (block === undefined || block.kind === 'appendix') return { document }
  if (block.kind === 'list') {
    const place = at.item ?? 0
    const items = block.items.flatMap((item, n) => (n === place ? splitInlines(item, offset) : [item]))
    return {
      document: replaced(document, [{ ...block, items }]),
      caret: { stretch: { block: block.id, item: place + 1 }, offset: 0 },
    }
  }
  const [before, after] = splitInlines(block.inlines, offset)
  const below: Block = { kind: 'paragraph', id, inlines: after }
  return {
    document: replaced(document, [{ ...block, inlines: before }, below]),
    caret: { stretch: { block: id }, offset: 0 },
  }
}

// The start of a paragraph joined to the one above it, as the backspace key does everywhere.
function joined(document: ReportDocument, at: Stretch): Changed {
  const index = document.blocks.findIndex((it) => it.id === at.block)
  const [above, block] = [document.blocks[index - 1], document.blocks[index]]
  if (block?.kind === 'list') return joinedItem(document, block, at.item ?? 0)
  if (!(above && block) || above.kind === 'list' || above.kind === 'appendix' || block.kind === 'appendix') {
    return { document }
  }
  const both: Block = { ...above, inlines: joinTexts([...above.inlines, ...block.inlines]) }
  const blocks = document.blocks.flatMap((it) => (it === above ? [both] : it === block ? [] : [it]))
  const caret = { stretch: { block: above.id }, offset: stretchLength(above.inlines) }
  return { document: { ...document, blocks }, caret }
}

function joinedItem(document: ReportDocument, list: Extract<Block, { kind: 'list' }>, item: number): Changed {
  const [above, it] = [list.items[item - 1], list.items[item]]
  if (!(above && it)) return { document }
  const items = list.items.flatMap((old, n) =>
    n === item - 1 ? [joinTexts([...above, ...it])] : n === item ? [] : [old],
  )
  return {
    document: replaced(document, [{ ...list, items }]),
    caret: { stretch: { block: list.id, item: item - 1 }, offset: stretchLength(above) },
  }
}

function inserted(document: ReportDocument, { at, figure }: Extract<Change, { kind: 'insert' }>): Changed {
  return {
    document: withStretch(document, at.stretch, (old) => insertInline(old, at.offset, figure)),
    caret: { stretch: at.stretch, offset: at.offset + 1 },
  }
}

function moved(document: ReportDocument, { block, by }: Extract<Change, { kind: 'move' }>): ReportDocument {
  const from = document.blocks.findIndex((it) => it.id === block)
  const [one, other] = [document.blocks[from], document.blocks[from + by]]
  if (from < 0 || one === undefined || other === undefined) return document
  return withBlocks(document, (it) => (it === one ? [other] : it === other ? [one] : [it]))
}

/** The first of the blocks stands in for the one of the same id; the others follow it. */
function replaced(document: ReportDocument, blocks: readonly Block[]): ReportDocument {
  return withBlocks(document, (block) => (block.id === blocks[0]?.id ? blocks : [block]))
}

function withBlocks(document: ReportDocument, rewrite: (block: Block) => readonly Block[]): ReportDocument {
  return { ...document, blocks: document.blocks.flatMap(rewrite) }
}

/** The document with one stretch rewritten. The title of an appendix is a stretch without figures. */
export function withStretch(
  document: ReportDocument,
  at: Stretch,
  rewrite: (inlines: readonly Inline[]) => readonly Inline[],
): ReportDocument {
  return withBlocks(document, (block) => [block.id === at.block ? rewritten(block, at.item, rewrite) : block])
}

function rewritten(
  block: Block,
  item: number | undefined,
  rewrite: (inlines: readonly Inline[]) => readonly Inline[],
): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, inlines: rewrite(block.inlines) }
    case 'list':
      return { ...block, items: block.items.map((old, at) => (at === item ? rewrite(old) : old)) }
    case 'appendix':
      return { ...block, title: wordsOf(rewrite([{ kind: 'text', text: block.title }])) }
    default:
      return unreachable(block)
  }
}

/** The inlines of a stretch; none where it is gone. */
export function stretchAt(document: ReportDocument, at: Stretch): readonly Inline[] {
  const block = document.blocks.find(({ id }) => id === at.block)
  if (block === undefined) return []
  if (block.kind === 'list') return block.items[at.item ?? 0] ?? []
  return block.kind === 'appendix' ? [{ kind: 'text', text: block.title }] : block.inlines
}

/** How long a stretch is, in steps of the caret. */
export function lengthAt(document: ReportDocument, at: Stretch): number {
  return stretchLength(stretchAt(document, at))
}

/** Names a stretch. */
export function keyOf({ block, item }: Stretch): string {
  return item === undefined ? block : `${block}/${item}`
}

/** The stretch a number stands in. */
export function stretchOf(document: ReportDocument, numberId: string): Stretch | undefined {
  return document.blocks.flatMap(stretchesIn).find((at) => stretchAt(document, at).some((it) => isNumber(it, numberId)))
}

function stretchesIn(block: Block): readonly Stretch[] {
  return block.kind === 'list' ? block.items.map((_, item) => ({ block: block.id, item })) : [{ block: block.id }]
}

function isNumber(inline: Inline, id: string): boolean {
  return inline.kind !== 'text' && inline.id === id
}
