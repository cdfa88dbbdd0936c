import { once } from 'node:events'
import { type MessagePort, parentPort } from 'node:worker_threads'
import {
  type Cell,
  type ColumnProposal,
  type Complaint,
  findLedger,
  guessLedger,
  indexDivisions,
  type Ledger,
  ledgers,
  proposeMapping,
  type ReadingContext,
  recogniseTable,
  startReading,
} from '@dongzhou/engines/intake'
import { type Book, openBook, type SheetHead, SheetRefused } from '../platform/sheet/index.ts'
import { jsonOfRows } from './pack-rows.ts'
import type { ReadingNews, ReadingOrder, ReadSheet, SettledSheet } from './reading-protocol.ts'
import { troubleIn } from './reading-trouble.ts'
import { type MatchKey, matchKeyOf, type StagedRow } from './staged.ts'

// The reading thread: opens the workbook, reads and checks every row, and hands on chunks. The main thread only seals,
// matches and stores, so that clerks are served while 100,000 rows go through.
const CHUNK_ROWS = 500
const CHUNKS_IN_FLIGHT = 4

const port = requirePort()
const [order] = (await once(port, 'message')) as [ReadingOrder]
const divisions = indexDivisions(order.divisions)

let inFlight = 0
port.on('message', () => {
  inFlight -= 1
})

function requirePort(): MessagePort {
  if (!parentPort) throw new Error('the reading runs in a worker thread only')
  return parentPort
}

function troubleOf(error: unknown): ReadingNews {
  if (error instanceof SheetRefused) return { kind: 'refused', say: error.say }
  return { kind: 'failed', trouble: troubleIn(error) }
}

async function readSheet(book: Book, index: number): Promise<void> {
  const head = await book.head(index)
  const name = book.sheets.find((sheet) => sheet.index === index)?.name ?? ''
  const plan = planSheet(head, name, index)
  port.postMessage({ kind: 'sheet', sheet: plan.sheet } satisfies ReadingNews)
  if (!plan.ledger || plan.sheet.headerBottom === undefined) return
  await readRows(book, index, plan.ledger, plan.sheet, contextOf(head, plan.ledger))
}

function contextOf(head: SheetHead, ledger: Ledger): ReadingContext {
  const remembered = order.remembered[ledger.code]
  return {
    today: order.today,
    divisions,
    within: order.within,
    merges: head.merges,
    ...(remembered === undefined ? {} : { remembered }),
  }
}

/** What the sheet is: recognised, or as a clerk settled it. */
function planSheet(
  head: SheetHead,
  name: string,
  index: number,
): { readonly sheet: ReadSheet; readonly ledger: Ledger | undefined } {
  const settled = order.settled.find(({ sheet }) => sheet === index)
  const engineHead = {
    name,
    rows: rowsInPlace(head),
    merges: head.merges,
    hiddenColumns: head.hiddenColumns,
    hidden: head.hidden,
  }
  const table = recogniseTable(engineHead, ledgers)
  const base = { sheet: index, name, isHidden: head.hidden }
  if (!table)
    return {
      sheet: { ...base, ledger: undefined, why: '没有找到表头，未导入。', headerBottom: undefined, columns: [] },
      ledger: undefined,
    }
  const [guess] = guessLedger(table, ledgers)
  const ledger = settled ? findLedger(settled.ledger) : guess && guess.score > 0 ? guess.ledger : undefined
  const why = settled ? '按经办人指定的种类读取。' : (guess?.why ?? '不像已知的台账。')
  if (!ledger)
    return {
      sheet: { ...base, ledger: undefined, why, headerBottom: table.headerBottom, columns: [] },
      ledger: undefined,
    }
  const samples = rowsInPlace(head).slice(table.headerBottom + 1)
  const proposed = proposeMapping(table, samples, ledger, order.remembered[ledger.code] ?? {})
  const columns = settled ? settle(proposed, settled) : proposed
  return { sheet: { ...base, ledger: ledger.code, why, headerBottom: table.headerBottom, columns }, ledger }
}

/** The head's rows at their own place on the sheet: empty rows are passed over in reading, but merges count them. */
function rowsInPlace(head: SheetHead): readonly (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = []
  for (const { number, cells } of head.rows) {
    while (rows.length < number - 1) rows.push([])
    rows.push(cells)
  }
  return rows
}

