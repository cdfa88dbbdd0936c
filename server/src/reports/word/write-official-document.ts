import type { FigureAppendixRow } from '@dongzhou/engines/reports'
import type { AppendixBlock, Block, ReportDocument } from '@dongzhou/terms/document'
import { Document, type FileChild, Packer } from 'docx'
import {
  addresseeParagraph,
  appendixHeading,
  appendixNote,
  bodyParagraphs,
  signature,
  titleParagraphs,
} from './body.ts'
import { figureTable } from './figure-table.ts'
import { officialPage } from './page.ts'
import { blankLine, type RedHead, redHead } from './red-head.ts'
import { officialStyles } from './styles.ts'

/** How the paper is dressed. Without a red head it is a plain report: the title stands at the top. */
export interface OfficialDress {
  readonly redHead?: RedHead | undefined
}

/**
 * 公文 (official document) as a Word file in GB/T 9704-2012. The table of figures stands under the first appendix marker; a
 * document without a marker has no table.
 */
export async function writeOfficialDocument(
  document: ReportDocument,
  appendixRows: readonly FigureAppendixRow[],
  dress: OfficialDress = {},
): Promise<Uint8Array> {
  const word = new Document({
    title: document.title,
    creator: document.issuer,
    lastModifiedBy: document.issuer,
    description: '',
    evenAndOddHeaderAndFooters: true,
    externalStyles: officialStyles(),
    sections: [
      { ...officialPage(), children: [...officialText(document, dress), ...appendices(document, appendixRows)] },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(word))
}

function officialText(document: ReportDocument, dress: OfficialDress): readonly FileChild[] {
  const [body] = partsOf(document.blocks)
  return [
    ...(dress.redHead ? redHead(dress.redHead, document.documentNumber) : []),
    ...titleParagraphs(document.title, document.issuer),
    blankLine(true),
    ...(document.addressee ? [addresseeParagraph(document.addressee)] : []),
    ...bodyParagraphs(document, body?.blocks ?? []),
    ...appendixNote(markersOf(document)),
    ...signature(document),
  ]
}

function appendices(document: ReportDocument, rows: readonly FigureAppendixRow[]): readonly FileChild[] {
  const markers = markersOf(document)
  return partsOf(document.blocks)
    .slice(1)
    .flatMap(({ marker, blocks }, at) => [
      ...(marker ? appendixHeading(marker, markers.length > 1 ? at + 1 : undefined) : []),
      ...(at === 0 && rows.length > 0 ? [figureTable(rows)] : []),
      ...bodyParagraphs(document, blocks),
    ])
}

interface Part {
  readonly marker: AppendixBlock | undefined
  readonly blocks: readonly Block[]
}

// The body first, then each appendix with the blocks behind its marker.
function partsOf(blocks: readonly Block[]): readonly Part[] {
  const starts = [-1, ...blocks.flatMap((block, at) => (block.kind === 'appendix' ? [at] : []))]
  return starts.map((start, at) => {
    const marker = blocks[start]
    return {
      marker: marker?.kind === 'appendix' ? marker : undefined,
      blocks: blocks.slice(start + 1, starts[at + 1] ?? blocks.length),
    }
  })
}

function markersOf(document: ReportDocument): readonly AppendixBlock[] {
  return document.blocks.filter((block) => block.kind === 'appendix')
}
