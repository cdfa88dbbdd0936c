import { type Day, findDay, findDayOf } from '@dongzhou/terms/day'
import { judgeIdNumber, lengthenIdNumber } from '@dongzhou/terms/id-number'
import { type Cell, openBook, SheetRefused } from '../../platform/sheet/index.ts'

/** One row of a death list, as far as it can be read. */
export interface DeathRow {
  readonly row: number
  readonly name: string
  /** As written, without spaces; empty where there is none. */
  readonly idNumber: string
  readonly diedOn: Day | undefined
  /** What is wrong with the row; undefined where nothing is. */
  readonly trouble: string | undefined
}

export type ReadDeathList =
  | { readonly kind: 'read'; readonly rows: readonly DeathRow[] }
  | { readonly kind: 'refused'; readonly where: string; readonly say: string }

const MOST_ROWS = 200_000
const titles = {
  name: ['姓名', '死者姓名', '亡故人员姓名', '逝者姓名'],
  idNumber: ['身份证号', '身份证号码', '公民身份号码', '证件号码', '公民身份证号码'],
  diedOn: ['死亡日期', '死亡时间', '去世日期', '去世时间', '注销日期', '火化日期'],
} as const

/** 读死亡名单: finds the three columns by their titles and reads every row below them. */
export async function readDeathList(path: string, name: string): Promise<ReadDeathList> {
  try {
    return await readSheet(path, name)
  } catch (error) {
    // The one failure that is the sender's, with a sentence of its own.
    if (error instanceof SheetRefused) return { kind: 'refused', where: '文件', say: error.say }
    throw error
  }
}

async function readSheet(path: string, name: string): Promise<ReadDeathList> {
  const book = await openBook(path, name)
  const sheet = book.sheets.find(({ hidden }) => !hidden)
  if (!sheet) return { kind: 'refused', where: '文件', say: '没有可读的工作表。' }
  const head = await book.head(sheet.index)
  const found = head.rows
    .map(({ number, cells }) => ({ number, at: columnsIn(cells) }))
    .find(({ at }) => at !== undefined)
  if (!found?.at)
    return { kind: 'refused', where: sheet.name, say: '没有找到“姓名”和“身份证号”两列，请核对表头后重新导入。' }
  const rows: DeathRow[] = []
  for await (const { number, cells } of book.rows(sheet.index)) {
    if (number <= found.number) continue
    const row = rowOf(number, cells, found.at)
    if (row) rows.push(row)
    if (rows.length > MOST_ROWS)
      return { kind: 'refused', where: sheet.name, say: `超过 ${MOST_ROWS} 行，请分几份导入。` }
  }
  if (rows.length === 0) return { kind: 'refused', where: sheet.name, say: '表头下没有任何人员。' }
  return { kind: 'read', rows }
}

interface Columns {
  readonly name: number
  readonly idNumber: number
  readonly diedOn: number
}

function columnsIn(cells: readonly Cell[]): Columns | undefined {
  const texts = cells.map((cell) => textOf(cell).replace(/\s/g, ''))
  const at = (names: readonly string[]) => texts.findIndex((text) => names.includes(text))
  const columns = { name: at(titles.name), idNumber: at(titles.idNumber), diedOn: at(titles.diedOn) }
  return columns.name >= 0 && columns.idNumber >= 0 ? columns : undefined
}

function rowOf(row: number, cells: readonly Cell[], at: Columns): DeathRow | undefined {
  const name = textOf(cells[at.name]).trim()
  const written = textOf(cells[at.idNumber])
    .normalize('NFKC')
    .replace(/[\s'’-]/g, '')
    .toUpperCase()
  if (name === '' && written === '') return undefined
  const idNumber = written.length === 15 ? (lengthenIdNumber(written) ?? written) : written
  return { row, name, idNumber, diedOn: dayOf(cells[at.diedOn]), trouble: troubleOf(idNumber) }
}

function troubleOf(idNumber: string): string | undefined {
  if (idNumber === '') return '没有身份证号，不能确定是谁。请向提供单位核实，或由经办人认定。'
  const verdict = judgeIdNumber(idNumber)
  switch (verdict.kind) {
    case 'valid':
      return undefined
    case 'wrong-length':
      return `身份证号只有 ${verdict.length} 位，不完整，不能确定是谁。请向提供单位核实，或由经办人认定。`
    case 'wrong-character':
      return '身份证号含有不应有的字符，可能被遮蔽或被表格改坏。请向提供单位核实，或由经办人认定。'
    case 'impossible-birth':
      return '身份证号中的出生日期不存在。请向提供单位核实，或由经办人认定。'
    case 'wrong-check':
      return '身份证号校验位不符。请向提供单位核实，或由经办人认定。'
  }
}

function dayOf(cell: Cell): Day | undefined {
  if (typeof cell === 'object' && 'day' in cell) return cell.day
  const text = textOf(cell).trim()
  const parts = /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  return parts ? findDayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) : findDay(text)
}

function textOf(cell: Cell | undefined): string {
  if (cell === undefined || typeof cell === 'boolean') return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return String(cell)
  return 'day' in cell ? cell.day : ''
}
