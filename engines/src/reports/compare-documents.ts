import type { Block, FigureInline, FigureReading, ReportDocument } from '@dongzhou/terms/document'
import type { IndicatorCode, Unit } from '@dongzhou/terms/indicator'
import { inlineWords, isMissing } from './figure-words.ts'
import { listFigures } from './inlines.ts'
import { blockText } from './outline.ts'
import { commonPlaces, type TextChunk, textDifference } from './text-difference.ts'

/** 数字变化 (change of a figure) between two versions or two cut-offs of a report. */
export interface FigureChange {
  readonly id: string
  readonly indicator: IndicatorCode
  readonly unit: Unit
  readonly before?: FigureReading | undefined
  readonly after?: FigureReading | undefined
  readonly shownBefore?: string | undefined
  readonly shownAfter?: string | undefined
  /** After minus before; only where both have a value. Money is fen. */
  readonly difference?: number | undefined
}

/** 段落变化 (change of a block). `moved` kept its words and changed its place. */
export interface BlockChange {
  readonly id: string
  readonly kind: 'added' | 'removed' | 'changed' | 'moved'
  readonly chunks: readonly TextChunk[]
}

/** Change in the document's own particulars: title, addressee, date. */
export interface HeadChange {
  readonly field: 'title' | 'issuer' | 'documentNumber' | 'addressee' | 'date'
  readonly before?: string | undefined
  readonly after?: string | undefined
}

/** 对比 (comparison): everything that differs, and nothing that does not. */
export interface Comparison {
  readonly head: readonly HeadChange[]
  readonly figures: readonly FigureChange[]
  readonly blocks: readonly BlockChange[]
}

/** Lays two versions of a report side by side: figure by figure and block by block, matched by their ids. */
export function compareDocuments(before: ReportDocument, after: ReportDocument): Comparison {
  return {
    head: headChanges(before, after),
    figures: figureChanges(listFigures(before), listFigures(after)),
    blocks: blockChanges(before.blocks, after.blocks),
  }
}

function headChanges(before: ReportDocument, after: ReportDocument): readonly HeadChange[] {
  const fields = ['title', 'issuer', 'documentNumber', 'addressee', 'date'] as const
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }))
}

function figureChanges(before: readonly FigureInline[], after: readonly FigureInline[]): readonly FigureChange[] {
  const olds = new Map(before.map((figure) => [figure.id, figure]))
  const nows = new Map(after.map((figure) => [figure.id, figure]))
  const gone = before.filter((figure) => !nows.has(figure.id))
  return [
    ...after.flatMap((figure) => figureChange(figure, olds.get(figure.id), figure)),
    ...gone.flatMap((figure) => figureChange(figure, figure, undefined)),
  ]
}

function figureChange(
  about: FigureInline,
  old: FigureInline | undefined,
  now: FigureInline | undefined,
): readonly FigureChange[] {
  const [valueBefore, valueAfter] = [countOf(old), countOf(now)]
  const [shownBefore, shownAfter] = [old && inlineWords(old), now && inlineWords(now)]
  if (old && now && valueBefore === valueAfter && shownBefore === shownAfter) return []
  const difference = valueBefore === undefined || valueAfter === undefined ? undefined : valueAfter - valueBefore
  const { id, indicator, unit } = about
  return [{ id, indicator, unit, before: old?.reading, after: now?.reading, shownBefore, shownAfter, difference }]
}

function countOf(figure: FigureInline | undefined): number | undefined {
  const reading = figure?.reading
  return reading === undefined || isMissing(reading) ? undefined : reading.value
}

function blockChanges(before: readonly Block[], after: readonly Block[]): readonly BlockChange[] {
  const olds = new Map(before.map((block) => [block.id, block]))
  const nows = new Set(after.map((block) => block.id))
  const inOrder = new Set(commonPlaces(idsOf(before), idsOf(after)).map(([, at]) => after[at]?.id))
  const gone = before.filter((block) => !nows.has(block.id))
  return [
    ...after.flatMap((block) => blockChange(olds.get(block.id), block, inOrder.has(block.id))),
    ...gone.map(
      (block): BlockChange => ({ id: block.id, kind: 'removed', chunks: textDifference(blockText(block), '') }),
    ),
  ]
}

function blockChange(old: Block | undefined, now: Block, isInOrder: boolean): readonly BlockChange[] {
  const chunks = textDifference(old ? blockText(old) : '', blockText(now))
  if (!old) return [{ id: now.id, kind: 'added', chunks }]
  if (chunks.some((chunk) => chunk.kind !== 'same')) return [{ id: now.id, kind: 'changed', chunks }]
  return isInOrder ? [] : [{ id: now.id, kind: 'moved', chunks }]
}

function idsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.map((block) => block.id)
}
