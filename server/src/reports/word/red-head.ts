import { AlignmentType, BorderStyle, LineRuleType, Paragraph } from 'docx'
import { bodyCharacter, linePitch, twips, typeArea } from './measures.ts'
import { textRun } from './type.ts'

/** 红头 (red head): the issuer's mark above the red rule, 海门区退役军人事务局文件. */
export interface RedHead {
  readonly mark: string
}

const RED = 'FF0000'

/**
 * The mark 35 mm under the top of the type area, the document number two lines below it, the red rule 4 mm below that, and the
 * two empty lines over the title (GB/T 9704-2012, 7.2.4, 7.2.5, 7.2.7, 7.3.1). The mark with the space around it fills five lines of
 * the grid, so that the text below stands on it.
 */
export function redHead({ mark }: RedHead, documentNumber: string | undefined): readonly Paragraph[] {
  // An exact line of 45 pt leaves some 2.7 mm above the type it holds.
  const [before, after, line] = [twips(35 - 2.7), twips(2.7), 5 * linePitch - twips(35)]
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before, after, line, lineRule: LineRuleType.EXACT },
      children: [textRun(mark, 'title', { size: markSize(mark), color: RED })],
    }),
    blankLine(),
    blankLine(),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      border: { bottom: { style: BorderStyle.SINGLE, size: 18, space: 11, color: RED } },
      children: [textRun(documentNumber ?? '', 'body')],
    }),
    blankLine(),
    blankLine(),
  ]
}

/** 空行 (empty line) of the grid. */
export function blankLine(keepNext = false): Paragraph {
  return new Paragraph({ keepNext, children: [] })
}

// Half-points. The mark stays on one line: at most 40 pt, which its line of 45 pt holds, and less for a long name.
function markSize(mark: string): number {
  const points = Math.floor((typeArea.width - bodyCharacter) / 20 / Math.max(1, [...mark].length))
  return 2 * Math.min(40, Math.max(16, points))
}