function settle(proposed: readonly ColumnProposal[], settled: SettledSheet): readonly ColumnProposal[] {
  const chosen = new Map(settled.columns.map(({ index, field }) => [index, field]))
  return proposed.map((column) =>
    chosen.has(column.index)
      ? { ...column, field: chosen.get(column.index), confidence: 1, why: '经办人指定' }
      : column,
  )
}

async function readRows(
  book: Book,
  sheet: number,
  ledger: Ledger,
  plan: ReadSheet,
  context: ReadingContext,
): Promise<void> {
  const reader = startReading(ledger, plan.columns, context)
  const chunk = new ChunkMaker(sheet, ledger)
  for await (const { number, cells } of book.rows(sheet)) {
    if (number <= (plan.headerBottom ?? 0) + 1) continue
    const reading = reader.read(number, cells)
    if (reading.kind !== 'data') continue
    const { row, values, complaints, repaired, severity } = reading
    chunk.add({ row, cells, values, complaints, repaired, severity })
    if (chunk.isFull()) await chunk.flush()
  }
  await chunk.flush()
  const { complaints, counts } = reader.finish()
  chunk.hold(complaints)
  const { good, warned, held } = chunk
  port.postMessage({
    kind: 'sheet-end',
    sheet,
    counts: { ...counts, good, warned, held },
    complaints,
  } satisfies ReadingNews)
}

/** Gathers rows into chunks; waits when the main thread is more than a few behind, so that memory stays bounded. */
class ChunkMaker {
  good = 0
  warned = 0
  held = 0
  readonly #sheet: number
  readonly #ledger: Ledger
  /** Rows with something wrong; the others are good. */
  readonly #flawed = new Map<number, 'warned' | 'held'>()
  #number = 0
  #rows: StagedRow[] = []
  #keys: MatchKey[] = []
  #complaints: Complaint[] = []

  constructor(sheet: number, ledger: Ledger) {
    this.#sheet = sheet
    this.#ledger = ledger
  }

  add(row: StagedRow): void {
    this[row.severity] += 1
    if (row.severity !== 'good') this.#flawed.set(row.row, row.severity)
    this.#rows.push(row)
    for (const complaint of row.complaints) this.#complaints.push(complaint)
    const key = matchKeyOf(this.#ledger, row.row, row.values)
    if (key) this.#keys.push(key)
  }

  /** What only the whole sheet tells about a row holds it like a flaw of its own: the counts say so too. */
  hold(complaints: readonly Complaint[]): void {
    for (const { row, severity } of complaints) {
      const before = this.#flawed.get(row) ?? 'good'
      if (severity !== 'held' || before === 'held') continue
      this.#flawed.set(row, 'held')
      this[before] -= 1
      this.held += 1
    }
  }

  isFull(): boolean {
    return this.#rows.length >= CHUNK_ROWS
  }

  async flush(): Promise<void> {
    const [first] = this.#rows
    const last = this.#rows.at(-1)
    if (!first || !last) return
    const json = jsonOfRows(this.#rows)
    const heldRows = this.#rows.filter(({ severity }) => severity === 'held').map(({ row }) => row)
    const chunk = {
      sheet: this.#sheet,
      number: this.#number,
      firstRow: first.row,
      lastRow: last.row,
      rows: this.#rows.length,
      held: heldRows.length,
      json,
      keys: this.#keys,
      heldRows,
      complaints: this.#complaints,
    }
    port.postMessage({ kind: 'chunk', chunk } satisfies ReadingNews, [json.buffer])
    this.#number += 1
    this.#rows = []
    this.#keys = []
    this.#complaints = []
    inFlight += 1
    while (inFlight >= CHUNKS_IN_FLIGHT) await once(port, 'message')
  }
}

async function readWhole(): Promise<void> {
  const book = await openBook(order.path, order.fileName)
  for (const { index } of book.sheets) await readSheet(book, index)
  port.postMessage({ kind: 'end' } satisfies ReadingNews)
}

// Last, when every class above is there: what the thread does, it does from here.
await readWhole().catch((error: unknown) => port.postMessage(troubleOf(error)))
