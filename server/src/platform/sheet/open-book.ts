import type { Book } from './book.ts'
import { openCsv } from './csv-book.ts'
import { openMarkup, openXls } from './old-book.ts'
import { DEFAULT_LIMITS, damaged, type SheetLimits, SheetRefused } from './refusal.ts'
import { sniffFormat } from './sniff.ts'
import { openXlsx } from './xlsx-book.ts'

/**
 * 打开表格 (open a book): reads any spreadsheet a sender may hand in, by its content and not by its ending. What cannot be read
 * is refused with a SheetRefused that says in one sentence what to do. `name` is the file's name as the sender knows it.
 */
export async function openBook(path: string, name: string, limits: Partial<SheetLimits> = {}): Promise<Book> {
  const within: SheetLimits = { ...DEFAULT_LIMITS, ...limits }
  try {
    return await openAs(path, name, within)
  } catch (cause) {
    if (cause instanceof SheetRefused || isMissingFile(cause)) throw cause
    // The file reached us but no reader could make sense of it: for the sender that is a damaged file.
    throw damaged(cause)
  }
}

async function openAs(path: string, name: string, limits: SheetLimits): Promise<Book> {
  const format = await sniffFormat(path, limits)
  switch (format) {
    case 'xlsx':
      return await openXlsx(path, name, limits)
    case 'xls':
      return await openXls(path, name, limits)
    case 'html':
    case 'xml-2003':
      return await openMarkup(path, name, { format, limits })
    case 'csv':
      return await openCsv(path, name, limits)
  }
}

function isMissingFile(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && cause.code.startsWith('E')
}
