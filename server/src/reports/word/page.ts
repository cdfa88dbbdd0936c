import { AlignmentType, DocumentGridType, Footer, type ISectionOptions, PageNumber, Paragraph, TextRun } from 'docx'
import { linePitch, twips } from './measures.ts'
import { styleIds } from './styles.ts'
import { font, sizes } from './type.ts'

/** The page of an official document: A4, margins, line grid, and page numbers outside, odd right and even left. */
export function officialPage(): Pick<ISectionOptions, 'properties' | 'footers'> {
  return {
    properties: {
      page: {
        size: { width: twips(210), height: twips(297) },
        margin: {
          top: twips(37),
          bottom: twips(35),
          left: twips(28),
          right: twips(26),
          header: twips(15),
          footer: twips(25.5),
        },
      },
      grid: { type: DocumentGridType.LINES, linePitch },
    },
    footers: { default: pageNumberFooter('right'), even: pageNumberFooter('left') },
  }
}

// 7.5: half-width 4号 Song digits between dashes, 7 mm under the type area, one character in from the outer edge. The footer
// stands 25.5 mm up, so that the middle of its 14 pt line is 28 mm up.
function pageNumberFooter(side: 'left' | 'right'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: styleIds.pageNumber,
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: 10 * sizes.fourth },
        children: [new TextRun({ font: font('song'), children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}
