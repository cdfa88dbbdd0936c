import type { RateTable } from '@dongzhou/contract/benefits-rates'
import { Fault, requireMay } from '../../platform/fault.ts'
import { findFile } from '../../platform/file.sql.ts'
import type { Setting } from '../../platform/setting.ts'
import { type Cell, openBook, SheetRefused, type SheetRow } from '../../platform/sheet/index.ts'
import { mayWriteRates } from '../policy.ts'
import { complaintsBeside } from './check-rates.ts'
import { rateOfDraft } from './draft.ts'
import { type RateColumn, rateColumns } from './rate-sheet.ts'
import { type RowRead, readRateRow } from './read-rate-row.ts'

/** 读取标准表: the rows of an uploaded sheet as drafts, with every complaint at its cell. Nothing is kept: the clerk looks, then proposes. */
export async function readRateTable(setting: Setting, { fileId }: { readonly fileId: string }): Promise<RateTable> {
  requireMay(mayWriteRates(setting.clerk, setting.bureau))
  const { name, rows } = await readSheet(setting, fileId)
  const header = findHeader(rows)
  if (!header) throw new Fault('benefits.rate-table-empty')
  const body = rows.filter(({ number, cells }) => number > header.number && cells.some((cell) => cell !== undefined))
  if (body.length === 0 || body.length > MOST_ROWS) throw new Fault('benefits.rate-table-empty', { most: MOST_ROWS })
  const read = body.map((row) => ({ row, read: readRateRow(cellsOf(row, header.columns)) }))
  return {
    sheet: name,
    rows: read.map(({ row, read: { draft } }) => ({ number: row.number, draft: draft ?? null })),
    complaints: [...troublesOf(read, header), ...(await complaintsOf(setting, read, header))],
  }
}

/** As many as one proposal takes. */
const MOST_ROWS = 200

interface Header {
  readonly number: number
  readonly columns: ReadonlyMap<RateColumn, number>
}

type ReadRow = { readonly row: SheetRow; readonly read: RowRead }

async function readSheet(
  setting: Setting,
  fileId: string,
): Promise<{ readonly name: string; readonly rows: readonly SheetRow[] }> {
  const file = await findFile(setting, fileId)
  if (file?.kind !== 'upload' || file.accountId !== setting.clerk.accountId) throw new Fault('intake.file-missing')
  const local = await setting.files.localPath(file.key)
  try {
    // A table of rates is small; whatever is not is some other sheet.
    const book = await openBook(local.path, file.name, { fileBytes: MOST_BYTES, oldFileBytes: MOST_BYTES, rows: 2000 })
    const sheet = book.sheets.find(({ hidden }) => !hidden)
    if (!sheet) throw new Fault('benefits.rate-table-empty')
    const rows: SheetRow[] = []
    for await (const row of book.rows(sheet.index)) rows.push(row)
    return { name: sheet.name, rows }
  } catch (cause) {
    if (cause instanceof SheetRefused) throw new Fault('benefits.rate-table-unreadable', { say: cause.say }, { cause })
    throw cause
  } finally {
    await local.dispose()
  }
}

const MOST_BYTES = 2 * 1024 * 1024

/** 表头: the first row that holds the titles without which nothing can be read; a note may stand above it. */
function findHeader(rows: readonly SheetRow[]): Header | undefined {
  for (const { number, cells } of rows.slice(0, 20)) {
    const titles = cells.map((cell) => (typeof cell === 'string' ? cell.replace(/[\s*]/g, '') : ''))
    const columns = new Map<RateColumn, number>()
    for (const column of Object.keys(rateColumns) as RateColumn[]) {
      const at = titles.indexOf(rateColumns[column].title)
      if (at >= 0) columns.set(column, at)
    }
    if (NEEDED.every((column) => columns.has(column))) return { number, columns }
  }
  return undefined
}

const NEEDED: readonly RateColumn[] = ['kind', 'value', 'validFrom', 'document']

function cellsOf({ cells }: SheetRow, columns: Header['columns']): { readonly [C in RateColumn]?: Cell } {
  return Object.fromEntries([...columns].map(([column, at]) => [column, cells[at]]))
}

function troublesOf(rows: readonly ReadRow[], header: Header): RateTable['complaints'] {
  return rows.flatMap(({ row, read }) =>
    read.troubles.map(({ column, say }) => ({
      cell: cellName(header, column, row.number),
      weight: 'refused' as const,
      say,
    })),
  )
}

async function complaintsOf(
  setting: Setting,
  rows: readonly ReadRow[],
  header: Header,
): Promise<RateTable['complaints']> {
  const drafted = rows.flatMap(({ row, read: { draft } }) =>
    draft ? [{ number: row.number, rate: rateOfDraft(draft) }] : [],
  )
  const complaints = await complaintsBeside(
    setting,
    drafted.map(({ rate }) => rate),
    [],
  )
  return complaints.map(({ row, field, weight, say }) => {
    const column = field in rateColumns ? (field as RateColumn) : 'value'
    return { cell: cellName(header, column, drafted[row]?.number ?? 0), weight, say }
  })
}

/** `D7`; a column the sheet does not have is complained about where the kind stands. */
function cellName({ columns }: Header, column: RateColumn, row: number): string {
  const at = columns.get(column) ?? columns.get('kind') ?? 0
  return `${at < 26 ? '' : String.fromCharCode(64 + Math.floor(at / 26))}${String.fromCharCode(65 + (at % 26))}${row}`
}
