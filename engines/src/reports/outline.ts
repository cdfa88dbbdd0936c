import type { Block, HeadingLevel, ListBlock, ReportDocument } from '@dongzhou/terms/document'
import { unreachable } from '@dongzhou/terms/unreachable'
import { wordsOf } from './inlines.ts'
import { chineseNumeral } from './numerals.ts'

/** 目录行 (outline line): a heading with its counted number. */
export interface OutlineLine {
  readonly id: string
  readonly level: HeadingLevel
  readonly number: string
  readonly text: string
}

/** 提纲 (outline): the headings with their numbers, 一、 then （一） then 1. (GB/T 9704-2012, 7.3.3). */
export function outline(document: ReportDocument): readonly OutlineLine[] {
  const counts = [0, 0, 0]
  const lines: OutlineLine[] = []
  for (const block of document.blocks) {
    if (block.kind === 'appendix') counts.fill(0)
    if (block.kind !== 'heading') continue
    counts[block.level - 1] = (counts[block.level - 1] ?? 0) + 1
    counts.fill(0, block.level)
    const number = headingNumber(block.level, counts[block.level - 1] ?? 0)
    lines.push({ id: block.id, level: block.level, number, text: wordsOf(block.inlines) })
  }
  return lines
}

/** The mark before a list's item, counted from 0: 一是, or （1）. */
export function itemMark(marks: ListBlock['marks'], at: number): string {
  return marks === 'first-is' ? `${chineseNumeral(at + 1)}是` : `（${at + 1}）`
}

/** 纯文本 (plain text): the title and the blocks, a paragraph a line, numbers and placeholders as the paper shows them. */
export function plainText(document: ReportDocument): string {
  const numbers = new Map(outline(document).map((line) => [line.id, line.number]))
  const body = document.blocks.map((block) => blockText(block, numbers.get(block.id) ?? ''))
  return [document.title, ...(document.addressee ? [`${document.addressee}：`] : []), ...body].join('\n')
}

/** One block as the reader sees it; a list's items are lines. */
export function blockText(block: Block, headingNumber = ''): string {
  switch (block.kind) {
    case 'heading':
      return headingNumber + wordsOf(block.inlines)
    case 'paragraph':
      return wordsOf(block.inlines)
    case 'list':
      return block.items.map((item, at) => itemMark(block.marks, at) + wordsOf(item)).join('\n')
    case 'appendix':
      return `附件：${block.title}`
    default:
      return unreachable(block)
  }
}

function headingNumber(level: HeadingLevel, count: number): string {
  switch (level) {
    case 1:
      return `${chineseNumeral(count)}、`
    case 2:
      return `（${chineseNumeral(count)}）`
    case 3:
      return `${count}.`
    default:
      return unreachable(level)
  }
}
