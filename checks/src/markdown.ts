import { dirname, posix } from 'node:path'
import type { SourceFile } from './source-files.ts'

/** A link of a page to a file of the repository. */
export interface PageLink {
  readonly page: string
  readonly line: number
  readonly target: string
  /** The target as a path from the root, without its fragment. */
  readonly path: string
  readonly fragment: string | undefined
}

/** Links and images of a page that lead to files; addresses with a scheme are left away, and so is code. */
export function linksOf(page: SourceFile): readonly PageLink[] {
  return proseLines(page.text).flatMap(({ line, text }) =>
    [...text.matchAll(/!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)|^\s*\[[^\]]+\]:\s+(\S+)/g)].flatMap((match) => {
      const target = match[1] ?? match[2] ?? ''
      return /^[a-z][a-z+.-]*:/i.test(target) ? [] : [linkTo(page.path, line, target)]
    }),
  )
}

/** The anchors that the headings of a page make, as code hosts make them. */
export function anchorsOf(page: SourceFile): ReadonlySet<string> {
  return new Set(
    proseLines(page.text)
      .filter(({ text }) => /^#{1,6}\s/.test(text))
      .map(({ text }) => anchor(text.replace(/^#+\s+/, ''))),
  )
}

/** Rows of the first table of a page whose header row begins with the given cell; cells are trimmed. */
export function tableRows(page: SourceFile, firstHeading: string): readonly (readonly string[])[] {
  const rows = page.text.split('\n').map(cellsOf)
  const header = rows.findIndex((cells) => cells[0] === firstHeading)
  if (header < 0) throw new Error(`${page.path} has no table that begins with ${firstHeading}`)
  const body = rows.slice(header + 2)
  const end = body.findIndex((cells) => cells.length === 0)
  return end < 0 ? body : body.slice(0, end)
}

function linkTo(page: string, line: number, target: string): PageLink {
  const [file = '', fragment] = target.split('#', 2)
  const decoded = decodeURIComponent(file)
  const path = decoded === '' ? page : posix.normalize(posix.join(dirname(page), decoded))
  return { page, line, target, path, fragment }
}

function proseLines(text: string): readonly { readonly line: number; readonly text: string }[] {
  let isCode = false
  return text.split('\n').flatMap((row, at) => {
    if (/^\s*(```|~~~)/.test(row)) {
      isCode = !isCode
      return []
    }
    return isCode ? [] : [{ line: at + 1, text: row.replace(/`[^`]*`/g, (code) => (code.includes('](') ? '' : code)) }]
  })
}

function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[`*[\]]/g, '')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
}

function cellsOf(row: string): readonly string[] {
  if (!/^\s*\|.*\|\s*$/.test(row)) return []
  return row
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
}
