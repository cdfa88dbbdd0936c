import type { ReportFile } from '@dongzhou/contract/reports'
import { day } from '@dongzhou/terms/day'
import type { Block, FigureInline, Inline, ReportDocument } from '@dongzhou/terms/document'
import { indicatorCode } from '@dongzhou/terms/indicator'

/** A text inline. */
export function text(words: string): Inline {
  return { kind: 'text', text: words }
}

/** A bound figure that counts three lectures. */
export function aFigure(change: Partial<FigureInline> = {}): FigureInline {
  return {
    kind: 'figure',
    id: 'lectures',
    indicator: indicatorCode('red-lectures-held'),
    from: day('2025-01-01'),
    to: day('2025-06-30'),
    unit: '场',
    format: { kind: 'plain' },
    reading: { value: 3, rows: 3 },
    shown: '3场',
    ...change,
  }
}

/** A paragraph of plain text, or of the inlines given. */
export function aParagraph(id: string, ...inlines: readonly (Inline | string)[]): Block {
  return { kind: 'paragraph', id, inlines: inlines.map((it) => (typeof it === 'string' ? text(it) : it)) }
}

/** A report of the given blocks. */
export function aDocument(...blocks: readonly Block[]): ReportDocument {
  return { title: '上半年工作总结', issuer: '某区退役军人事务局', blocks }
}

/** A report as the server answers it. */
export function aFile(document: ReportDocument, version = 1): ReportFile {
  return {
    id: 1,
    version,
    division: { code: '999999000000', name: '某区' },
    title: document.title,
    template: 'half-year',
    year: 2025,
    half: 'first',
    cutOff: day('2025-06-30'),
    state: 'draft',
    madeBy: 'one',
    changedBy: 'one',
    createdAt: '2025-07-01T00:00:00Z',
    changedAt: '2025-07-01T00:00:00Z',
    finishedAt: null,
    document: document as ReportFile['document'],
    outline: [],
    figures: [],
    unbound: [],
    may: { write: true, finish: true, reopen: false, export: true },
  }
}
