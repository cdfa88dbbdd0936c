import { inlineWords, itemMark, officialDate, outline, wordsOf } from '@dongzhou/engines/reports'
import type { AppendixBlock, Block, HeadingLevel, Inline, ReportDocument } from '@dongzhou/terms/document'
import { unreachable } from '@dongzhou/terms/unreachable'
import { AlignmentType, Paragraph } from 'docx'
import { bodyCharacter } from './measures.ts'
import { blankLine } from './red-head.ts'
import { styleIds } from './styles.ts'
import { titleLines, widthOf } from './title-lines.ts'
import { type Face, textRun } from './type.ts'

/** 标题 (title), centred, broken at whole words. */
export function titleParagraphs(title: string, issuer: string): readonly Paragraph[] {
  return titleLines(title, issuer).map(
    (text) => new Paragraph({ style: styleIds.title, children: [textRun(text, 'title')] }),
  )
}

/** 主送机关 (addressee), at the left edge, with its full-width colon. */
export function addresseeParagraph(addressee: string): Paragraph {
  return new Paragraph({ children: [textRun(`${addressee}：`, 'body')] })
}

/** 正文 (body): headings with their counted numbers, paragraphs and lists. Appendix markers are not part of it. */
export function bodyParagraphs(document: ReportDocument, blocks: readonly Block[]): readonly Paragraph[] {
  const numbers = new Map(outline(document).map((line) => [line.id, line.number]))
  return blocks.flatMap((block, at) => blockParagraphs(block, numbers.get(block.id) ?? '', at === blocks.length - 1))
}

/** 附件说明 (note of the appendices): one line below the body, two characters in, no mark at the end (7.3.4). */
export function appendixNote(appendices: readonly AppendixBlock[]): readonly Paragraph[] {
  if (appendices.length === 0) return []
  const lines = appendices.map(({ title }, at) => {
    const number = appendices.length === 1 ? '' : `${at + 1}. `
    return at === 0 ? `附件：${number}${title}` : `${number}${title}`
  })
  return [
    blankLine(true),
    ...lines.map((text, at) => noteLine(text, 2 * bodyCharacter + (at === 0 ? 0 : 3 * bodyCharacter))),
  ]
}

/**
 * 署名与成文日期 (signature and date), as under a seal: the date ends four characters from the right edge and the issuer stands
 * centred over it (7.3.5.1). Kept on the page of the last lines of the text.
 */
export function signature(document: ReportDocument): readonly Paragraph[] {
  const date = document.date ? officialDate(document.date) : ''
  const issuerInset = Math.max(0, 4 + (widthOf(date) - widthOf(document.issuer)) / 2)
  return [
    blankLine(true),
    blankLine(true),
    signatureLine(document.issuer, issuerInset, date !== ''),
    ...(date === '' ? [] : [signatureLine(date, 4, false)]),
  ]
}

/** 附件 (appendix) heading: the word at the top left of a new page in 3号 Heiti, the title centred on the third line (7.3.7). */
export function appendixHeading(appendix: AppendixBlock, number: number | undefined): readonly Paragraph[] {
  const mark = number === undefined ? '附件' : `附件${number}`
  return [
    new Paragraph({
      pageBreakBefore: true,
      children: [textRun(mark, 'heading')],
    }),
    blankLine(true),
    ...titleParagraphs(appendix.title, ''),
    blankLine(true),
  ]
}

function blockParagraphs(block: Block, number: string, isLast: boolean): readonly Paragraph[] {
  switch (block.kind) {
    case 'heading':
      return [headingParagraph(block.level, number + wordsOf(block.inlines))]
    case 'paragraph':
      return [textParagraph(block.inlines, isLast)]
    case 'list':
      return block.items.map((item, at) =>
        textParagraph(
          [{ kind: 'text', text: itemMark(block.marks, at) }, ...item],
          isLast && at === block.items.length - 1,
        ),
      )
    case 'appendix':
      return []
    default:
      return unreachable(block)
  }
}

function headingParagraph(level: HeadingLevel, text: string): Paragraph {
  const faces = { 1: 'heading', 2: 'subheading', 3: 'body' } as const satisfies { [L in HeadingLevel]: Face }
  return new Paragraph({
    style: styleIds.headings[level],
    children: [textRun(text, faces[level])],
  })
}

// The last paragraph holds on to what follows, so that no signature stands on a page without text.
function textParagraph(inlines: readonly Inline[], keepNext: boolean): Paragraph {
  return new Paragraph({
    style: styleIds.body,
    keepNext,
    children: inlines.map((inline) => textRun(inlineWords(inline), 'body')),
  })
}

function noteLine(text: string, inset: number): Paragraph {
  return new Paragraph({
    indent: { left: inset },
    keepNext: true,
    children: [textRun(text, 'body')],
  })
}

function signatureLine(text: string, inset: number, keepNext: boolean): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    indent: { right: Math.round(inset * bodyCharacter) },
    keepNext,
    children: [textRun(text, 'body')],
  })
}
