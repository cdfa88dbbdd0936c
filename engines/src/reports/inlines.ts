import type { Block, FigureInline, Inline, ReportDocument, TypedInline } from '@dongzhou/terms/document'
import { unreachable } from '@dongzhou/terms/unreachable'
import { inlineWords } from './figure-words.ts'

/** Where a stretch of inlines stands: the block's place in the document and, in a list, the item's place in the block. */
export interface StretchPlace {
  readonly block: number
  readonly item?: number | undefined
}

/** Every stretch of inlines in reading order, with its place. An appendix marker has none. */
export function stretchesOf(
  document: ReportDocument,
): readonly { readonly place: StretchPlace; readonly inlines: readonly Inline[] }[] {
  return document.blocks.flatMap((block, at) =>
    block.kind === 'list'
      ? block.items.map((inlines, item) => ({ place: { block: at, item }, inlines }))
      : inlinesOf(block).map((inlines) => ({ place: { block: at }, inlines })),
  )
}

/** The same document with every stretch of inlines rewritten. */
export function mapStretches(
  document: ReportDocument,
  rewrite: (inlines: readonly Inline[]) => readonly Inline[],
): ReportDocument {
  return { ...document, blocks: document.blocks.map((block) => rewriteBlock(block, rewrite)) }
}

/** The same document with every bound figure rewritten. */
export function mapFigures(document: ReportDocument, rewrite: (figure: FigureInline) => FigureInline): ReportDocument {
  return mapStretches(document, (inlines) =>
    inlines.map((inline) => (inline.kind === 'figure' ? rewrite(inline) : inline)),
  )
}

/** Every bound figure in reading order. */
export function listFigures(document: ReportDocument): readonly FigureInline[] {
  return stretchesOf(document).flatMap(({ inlines }) => inlines.filter((inline) => inline.kind === 'figure'))
}

/** Every number written by hand, in reading order. */
export function listTyped(document: ReportDocument): readonly TypedInline[] {
  return stretchesOf(document).flatMap(({ inlines }) => inlines.filter((inline) => inline.kind === 'typed'))
}

/** A stretch of inlines as the reader sees it. */
export function wordsOf(inlines: readonly Inline[]): string {
  return inlines.map(inlineWords).join('')
}

function inlinesOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.inlines]
    case 'list':
      return block.items
    case 'appendix':
      return []
    default:
      return unreachable(block)
  }
}

function rewriteBlock(block: Block, rewrite: (inlines: readonly Inline[]) => readonly Inline[]): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, inlines: rewrite(block.inlines) }
    case 'list':
      return { ...block, items: block.items.map(rewrite) }
    case 'appendix':
      return block
    default:
      return unreachable(block)
  }
}
